import { JournalFull, KvUnavailable } from '@tali/kv'
import type { LedgerEvent } from '@tali/contracts'
import type { Clock } from '@tali/runtime'
import type { CoreEvents } from '../events.ts'
import type { Recorder } from '../ledger/recorder.ts'
import type { MessageOrigin } from './redelivery.ts'

const retryMs = 500

/**
 * Writes what devices reported, however long the journal is full or away: the message stays unacknowledged meanwhile, and
 * so its sender waits. Each event has its id: one that was written and not answered is in the ledger once all the same. Rejects only when the service stops.
 */
export class DurableRecorder {
  readonly #recorder: Recorder
  readonly #clock: Clock
  readonly #events: CoreEvents
  readonly #signal: AbortSignal

  constructor(options: { recorder: Recorder; clock: Clock; events: CoreEvents; signal: AbortSignal }) {
    this.#recorder = options.recorder
    this.#clock = options.clock
    this.#events = options.events
    this.#signal = options.signal
  }

  readonly make: Recorder['make'] = (type, root, detail) => this.#recorder.make(type, root, detail)

  async write(events: readonly LedgerEvent[], origin: MessageOrigin | null): Promise<void> {
    if (events.length === 0) return
    const entries = origin ? events.map((event) => ({ ...event, origin })) : events
    for (;;) {
      try {
        return await this.#recorder.write(...entries)
      } catch (error) {
        if (error instanceof JournalFull) this.#events.journalFull(error)
        else if (error instanceof KvUnavailable) this.#events.ledgerNotWritten(error)
        else throw error
        await this.#clock.wait(retryMs, this.#signal)
      }
    }
  }
}

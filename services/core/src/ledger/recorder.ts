import type { Cause, LedgerEvent, LedgerEventOf, LedgerEventType } from '@tali/contracts'
import type { Stream } from '@tali/kv'
import { currentTraceId, isoTime, type Clock } from '@tali/runtime'
import { EventIds } from './event-ids.ts'

/** What an event says beyond what every event has. */
export type EventDetail<T extends LedgerEventType> = Omit<
  LedgerEventOf<T>,
  'type' | 'id' | 'at' | 'arrivedAt' | 'cause' | 'parentId' | 'traceId'
>

export interface EventRoot {
  cause: Cause
  /** The event that this one followed from. */
  parentId?: string | null
  /** When it happened, where that is known better than by its arrival; epoch ms. */
  at?: number
}

/** Writes the ledger's stream. An event is made first, so that others can point at it, and then written. */
export class Recorder {
  readonly #stream: Stream
  readonly #clock: Clock
  readonly #onWritten: () => void
  readonly #ids = new EventIds()
  #lastEntry: string | null = null

  constructor(options: { stream: Stream; clock: Clock; onWritten: () => void }) {
    this.#stream = options.stream
    this.#clock = options.clock
    this.#onWritten = options.onWritten
  }

  /** The last entry of the stream that this process wrote: who asks the ledger after it sees all of that. */
  get lastEntry(): string | null {
    return this.#lastEntry
  }

  make<T extends LedgerEventType>(type: T, root: EventRoot, detail: EventDetail<T>): LedgerEventOf<T> {
    const now = this.#clock.now()
    const common = {
      id: this.#ids.next(now),
      type,
      at: isoTime(root.at ?? now),
      arrivedAt: isoTime(now),
      cause: root.cause,
      parentId: root.parentId ?? null,
      traceId: currentTraceId() ?? null,
    }
    // TypeScript does not see that the parts of a generic member make that member.
    return { ...common, ...detail } as unknown as LedgerEventOf<T>
  }

  /** Resolves when the events will survive a kill. Rejects with the stream's `JournalFull`; nothing was written then. */
  async write(...events: readonly LedgerEvent[]): Promise<void> {
    if (events.length === 0) return
    const ids = await this.#stream.append(...events.map((event) => JSON.stringify(event)))
    this.#lastEntry = ids.at(-1) ?? this.#lastEntry
    this.#onWritten()
  }
}

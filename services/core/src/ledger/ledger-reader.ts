import type { LedgerEvent, LedgerQuery, Link } from '@tali/contracts'
import type { Recorder } from './recorder.ts'

/** Asks the ledger, which dataservice keeps. What this process wrote is in the answer, however short ago. */
export class LedgerReader {
  readonly #link: Link
  readonly #recorder: Recorder

  constructor(link: Link, recorder: Recorder) {
    this.#link = link
    this.#recorder = recorder
  }

  async query(query: LedgerQuery): Promise<LedgerEvent[]> {
    const { events } = await this.#link.request('dataservice.ledger.query', {
      ...query,
      after: this.#recorder.lastEntry,
    })
    return events
  }

  /** An event and what it followed from, newest first; empty when there is no such event. */
  async chain(eventId: string): Promise<LedgerEvent[]> {
    const { events } = await this.#link.request('dataservice.ledger.chain', {
      eventId,
      after: this.#recorder.lastEntry,
    })
    return events
  }
}

import { ledgerEventSchema, ledgerGroup, type LedgerEvent } from '@tali/contracts'
import { NoSuchGroup, type Stream, type StreamEntry } from '@tali/kv'
import type { Clock } from '@tali/runtime'
import { SqlFailed, type Sql } from '@tali/sql'
import type { DataserviceEvents } from '../events.ts'
import { insertEvents } from './insert-events.ts'
import { projectStates } from './project-states.ts'
import { idReached } from './stream-id.ts'

export interface LedgerWriterOptions {
  stream: Stream
  sql: Sql
  clock: Clock
  events: DataserviceEvents
  batchSize: number
  tries: number
}

/**
 * Carries the stream into the database: read a batch, write it in one transaction, acknowledge. A kill between the last
 * two brings the batch again, and the ids make that harmless: at least once on the way, exactly once in the database.
 */
export class LedgerWriter {
  readonly #options: LedgerWriterOptions
  readonly #waiting = new Set<{ id: string; done: () => void }>()
  #writtenUpTo = '0-0'

  constructor(options: LedgerWriterOptions) {
    this.#options = options
  }

  /** Runs until aborted. What a killed writer had read and not acknowledged comes first. */
  async run(signal: AbortSignal): Promise<void> {
    const { stream } = this.#options
    await this.#insist(signal, () => stream.createGroup(ledgerGroup, 'beginning'))
    await this.#recall()
    while (!signal.aborted) {
      const entries = await this.#insist(signal, () => this.#read(signal))
      if (entries.length > 0) await this.#insist(signal, (attempt) => this.#write(entries, attempt))
    }
  }

  /** Resolves when everything that is in the stream now is written. */
  async settled(): Promise<void> {
    const { lastId } = await this.#options.stream.info()
    await this.caughtUp(lastId, Infinity)
  }

  /** Resolves true when everything up to a stream id is written, false when that takes longer than `waitMs`. */
  async caughtUp(id: string | null, waitMs: number): Promise<boolean> {
    if (id === null || idReached(this.#writtenUpTo, id)) return true
    const { promise, resolve } = Promise.withResolvers<boolean>()
    const waiter = { id, done: () => resolve(true) }
    const late = new AbortController()
    this.#waiting.add(waiter)
    if (waitMs < Infinity)
      this.#options.clock.wait(waitMs, late.signal).then(
        () => resolve(false),
        () => resolve(true),
      )
    try {
      return await promise
    } finally {
      this.#waiting.delete(waiter)
      late.abort()
    }
  }

  /** Where nothing waits, an earlier writer has written everything. */
  async #recall(): Promise<void> {
    const { lastId, groups } = await this.#options.stream.info()
    const group = groups.find((each) => each.name === ledgerGroup)
    if (lastId !== null && group && group.pending + group.lag === 0) this.#advance(lastId)
  }

  /** Tries until it succeeds, however long the database is away; rejects only when the service stops. */
  async #insist<T>(signal: AbortSignal, work: (attempt: number) => Promise<T>): Promise<T> {
    for (let attempt = 1, pauseMs = 100; ; attempt++, pauseMs = Math.min(pauseMs * 2, 10_000)) {
      try {
        return await work(attempt)
      } catch (error) {
        signal.throwIfAborted()
        this.#options.events.batchFailed(error, pauseMs)
        await this.#options.clock.wait(pauseMs, signal)
      }
    }
  }

  async #read(signal: AbortSignal): Promise<StreamEntry[]> {
    const { stream, batchSize } = this.#options
    try {
      return await stream.read(ledgerGroup, 'writer', { count: batchSize, blockMs: 30_000, signal })
    } catch (error) {
      // A store that was emptied under us is not the end of the ledger.
      if (!(error instanceof NoSuchGroup)) throw error
      await stream.createGroup(ledgerGroup, 'beginning')
      return []
    }
  }

  async #write(entries: readonly StreamEntry[], attempt: number): Promise<void> {
    const { stream, clock, events } = this.#options
    const begun = clock.monotonic()
    const good: { entry: StreamEntry; event: LedgerEvent }[] = []
    for (const entry of entries) {
      const parsed = parseEvent(entry.value)
      if (parsed.event) good.push({ entry, event: parsed.event })
      else await this.#putAside(entry, parsed.reason)
    }
    await this.#insert(good, attempt)
    await stream.acknowledge(
      ledgerGroup,
      entries.map((entry) => entry.id),
    )
    events.batchWritten(good.length, (clock.monotonic() - begun) / 1_000)
    this.#advance(entries.at(-1)?.id)
  }

  /** A batch that the database refuses for what it holds is written one by one, to find the line that it does not take. */
  async #insert(batch: readonly { entry: StreamEntry; event: LedgerEvent }[], attempt: number): Promise<void> {
    if (batch.length === 0) return
    try {
      await this.#options.sql.transaction(async (tx) => {
        const events = batch.map(({ event }) => event)
        await insertEvents(tx, events)
        await projectStates(tx, events)
      })
    } catch (error) {
      const [only, ...others] = batch
      if (!(error instanceof SqlFailed) || !only) throw error
      if (others.length > 0) for (const each of batch) await this.#insert([each], attempt)
      // A writer that died of this line counts too: its deliveries are the stream's.
      else if (attempt + only.entry.deliveries > this.#options.tries) await this.#putAside(only.entry, error.message)
      else throw error
    }
  }

  async #putAside(entry: StreamEntry, reason: string): Promise<void> {
    const { sql, clock, events } = this.#options
    // The database takes no NUL in a text; nothing else of the value is touched.
    await sql.query(
      'insert into events.dead_letter (stream_id, value, reason, at) values ($1, $2, $3, $4) on conflict (stream_id) do nothing',
      [entry.id, entry.value.replaceAll('\0', '\u2400'), reason, new Date(clock.now())],
    )
    events.deadLetter(entry.id, reason)
  }

  #advance(id: string | undefined): void {
    if (id === undefined) return
    if (!idReached(this.#writtenUpTo, id)) this.#writtenUpTo = id
    for (const waiter of this.#waiting) if (idReached(this.#writtenUpTo, waiter.id)) waiter.done()
  }
}

function parseEvent(value: string): { event: LedgerEvent; reason: '' } | { event: null; reason: string } {
  try {
    return { event: ledgerEventSchema.parse(JSON.parse(value)), reason: '' }
  } catch (error) {
    return { event: null, reason: error instanceof Error ? error.message : String(error) }
  }
}

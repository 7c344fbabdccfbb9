import { JournalDamaged, JournalFull } from '../errors.ts'
import { type Batch, batchOf, bytesOf, EMPTY_BATCH_BYTES, encodeBatch, idOf } from './batch.ts'
import type { Budget } from './budget.ts'
import { type Append, CommitQueue } from './commit-queue.ts'
import { type Disk, isNoRoom } from './disk.ts'
import type { FaultLog } from './fault.ts'
import { isSegment, Segment } from './segment.ts'

export interface StreamLogOptions {
  disk: Disk
  dir: string
  budget: Budget
  segmentBytes: number
  now: () => number
  fault: FaultLog
  /** Called after each commit, before its appends resolve. */
  committed: (batch: Batch) => void
}

/** The entries of one stream, in segment files that are appended to in group commits. */
export class StreamLog {
  readonly #options: StreamLogOptions
  readonly #queue = new CommitQueue((appends) => this.#commit(appends))
  readonly #segments: Segment[] = []
  #end = 0
  #lastMs = 0
  #isFull = false
  #removing: Promise<void> = Promise.resolve()

  constructor(options: StreamLogOptions) {
    this.#options = options
  }

  /** Reads the last file whole and drops its torn tail. Rejects with `JournalDamaged`. */
  async open(): Promise<void> {
    const { disk, dir, budget, fault } = this.#options
    for (const name of (await disk.list(dir)).filter(isSegment)) {
      this.#segments.push(await Segment.open(disk, dir, name))
    }
    const last = this.#segments.at(-1)
    if (!last) return
    const { end, ms, torn } = await last.recover()
    this.#end = end
    this.#lastMs = ms
    if (torn > 0) fault({ kind: 'torn-tail', message: tornTail(last.path, torn), file: last.path })
    for (const segment of this.#segments) budget.count(segment.size)
  }

  /** Position of the oldest entry kept; equal to `end` when there is none. */
  get first(): number {
    return this.#segments[0]?.first ?? this.#end
  }

  /** Position that the next entry gets. */
  get end(): number {
    return this.#end
  }

  get lastId(): string | null {
    return this.#end > 0 ? idOf(this.#lastMs, this.#end - 1) : null
  }

  /** Resolves with the ids when the entries are durable. Rejects with `JournalFull`, or the disk's own error. */
  append(values: readonly string[]): Promise<string[]> {
    const { budget } = this.#options
    let bytes = EMPTY_BATCH_BYTES
    for (const value of values) bytes += bytesOf(value)
    this.#queue.refuseIfFull(bytes)
    if (!budget.take(bytes)) {
      const error = new JournalFull(
        `The journal holds ${budget.used} of ${budget.limit} bytes and its consumers have not caught up: ` +
          `no room for ${bytes} more.`,
      )
      this.#reportFull(error)
      throw error
    }
    return new Promise((resolve, reject) => this.#queue.push({ values, bytes, resolve, reject }))
  }

  /** Entries from `from` on: at most `count`, about a megabyte, and one file's; at least one if `from` is before the end. */
  async read(from: number, count: number): Promise<Batch[]> {
    const segment = this.#segments.findLast((segment) => segment.first <= from)
    if (!segment || from >= this.#end) return []
    const batches = await segment.read(from, count)
    if (batches[0]?.first === from) return batches
    throw new JournalDamaged(`The entry ${from} is missing in ${segment.path}: a file of this folder is gone or older.`)
  }

  /** Deletes the files that hold only entries before this position. */
  dropBefore(position: number): void {
    for (let next = this.#segments[1]; next && next.first <= position; next = this.#segments[1]) {
      const segment = this.#segments.shift()
      if (!segment) return
      this.#options.budget.giveBack(segment.size)
      this.#removing = this.#removing
        .then(() => segment.remove())
        .catch((cause: unknown) =>
          this.#options.fault({
            kind: 'write-failed',
            message: `${segment.path} is no longer needed and could not be deleted.`,
            file: segment.path,
            cause,
          }),
        )
    }
  }

  /** Writes what waits and closes the files. */
  async close(): Promise<void> {
    await this.#queue.settled()
    await this.#removing
    await Promise.all(this.#segments.map((segment) => segment.close()))
  }

  async #commit(appends: Append[]): Promise<void> {
    const { budget, committed, now } = this.#options
    const taken = appends.reduce((sum, append) => sum + append.bytes, 0)
    const values = appends.length === 1 ? (appends[0]?.values ?? []) : appends.flatMap((append) => append.values)
    const first = this.#end
    const ms = Math.max(this.#lastMs, Math.floor(now()))
    const frame = encodeBatch(first, ms, values, taken - appends.length * EMPTY_BATCH_BYTES)
    try {
      await (await this.#segmentFor(frame.length, ms)).append(frame, first)
    } catch (cause) {
      budget.giveBack(taken)
      const error = isNoRoom(cause) ? new JournalFull(`The disk is full: ${this.#options.dir}`, { cause }) : cause
      if (error instanceof JournalFull) this.#reportFull(error)
      for (const append of appends) append.reject(error)
      return
    }
    budget.giveBack(taken - frame.length)
    this.#end += values.length
    this.#lastMs = ms
    this.#reportRoom()
    const batch = batchOf(first, ms, values)
    committed(batch)
    settle(appends, batch)
  }

  async #segmentFor(bytes: number, ms: number): Promise<Segment> {
    const last = this.#segments.at(-1)
    if (last && last.size + bytes <= this.#options.segmentBytes) return last
    const { disk, dir, budget } = this.#options
    if (!last) await disk.makeDirectory(dir)
    const segment = await Segment.create(disk, dir, this.#end, ms)
    budget.count(segment.size)
    this.#segments.push(segment)
    return segment
  }

  #reportFull(error: JournalFull): void {
    if (this.#isFull) return
    this.#isFull = true
    const { fault, dir } = this.#options
    fault({ kind: 'no-room', message: `${error.message} New entries are refused.`, file: dir, cause: error })
  }

  #reportRoom(): void {
    if (!this.#isFull) return
    this.#isFull = false
    const { fault, dir } = this.#options
    fault({ kind: 'room-again', message: 'The journal takes entries again.', file: dir })
  }
}

function settle(appends: Append[], batch: Batch): void {
  let at = 0
  for (const append of appends) {
    const end = at + append.values.length
    append.resolve(batch.entries.slice(at, end).map((entry) => entry.id))
    at = end
  }
}

function tornTail(path: string, bytes: number): string {
  return (
    `${path} ended in a record that a crash or a power cut had cut short. Its ${bytes} bytes were dropped; ` +
    'nobody had been told that they were stored.'
  )
}

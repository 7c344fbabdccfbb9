import { join } from 'node:path'
import type { GroupStart, ReadOptions, Stream, StreamEntry, StreamInfo } from '../stream.ts'
import { KvClosed } from '../errors.ts'
import type { Batch } from './batch.ts'
import type { Budget } from './budget.ts'
import type { Disk } from './disk.ts'
import type { FaultLog } from './fault.ts'
import type { Group } from './group.ts'
import { Groups } from './groups.ts'
import { StreamLog } from './stream-log.ts'
import { Window } from './window.ts'

export interface EmbeddedStreamOptions {
  disk: Disk
  dir: string
  budget: Budget
  segmentBytes: number
  now: () => number
  fault: FaultLog
}

const DEFAULT_COUNT = 500
const DEFAULT_KEEP = 10_000

/** A stream whose entries are in segment files of one folder, beside a file that remembers its consumer groups. */
export class EmbeddedStream implements Stream, AsyncDisposable {
  /** Entries kept at least, unless the store is full. */
  keep = DEFAULT_KEEP
  readonly #log: StreamLog
  readonly #groups: Groups
  readonly #window = new Window()
  readonly #now: () => number
  #isClosed = false

  constructor(options: EmbeddedStreamOptions) {
    const { disk, dir, fault, now } = options
    this.#now = now
    this.#log = new StreamLog({ ...options, committed: (batch) => this.#committed(batch) })
    this.#groups = new Groups({
      disk,
      path: join(dir, 'groups.log'),
      fault,
      now,
      bounds: () => this.#log,
      moved: () => this.trim(),
    })
  }

  /** Reads what is in the folder; needed for one that exists. Rejects with `JournalDamaged`. */
  async open(): Promise<void> {
    await this.#log.open()
    await this.#groups.open()
  }

  async append(...values: string[]): Promise<string[]> {
    this.#refuseIfClosed()
    return values.length === 0 ? [] : this.#log.append(values)
  }

  async createGroup(group: string, start: GroupStart): Promise<void> {
    this.#refuseIfClosed()
    await this.#groups.create(group, start)
  }

  async read(group: string, consumer: string, options: ReadOptions = {}): Promise<StreamEntry[]> {
    const { count = DEFAULT_COUNT, blockMs = 0, signal } = options
    const until = performance.now() + blockMs
    for (;;) {
      this.#refuseIfClosed()
      signal?.throwIfAborted()
      const from = this.#groups.get(group)
      const entries = await this.#take(from, consumer, count)
      const leftMs = until - performance.now()
      if (entries.length > 0 || leftMs <= 0) return entries
      this.#refuseIfClosed()
      if (!this.#hasNew(from)) await from.bell.wait(leftMs, signal)
    }
  }

  async acknowledge(group: string, ids: readonly string[]): Promise<void> {
    this.#refuseIfClosed()
    this.#groups.acknowledge(this.#groups.get(group), ids)
  }

  async claimIdle(
    group: string,
    consumer: string,
    options: { idleMs: number; count?: number },
  ): Promise<StreamEntry[]> {
    this.#refuseIfClosed()
    const { idleMs, count = DEFAULT_COUNT } = options
    const from = this.#groups.get(group)
    return this.#again(from, consumer, from.leftBy({ than: consumer, idleMs, now: this.#now(), count }))
  }

  async tail(count: number): Promise<StreamEntry[]> {
    this.#refuseIfClosed()
    const { end } = this.#log
    const entries: StreamEntry[] = []
    for (let at = end - count; at < end;) {
      at = Math.max(at, this.#log.first)
      const batches = await this.#readFrom(at, end - at).catch((error: unknown) => {
        // The file was dropped while we were reading it: what is kept begins later now.
        if (this.#log.first > at) return []
        throw error
      })
      for (const batch of batches) {
        for (const entry of batch.entries) entries.push({ ...entry, deliveries: 0 })
        at += batch.entries.length
      }
      this.#refuseIfClosed()
    }
    return entries
  }

  async info(): Promise<StreamInfo> {
    this.#refuseIfClosed()
    const { first, end, lastId } = this.#log
    const groups = this.#groups.all().map(({ name, pending, next }) => ({ name, pending, lag: end - next }))
    return { length: end - first, lastId, groups }
  }

  /**
   * Deletes the files of entries that are beyond `keep` and that every group acknowledged. When room is short, those
   * within `keep` too; what nobody acknowledged because there is no group stays.
   */
  trim(isRoomShort = false): void {
    const { floor } = this.#groups
    const keptFrom = this.#log.end - this.keep
    this.#log.dropBefore(isRoomShort && floor !== Infinity ? floor : Math.min(floor, keptFrom))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#isClosed) return
    this.#isClosed = true
    for (const group of this.#groups.all()) group.bell.silence(closed())
    await this.#log.close()
    await this.#groups.close()
  }

  #hasNew(group: Group): boolean {
    return group.next < this.#log.end && !group.isStuck
  }

  async #take(group: Group, consumer: string, count: number): Promise<StreamEntry[]> {
    const owed = group.owedTo(consumer, count)
    if (owed.length > 0) return this.#again(group, consumer, owed)
    const room = group.room(count)
    if (room <= 0 || !this.#hasNew(group)) return []
    const recent = this.#window.read(group.next, room)
    if (recent) return this.#deliver(group, consumer, recent)
    const next = group.next
    const older = await this.#log.read(next, room)
    // Somebody else of the group read meanwhile: begin again from where they left off.
    if (group.next !== next) return this.#take(group, consumer, count)
    return this.#deliver(group, consumer, older)
  }

  #deliver(group: Group, consumer: string, batches: readonly Batch[]): StreamEntry[] {
    const entries = this.#groups.deliver(group, consumer, batches)
    this.#window.dropBefore(this.#groups.next)
    return entries
  }

  async #again(group: Group, consumer: string, positions: number[]): Promise<StreamEntry[]> {
    if (positions.length === 0) return []
    this.#groups.deliverAgain(group, consumer, positions)
    const entries: StreamEntry[] = []
    for (const run of runsOf(positions)) {
      for (let at = run.from; at < run.to;) {
        for (const batch of await this.#readFrom(at, run.to - at)) {
          for (const entry of batch.entries) {
            const deliveries = group.deliveriesOf(at++)
            // Undefined: acknowledged while we were reading.
            if (deliveries) entries.push({ ...entry, deliveries })
          }
        }
      }
    }
    return entries
  }

  async #readFrom(position: number, count: number): Promise<Batch[]> {
    return this.#window.read(position, count) ?? this.#log.read(position, count)
  }

  #committed(batch: Batch): void {
    const groups = this.#groups.all()
    if (groups.length === 0) return this.trim()
    this.#window.push(batch)
    for (const group of groups) group.bell.ring()
  }

  #refuseIfClosed(): void {
    if (this.#isClosed) throw closed()
  }
}

function closed(): KvClosed {
  return new KvClosed('The key-value store is closed.')
}

function runsOf(positions: readonly number[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = []
  for (const position of positions) {
    const last = runs.at(-1)
    if (last?.to === position) last.to++
    else runs.push({ from: position, to: position + 1 })
  }
  return runs
}

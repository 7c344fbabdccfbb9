import type { GroupStart, StreamEntry } from '../stream.ts'
import { NoSuchGroup } from '../errors.ts'
import type { Batch } from './batch.ts'
import type { Disk } from './disk.ts'
import type { FaultLog } from './fault.ts'
import { Group, type GroupState } from './group.ts'
import { StateLog } from './state-log.ts'

export interface GroupsOptions {
  disk: Disk
  path: string
  fault: FaultLog
  /** Positions of the oldest entry kept and of the next one to come. */
  bounds: () => { first: number; end: number }
  now: () => number
  /** Called after the floors of groups may have moved, at most once in `FLUSH_MS`. */
  moved: () => void
}

type Snapshot = Record<string, GroupState>
type Change =
  /** All of a group. */
  | { group: string; state: GroupState }
  /** New entries were handed out, up to before this position. */
  | { group: string; consumer: string; next: number }
  /** Pending entries were handed out again. */
  | { group: string; consumer: string; again: number[] }

/** Acknowledgements are written so much later; a kill before makes them be delivered again. */
const FLUSH_MS = 1_000

/**
 * The consumer groups of a stream and what is written down of them. A handing out is written at once (not synced), so
 * that an entry that kills the process is counted; acknowledgements are written later, many together.
 */
export class Groups {
  readonly #options: GroupsOptions
  readonly #groups = new Map<string, Group>()
  readonly #creating = new Map<string, Promise<void>>()
  readonly #touched = new Set<Group>()
  readonly #log: StateLog<Snapshot, Change>
  /** What `open` finds, on the way to becoming groups. */
  readonly #read = new Map<string, GroupState>()
  #timer: NodeJS.Timeout | undefined

  constructor(options: GroupsOptions) {
    this.#options = options
    const { disk, path, fault } = options
    this.#log = new StateLog({
      disk,
      path,
      fault,
      synced: false,
      snapshot: () => Object.fromEntries(this.all().map((group) => [group.name, group.state()])),
      restore: (snapshot) => Object.entries(snapshot).forEach(([name, state]) => this.#read.set(name, state)),
      apply: (change) => this.#read.set(change.group, applied(change, this.#read.get(change.group))),
    })
  }

  /** Reads what is remembered, once the stream knows its bounds. Rejects with `JournalDamaged`. */
  async open(): Promise<void> {
    await this.#log.open()
    for (const [name, state] of this.#read) this.#groups.set(name, this.#restored(name, state))
    this.#read.clear()
  }

  all(): Group[] {
    return [...this.#groups.values()]
  }

  get(name: string): Group {
    const group = this.#groups.get(name)
    if (group) return group
    throw new NoSuchGroup(`There is no consumer group ${name} here: ${this.#options.path}`)
  }

  /** Everything before this position was acknowledged by every group; Infinity when there is none. */
  get floor(): number {
    return Math.min(...this.all().map((group) => group.floor))
  }

  /** Everything before this position was given to every group; Infinity when there is none. */
  get next(): number {
    let least = Infinity
    for (const group of this.#groups.values()) least = Math.min(least, group.next)
    return least
  }

  /** Resolves when the group is durable. */
  create(name: string, start: GroupStart): Promise<void> {
    const creating = this.#creating.get(name)
    if (creating || this.#groups.has(name)) return creating ?? Promise.resolve()
    const bounds = this.#options.bounds()
    const next = start === 'beginning' ? bounds.first : bounds.end
    this.#groups.set(name, new Group(name, { next, out: [] }, bounds))
    const created = this.#saved(name).finally(() => this.#creating.delete(name))
    this.#creating.set(name, created)
    return created
  }

  deliver(group: Group, consumer: string, batches: readonly Batch[]): StreamEntry[] {
    const wasStuck = group.isStuck
    const entries = group.deliver(consumer, batches, this.#options.now())
    this.#log.note({ group: group.name, consumer, next: group.next })
    if (group.isStuck && !wasStuck) this.#reportStuck(group)
    this.#touch(group)
    return entries
  }

  deliverAgain(group: Group, consumer: string, positions: number[]): void {
    group.deliverAgain(positions, consumer, this.#options.now())
    this.#log.note({ group: group.name, consumer, again: positions })
    this.#touch(group)
  }

  acknowledge(group: Group, ids: readonly string[]): void {
    const wasStuck = group.isStuck
    if (group.acknowledge(ids) > 0) this.#touch(group)
    if (wasStuck && !group.isStuck) group.bell.ring()
  }

  /** Writes everything and closes the file. */
  async close(): Promise<void> {
    this.#flush()
    await this.#log.close()
  }

  async #saved(name: string): Promise<void> {
    try {
      await this.#log.save()
    } catch (error) {
      this.#groups.delete(name)
      throw error
    }
  }

  #touch(group: Group): void {
    this.#touched.add(group)
    this.#timer ??= setTimeout(() => this.#flushInTime(), FLUSH_MS).unref()
  }

  #flushInTime(): void {
    this.#flush()
    this.#options.moved()
  }

  #flush(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    for (const group of this.#touched) this.#log.note({ group: group.name, state: group.state() }, true)
    this.#touched.clear()
  }

  #restored(name: string, state: GroupState): Group {
    const { fault, path, bounds } = this.#options
    const group = new Group(name, state, bounds())
    if (group.next !== state.next) {
      const message = `Consumer group ${name} was at entry ${state.next}, which is not kept; it continues at ${group.next}.`
      fault({ kind: 'group-moved', message, file: path })
    }
    return group
  }

  #reportStuck(group: Group): void {
    const message =
      `Consumer group ${group.name} has ${group.pending} entries that it was given and has not acknowledged. ` +
      'It gets no new ones until it acknowledges some.'
    this.#options.fault({ kind: 'group-stuck', message, file: this.#options.path })
  }
}

function applied(change: Change, before: GroupState = { next: 0, out: [] }): GroupState {
  if ('state' in change) return change.state
  const { consumer } = change
  if ('next' in change) {
    return { next: change.next, out: [...before.out, [before.next, change.next, consumer, 1]] }
  }
  const again = new Set(change.again)
  const out = before.out.flatMap(([from, to, last, deliveries]): GroupState['out'] => {
    const runs: GroupState['out'] = []
    for (let position = from; position < to; position++) {
      const isAgain = again.has(position)
      runs.push([position, position + 1, isAgain ? consumer : last, isAgain ? deliveries + 1 : deliveries])
    }
    return runs
  })
  return { next: before.next, out }
}

import type { StreamEntry } from '../stream.ts'
import { type Batch, parseId } from './batch.ts'
import { Bell } from '../bell.ts'

/** More unacknowledged entries than this, and a group gets no new ones until it acknowledges some. */
export const MAX_PENDING = 100_000

/** One handing out of entries; entries of one batch that went out together share it. */
interface Delivery {
  readonly consumer: string
  readonly at: number
  readonly deliveries: number
  /** The time in the entries' ids; unknown for those handed out before a restart. */
  readonly ms: number | undefined
}

/** What is remembered of a group: everything before `next` is acknowledged but for `out`. */
export interface GroupState {
  next: number
  /** Runs of pending positions: first, one after the last, consumer, deliveries. */
  out: [number, number, string, number][]
}

/** A consumer group: what was handed out, to whom, and what is still to come. Pure state; entries are kept elsewhere. */
export class Group {
  readonly name: string
  /** Rung when there may be something new to read. */
  readonly bell = new Bell()
  /** Pending entries by position. New ones only come at the end, so the first is the oldest. */
  readonly #pending = new Map<number, Delivery>()
  /** What a consumer had when the process died, and has not been given again yet. */
  readonly #owed = new Map<string, Set<number>>()
  #next: number

  /** `entries` are the bounds of what the stream still has: a state from outside them is moved in. */
  constructor(name: string, state: GroupState, entries: { first: number; end: number }) {
    this.name = name
    this.#next = Math.min(Math.max(state.next, entries.first), entries.end)
    for (const [from, to, consumer, deliveries] of state.out) {
      for (let position = Math.max(from, entries.first); position < Math.min(to, this.#next); position++) {
        this.#pending.set(position, { consumer, at: -Infinity, deliveries, ms: undefined })
        const owed = this.#owed.get(consumer)
        if (owed) owed.add(position)
        else this.#owed.set(consumer, new Set([position]))
      }
    }
  }

  /** Position of the first entry that nobody of the group was given. */
  get next(): number {
    return this.#next
  }

  get pending(): number {
    return this.#pending.size
  }

  get isStuck(): boolean {
    return this.#pending.size >= MAX_PENDING
  }

  /** Everything before this position is acknowledged. */
  get floor(): number {
    for (const position of this.#pending.keys()) return position
    return this.#next
  }

  /** How many new entries may be given to somebody who asks for `count`. */
  room(count: number): number {
    return Math.min(count, MAX_PENDING - this.#pending.size)
  }

  /** Hands out new entries, of which the first is at `next`. */
  deliver(consumer: string, batches: readonly Batch[], now: number): StreamEntry[] {
    const [only] = batches
    for (const { first, ms, entries } of batches) {
      const delivery: Delivery = { consumer, at: now, deliveries: 1, ms }
      for (let i = 0; i < entries.length; i++) this.#pending.set(first + i, delivery)
      this.#next = first + entries.length
    }
    return batches.length === 1 && only ? [...only.entries] : batches.flatMap((batch) => batch.entries)
  }

  /** What this consumer must be given again since the restart, oldest first. */
  owedTo(consumer: string, count: number): number[] {
    return [...(this.#owed.get(consumer)?.values().take(count) ?? [])]
  }

  /** What others left pending for so long, oldest first. */
  leftBy(others: { than: string; idleMs: number; now: number; count: number }): number[] {
    const found: number[] = []
    for (const [position, delivery] of this.#pending) {
      if (found.length >= others.count) break
      if (delivery.consumer !== others.than && others.now - delivery.at >= others.idleMs) found.push(position)
    }
    return found
  }

  /** Hands out pending entries once more; from now on they are this consumer's. */
  deliverAgain(positions: readonly number[], consumer: string, now: number): void {
    for (const position of positions) {
      const last = this.#pending.get(position)
      if (!last) continue
      this.#settleDebt(last.consumer, position)
      this.#pending.set(position, { consumer, at: now, deliveries: last.deliveries + 1, ms: last.ms })
    }
  }

  /** How often a pending entry was handed out; undefined when it is not pending. */
  deliveriesOf(position: number): number | undefined {
    return this.#pending.get(position)?.deliveries
  }

  /** Returns how many of the ids were pending. */
  acknowledge(ids: readonly string[]): number {
    let count = 0
    for (const id of ids) {
      const at = parseId(id)
      const delivery = at && this.#pending.get(at.position)
      if (!delivery || (delivery.ms ?? at.ms) !== at.ms) continue
      this.#pending.delete(at.position)
      this.#settleDebt(delivery.consumer, at.position)
      count++
    }
    return count
  }

  state(): GroupState {
    const out: GroupState['out'] = []
    let run: GroupState['out'][number] | undefined
    for (const [position, { consumer, deliveries }] of this.#pending) {
      if (run && run[1] === position && run[2] === consumer && run[3] === deliveries) run[1]++
      else out.push((run = [position, position + 1, consumer, deliveries]))
    }
    return { next: this.#next, out }
  }

  #settleDebt(consumer: string, position: number): void {
    const owed = this.#owed.get(consumer)
    if (owed?.delete(position) && owed.size === 0) this.#owed.delete(consumer)
  }
}

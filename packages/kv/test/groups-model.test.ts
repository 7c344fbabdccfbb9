import { expect, it } from 'vitest'
import { openEmbeddedKv } from '../src/embedded/index.ts'
import type { GroupStart } from '../src/index.ts'
import { seeded, trialFolder } from './trial-folder.ts'

interface Pending {
  consumer: string
  at: number
  deliveries: number
  /** Given before the last restart, and not since. */
  owed: boolean
}

/** Consumer groups as one would draw them on a blackboard. */
class Model {
  readonly values: string[] = []
  readonly groups = new Map<string, { next: number; pending: Map<number, Pending> }>()

  read(group: string, consumer: string, count: number, now: number): [string, number][] {
    const state = this.#group(group)
    const owed = [...state.pending].filter(([, entry]) => entry.owed && entry.consumer === consumer).slice(0, count)
    if (owed.length > 0) return this.#again(state.pending, owed, consumer, now)
    const end = Math.min(this.values.length, state.next + count)
    const found: [string, number][] = []
    for (; state.next < end; state.next++) {
      state.pending.set(state.next, { consumer, at: now, deliveries: 1, owed: false })
      found.push([this.values[state.next] ?? '', 1])
    }
    return found
  }

  claim(group: string, consumer: string, idleMs: number, count: number, now: number): [string, number][] {
    const { pending } = this.#group(group)
    const left = [...pending].filter(([, entry]) => entry.consumer !== consumer && now - entry.at >= idleMs)
    return this.#again(pending, left.slice(0, count), consumer, now)
  }

  restart(): void {
    for (const { pending } of this.groups.values()) {
      for (const entry of pending.values()) Object.assign(entry, { owed: true, at: -Infinity })
    }
  }

  #group(name: string): { next: number; pending: Map<number, Pending> } {
    const state = this.groups.get(name)
    if (!state) throw new Error(`no group ${name}`)
    return state
  }

  #again(all: Map<number, Pending>, chosen: [number, Pending][], consumer: string, now: number): [string, number][] {
    return chosen.map(([position, { deliveries }]) => {
      all.set(position, { consumer, at: now, deliveries: deliveries + 1, owed: false })
      return [this.values[position] ?? '', deliveries + 1]
    })
  }
}

it.each([1, 2, 3, 4, 5, 6, 7, 8])('groups do what a simple model of them does, seed %i', async (seed) => {
  await using folder = await trialFolder()
  const random = seeded(seed)
  const upTo = (n: number): number => Math.floor(random() * n)
  const oneOf = <T>(items: readonly [T, ...T[]]): T => items[upTo(items.length)] ?? items[0]
  let time = 1_700_000_000_000
  const options = { ...folder, now: () => time, maxBytes: 400_000 }
  let kv = await openEmbeddedKv(options)
  const model = new Model()
  const ids: string[] = []
  try {
    for (let step = 0; step < 400; step++) {
      time += upTo(100)
      const stream = kv.stream('s', { keep: 1_000_000 })
      const group = oneOf(['g', 'h', 'i'])
      const consumer = oneOf(['a', 'b'])
      const state = model.groups.get(group)
      const count = 1 + upTo(12)
      const action = random()
      if (action < 0.3) {
        const values = Array.from({ length: upTo(6) }, (_, i) => `${step}.${i}`.padEnd(upTo(60)))
        ids.push(...(await stream.append(...values)))
        model.values.push(...values)
      } else if (!state) {
        const start: GroupStart = random() < 0.5 ? 'beginning' : 'end'
        await stream.createGroup(group, start)
        model.groups.set(group, { next: start === 'end' ? ids.length : 0, pending: new Map() })
      } else if (action < 0.55) {
        const entries = await stream.read(group, consumer, { count })
        expect(entries.map(({ value, deliveries }) => [value, deliveries])).toEqual(
          model.read(group, consumer, count, time),
        )
        for (const { id, value } of entries) expect(ids[model.values.indexOf(value)]).toBe(id)
      } else if (action < 0.8) {
        const some = Array.from({ length: upTo(15) }, () => upTo(Math.max(1, ids.length)))
        await stream.acknowledge(
          group,
          some.map((position) => ids[position] ?? '7-7'),
        )
        for (const position of some) state.pending.delete(position)
      } else if (action < 0.95) {
        const idleMs = upTo(500)
        const entries = await stream.claimIdle(group, consumer, { idleMs, count })
        expect(entries.map(({ value, deliveries }) => [value, deliveries])).toEqual(
          model.claim(group, consumer, idleMs, count, time),
        )
      } else {
        await kv[Symbol.asyncDispose]()
        kv = await openEmbeddedKv(options)
        model.restart()
      }
      expect(await kv.stream('s').info()).toEqual({
        length: ids.length,
        lastId: ids.at(-1) ?? null,
        groups: [...model.groups].map(([name, { next, pending }]) => ({
          name,
          pending: pending.size,
          lag: ids.length - next,
        })),
      })
    }
  } finally {
    await kv[Symbol.asyncDispose]()
  }
})

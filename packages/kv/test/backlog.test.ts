import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type KvFault, openEmbeddedKv } from '../src/embedded/index.ts'
import type { Kv, StreamEntry } from '../src/index.ts'
import { MAX_PENDING } from '../src/embedded/group.ts'
import { drain, segmentsOf, trialFolder } from './trial-folder.ts'

/** About 30 MB in four files: far more than is held in memory. */
const ENTRIES = 90_000

describe('a backlog', () => {
  it('is read back from disk in order, over a restart too, and its files go when it is acknowledged', async () => {
    await using folder = await trialFolder()
    const first = await openEmbeddedKv(folder)
    await first.stream('s', { keep: 10 }).createGroup('slow', 'end')
    await first.stream('s').createGroup('fast', 'end')
    await appendMany(first, ENTRIES)
    expect(await follow(first, 'fast', ENTRIES)).toBe(ENTRIES)
    expect(await follow(first, 'slow', 30_000)).toBe(30_000)
    await first[Symbol.asyncDispose]()
    expect((await segmentsOf(folder.dir, 's')).length).toBeGreaterThan(3)

    await using again = await openEmbeddedKv(folder)
    again.stream('s', { keep: 10 })
    expect((await again.stream('s').info()).groups).toEqual([
      { name: 'slow', pending: 0, lag: ENTRIES - 30_000 },
      { name: 'fast', pending: 0, lag: 0 },
    ])
    expect((await again.stream('s').tail(40_000)).map(({ value }) => Number.parseInt(value))).toEqual(
      Array.from({ length: 40_000 }, (_, i) => ENTRIES - 40_000 + i),
    )
    expect(await follow(again, 'slow', ENTRIES, 30_000)).toBe(ENTRIES)
    // Trimming follows acknowledgements within a second.
    await expect.poll(async () => (await segmentsOf(folder.dir, 's')).length, { timeout: 5_000 }).toBe(1)
    expect((await again.stream('s').info()).length).toBeLessThan(ENTRIES / 2)
  })

  it('shows its newest entries while its oldest files are dropped', async () => {
    await using folder = await trialFolder()
    await using kv = await openEmbeddedKv(folder)
    const stream = kv.stream('s', { keep: 10 })
    await stream.createGroup('g', 'end')
    await appendMany(kv, ENTRIES)
    const reading = stream.tail(ENTRIES)
    await drainAcknowledging(kv, 'c')
    await expect.poll(async () => (await segmentsOf(folder.dir, 's')).length, { timeout: 5_000 }).toBe(1)
    expect(Number.parseInt((await reading).at(-1)?.value ?? '')).toBe(ENTRIES - 1)
    const { length } = await stream.info()
    expect(length).toBeLessThan(ENTRIES)
    expect(await stream.tail(ENTRIES)).toHaveLength(length)
  })

  it('is read by several consumers of a group, each entry by one', async () => {
    await using folder = await trialFolder()
    await using kv = await openEmbeddedKv(folder)
    await kv.stream('s').createGroup('g', 'end')
    await appendMany(kv, ENTRIES)
    const parts = await Promise.all(['a', 'b', 'c'].map((name) => drainAcknowledging(kv, name)))
    expect(parts.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: ENTRIES }, (_, i) => i))
    for (const part of parts) expect(part).toEqual([...part].sort((a, b) => a - b))
  })

  it('stops when a group acknowledges nothing, says so, and goes on when it does', async () => {
    await using folder = await trialFolder()
    const faults: KvFault[] = []
    await using kv = await openEmbeddedKv({ ...folder, log: (fault) => faults.push(fault) })
    const stream = kv.stream('s')
    await stream.createGroup('g', 'end')
    for (let i = 0; i < 11; i++) await stream.append(...Array.from({ length: 10_000 }, () => ''))
    const pending = await drain(stream, 'g')
    expect(pending).toHaveLength(MAX_PENDING)
    expect(faults.map(({ kind }) => kind)).toEqual(['group-stuck'])
    const waiting = stream.read('g', 'c', { blockMs: 10_000 })
    await stream.acknowledge(
      'g',
      pending.slice(0, 10).map(({ id }) => id),
    )
    expect(await waiting).toHaveLength(10)
  })
})

describe('what was pending', () => {
  it('is delivered again from disk, whatever lies between', async () => {
    await using folder = await trialFolder()
    const first = await openEmbeddedKv(folder)
    await first.stream('s').createGroup('g', 'end')
    await appendMany(first, ENTRIES)
    let at = 0
    const left: StreamEntry[] = []
    for (let entries = await first.stream('s').read('g', 'c'); entries.length > 0;) {
      const keep = entries.filter((_, i) => (at + i) % 20_000 < 2)
      left.push(...keep)
      await first.stream('s').acknowledge(
        'g',
        entries.filter((entry) => !keep.includes(entry)).map(({ id }) => id),
      )
      at += entries.length
      entries = await first.stream('s').read('g', 'c')
    }
    await first[Symbol.asyncDispose]()

    await using kv = await openEmbeddedKv(folder)
    const again = await kv.stream('s').read('g', 'c')
    expect(again).toEqual(left.map((entry) => ({ ...entry, deliveries: 2 })))
    expect(again).toHaveLength(10)
    expect(await kv.stream('s').read('g', 'c')).toEqual([])
  })

  it('can be claimed at once after a restart: whoever had it is gone', async () => {
    await using folder = await trialFolder()
    const first = await openEmbeddedKv(folder)
    await first.stream('s').createGroup('g', 'end')
    await first.stream('s').append('a')
    await first.stream('s').read('g', 'old name')
    await first[Symbol.asyncDispose]()
    await using kv = await openEmbeddedKv(folder)
    const [entry] = await kv.stream('s').claimIdle('g', 'new name', { idleMs: 60_000 })
    expect(entry).toMatchObject({ value: 'a', deliveries: 2 })
    expect(await kv.stream('s').read('g', 'old name'), 'it is no longer theirs').toEqual([])
  })
})

describe('the folder', () => {
  it('may be open once in a process', async () => {
    await using folder = await trialFolder()
    const kv = await openEmbeddedKv(folder)
    await expect(openEmbeddedKv({ dir: join(folder.dir, '.') })).rejects.toThrow('is open already')
    await kv[Symbol.asyncDispose]()
    await using again = await openEmbeddedKv(folder)
    expect(await again.get('a')).toBeNull()
  })

  it('has a folder for each stream, whatever its name', async () => {
    await using folder = await trialFolder()
    const names = ['a', 'A', '..', 'a/b', 'ä', '%41', 'con.log']
    for (const name of names) {
      await using kv = await openEmbeddedKv(folder)
      await kv.stream(name).append(name)
    }
    expect(await readdir(join(folder.dir, 'streams'))).toHaveLength(names.length)
    await using kv = await openEmbeddedKv(folder)
    for (const name of names) {
      await kv.stream(name).createGroup('g', 'beginning')
      expect((await kv.stream(name).read('g', 'c')).map(({ value }) => value)).toEqual([name])
    }
  })
})

async function appendMany(kv: Kv, count: number): Promise<void> {
  for (let i = 0; i < count; i += 5_000) {
    await Promise.all(Array.from({ length: 5_000 }, (_, j) => kv.stream('s').append(`${i + j}`.padEnd(320, '.'))))
  }
}

/** Reads and acknowledges until so many entries of the stream were seen; checks that none is left out. */
async function follow(kv: Kv, group: string, until: number, from = 0): Promise<number> {
  let at = from
  while (at < until) {
    const entries = await kv.stream('s').read(group, 'c', { count: Math.min(1_000, until - at) })
    for (const entry of entries) if (Number.parseInt(entry.value) !== at++) return -1
    await kv.stream('s').acknowledge(
      group,
      entries.map(({ id }) => id),
    )
  }
  return at
}

async function drainAcknowledging(kv: Kv, consumer: string): Promise<number[]> {
  const all: number[] = []
  for (;;) {
    const entries = await kv.stream('s').read('g', consumer)
    if (entries.length === 0) return all
    for (const entry of entries) all.push(Number.parseInt(entry.value))
    await kv.stream('s').acknowledge(
      'g',
      entries.map(({ id }) => id),
    )
  }
}

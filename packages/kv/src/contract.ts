import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { KvClosed, LockLost, NoSuchGroup } from './errors.ts'
import type { Kv } from './kv.ts'
import type { Stream } from './stream.ts'

export interface KvUnderTest {
  kv: Kv
  /** Ends the store as its process would end, and starts it again on the same data. */
  reopen: () => Promise<Kv>
  /** Moves the store's clock. Without it time passes for real. */
  advance?: (ms: number) => void
  /** Ends the store; disposes whichever `Kv` is open. */
  close: () => Promise<void>
}

/** What every key-value store of TALI promises. Names are new in each run, so that a server may be shared. */
export function kvContract(name: string, open: () => Promise<KvUnderTest>): void {
  describe(`key-value store: ${name}`, () => {
    let test: KvUnderTest
    let kv: Kv
    let own: string

    beforeEach(async () => {
      test = await open()
      kv = test.kv
      own = `${randomUUID()}:`
    })
    afterEach(() => test.close())

    /** Lets time pass until what is expected is so; `ms` is when it should be. */
    async function after(ms: number, expectation: () => Promise<void>): Promise<void> {
      test.advance?.(ms)
      await vi.waitFor(expectation, { timeout: ms + 2_000, interval: 5 })
    }

    describe('keys', () => {
      it('gives back what was set, in any script', async () => {
        const values = ['', 'plain', 'Küche 🍳', 'null\0byte', 'line\nbreak', '"quoted"', 'x'.repeat(100_000)]
        for (const [i, value] of values.entries()) expect(await kv.set(`${own}${i}`, value)).toBe(true)
        for (const [i, value] of values.entries()) expect(await kv.get(`${own}${i}`)).toBe(value)
        expect(await kv.get(`${own}other`)).toBeNull()
      })

      it('overwrites, or does not when asked', async () => {
        await kv.set(`${own}a`, '1')
        expect(await kv.set(`${own}a`, '2', { onlyIfAbsent: true })).toBe(false)
        expect(await kv.get(`${own}a`)).toBe('1')
        expect(await kv.set(`${own}a`, '3')).toBe(true)
        expect(await kv.get(`${own}a`)).toBe('3')
        expect(await kv.set(`${own}b`, '4', { onlyIfAbsent: true })).toBe(true)
      })

      it('lets one of many win a key that was absent', async () => {
        const tries = Array.from({ length: 20 }, (_, i) => kv.set(`${own}a`, String(i), { onlyIfAbsent: true }))
        expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1)
      })

      it('deletes', async () => {
        await kv.set(`${own}a`, '1')
        expect(await kv.delete(`${own}a`)).toBe(true)
        expect(await kv.delete(`${own}a`)).toBe(false)
        expect(await kv.get(`${own}a`)).toBeNull()
      })

      it('forgets a key after its time to live', async () => {
        await kv.set(`${own}a`, '1', { ttlMs: 60 })
        await kv.set(`${own}b`, '1')
        expect(await kv.get(`${own}a`)).toBe('1')
        await after(60, async () => expect(await kv.get(`${own}a`)).toBeNull())
        expect(await kv.get(`${own}b`)).toBe('1')
        expect(await kv.delete(`${own}a`)).toBe(false)
        expect(await kv.set(`${own}a`, '2', { onlyIfAbsent: true })).toBe(true)
      })

      it('gives a key a new time to live, and a plain set takes it away', async () => {
        await kv.set(`${own}a`, '1')
        await kv.set(`${own}b`, '1', { ttlMs: 60 })
        await kv.set(`${own}b`, '2')
        expect(await kv.expire(`${own}a`, 60)).toBe(true)
        expect(await kv.expire(`${own}none`, 60)).toBe(false)
        await after(60, async () => expect(await kv.get(`${own}a`)).toBeNull())
        expect(await kv.get(`${own}b`)).toBe('2')
      })

      it('lists the living keys with a prefix, whatever signs it has', async () => {
        const prefix = `${own}a*[b]?\\`
        await kv.set(`${prefix}1`, '')
        await kv.set(`${prefix}2`, '', { ttlMs: 60_000 })
        await kv.set(`${prefix}3`, '', { volatile: true })
        await kv.set(`${own}ab`, '')
        await kv.set(`${prefix}4`, '')
        await kv.delete(`${prefix}4`)
        expect((await listed(kv, prefix)).sort()).toEqual([`${prefix}1`, `${prefix}2`, `${prefix}3`])
        expect(await listed(kv, `${own}none`)).toEqual([])
      })

      it('keeps volatile keys like others while it is open', async () => {
        await kv.set(`${own}a`, '1', { volatile: true })
        expect(await kv.get(`${own}a`)).toBe('1')
        expect(await kv.set(`${own}a`, '2', { volatile: true, onlyIfAbsent: true })).toBe(false)
        expect(await kv.delete(`${own}a`)).toBe(true)
      })

      it('keeps keys over a restart, but for expired, deleted and volatile ones', async () => {
        await kv.set(`${own}stays`, '1')
        await kv.set(`${own}long`, '2', { ttlMs: 600_000 })
        await kv.set(`${own}short`, '3', { ttlMs: 30 })
        await kv.set(`${own}volatile`, '4', { volatile: true })
        await kv.set(`${own}turned`, '5')
        await kv.set(`${own}turned`, '6', { volatile: true })
        await kv.set(`${own}deleted`, '7')
        await kv.delete(`${own}deleted`)
        kv = await test.reopen()
        expect(await kv.get(`${own}stays`)).toBe('1')
        expect(await kv.get(`${own}long`)).toBe('2')
        expect(await kv.get(`${own}volatile`)).toBeNull()
        expect(await kv.get(`${own}turned`)).toBeNull()
        expect(await kv.get(`${own}deleted`)).toBeNull()
        await after(30, async () => expect(await kv.get(`${own}short`)).toBeNull())
      })
    })

    describe('locks', () => {
      it('are held by one at a time, with a token that grows', async () => {
        const first = await kv.lock(`${own}l`)
        expect(await kv.lock(`${own}l`)).toBeNull()
        expect(await kv.lock(`${own}other`)).not.toBeNull()
        await first?.release()
        await first?.release()
        const second = await kv.lock(`${own}l`)
        expect(second?.token).toBeGreaterThan(first?.token ?? Infinity)
      })

      it('end by themselves, and are then lost to their holder', async () => {
        const first = await kv.lock(`${own}l`, { ttlMs: 40 })
        await after(40, async () => expect(await kv.lock(`${own}l`, { ttlMs: 60_000 })).not.toBeNull())
        await expect(first?.extend()).rejects.toBeInstanceOf(LockLost)
        await first?.release()
        expect(await kv.lock(`${own}l`), 'releasing a lost lock leaves the new one').toBeNull()
      })

      it('can be extended', async () => {
        const lock = await kv.lock(`${own}l`, { ttlMs: 60_000 })
        test.advance?.(40_000)
        await lock?.extend()
        test.advance?.(40_000)
        expect(await kv.lock(`${own}l`)).toBeNull()
        await lock?.release()
        await expect(lock?.extend()).rejects.toBeInstanceOf(LockLost)
      })

      it('can be waited for', async () => {
        const first = await kv.lock(`${own}l`)
        const waiting = kv.lock(`${own}l`, { waitMs: 10_000 })
        await first?.release()
        const second = await waiting
        expect(second?.token).toBeGreaterThan(first?.token ?? Infinity)
        expect(await kv.lock(`${own}l`, { waitMs: 20 }), 'waited in vain').toBeNull()
      })

      it('are waited for until the signal says stop', async () => {
        await kv.lock(`${own}l`)
        const stop = new AbortController()
        const waiting = kv.lock(`${own}l`, { waitMs: 10_000, signal: stop.signal })
        stop.abort(new Error('enough'))
        await expect(waiting).rejects.toThrow('enough')
      })

      it('are released by disposing', async () => {
        {
          await using lock = await kv.lock(`${own}l`)
          expect(lock).not.toBeNull()
        }
        expect(await kv.lock(`${own}l`)).not.toBeNull()
      })

      it('let nobody in twice when many want in', async () => {
        let inside = 0
        let most = 0
        const tokens: number[] = []
        const enter = async (): Promise<void> => {
          await using lock = await kv.lock(`${own}l`, { waitMs: 10_000 })
          most = Math.max(most, ++inside)
          tokens.push(lock?.token ?? Number.NaN)
          await kv.get(own)
          inside--
        }
        await Promise.all(Array.from({ length: 10 }, enter))
        expect(most).toBe(1)
        expect(tokens).toEqual([...tokens].sort((a, b) => a - b))
        expect(new Set(tokens).size).toBe(10)
      })

      it('have tokens that grow over a restart', async () => {
        const before = await kv.lock(`${own}l`)
        await before?.release()
        kv = await test.reopen()
        const since = await kv.lock(`${own}l`, { waitMs: 1_000 })
        expect(since?.token).toBeGreaterThan(before?.token ?? Infinity)
      })
    })

    describe('streams', () => {
      let stream: Stream
      beforeEach(() => {
        stream = kv.stream(`${own}s`)
      })

      it('give ids that grow, and the entries in order', async () => {
        const values = ['', 'a', 'Küche 🍳', 'null\0byte', 'x'.repeat(300_000)]
        const ids = [...(await stream.append(...values)), ...(await stream.append('last'))]
        expect(ids).toEqual(inOrder(ids))
        for (const id of ids) expect(id).toMatch(/^\d+-\d+$/)
        await stream.createGroup('g', 'beginning')
        const entries = await stream.read('g', 'c')
        expect(entries).toEqual([...values, 'last'].map((value, i) => ({ id: ids[i], value, deliveries: 1 })))
        expect(await stream.append()).toEqual([])
      })

      it('keep the order of calls made together', async () => {
        await stream.createGroup('g', 'end')
        const ids = (await Promise.all(Array.from({ length: 200 }, (_, i) => stream.append(`${i}`)))).flat()
        expect(ids).toEqual(inOrder(ids))
        expect(new Set(ids).size).toBe(200)
        const read = await readAll(stream, 'g', 'c')
        expect(read.map((entry) => entry.value)).toEqual(Array.from({ length: 200 }, (_, i) => `${i}`))
      })

      it('are one under one name, and separate under two', async () => {
        await stream.append('a')
        const other = kv.stream(`${own}S`)
        await other.createGroup('g', 'beginning')
        expect(await other.read('g', 'c')).toEqual([])
        const same = kv.stream(`${own}s`)
        await same.createGroup('g', 'beginning')
        expect(values(await same.read('g', 'c'))).toEqual(['a'])
      })

      it('begin a group where it is said', async () => {
        await stream.append('old')
        await stream.createGroup('all', 'beginning')
        await stream.createGroup('new', 'end')
        await stream.append('fresh')
        expect(values(await stream.read('all', 'c'))).toEqual(['old', 'fresh'])
        expect(values(await stream.read('new', 'c'))).toEqual(['fresh'])
      })

      it('leave a group as it is when it is made again', async () => {
        await stream.createGroup('g', 'end')
        await stream.append('a', 'b')
        expect(values(await stream.read('g', 'c', { count: 1 }))).toEqual(['a'])
        await stream.createGroup('g', 'end')
        await stream.createGroup('g', 'beginning')
        expect(values(await stream.read('g', 'c'))).toEqual(['b'])
      })

      it('give an entry to each group, and to one consumer of it', async () => {
        await stream.createGroup('g', 'end')
        await stream.createGroup('h', 'end')
        await stream.append('a', 'b', 'c', 'd')
        const mine = await stream.read('g', 'mine', { count: 2 })
        const yours = await stream.read('g', 'yours', { count: 2 })
        expect(values([...mine, ...yours])).toEqual(['a', 'b', 'c', 'd'])
        expect(await stream.read('g', 'mine')).toEqual([])
        expect(values(await stream.read('h', 'mine'))).toEqual(['a', 'b', 'c', 'd'])
      })

      it('know what is pending', async () => {
        await stream.createGroup('g', 'end')
        const ids = await stream.append('a', 'b', 'c')
        await stream.read('g', 'c', { count: 2 })
        expect(await stream.info()).toEqual({
          length: 3,
          lastId: ids[2],
          groups: [{ name: 'g', pending: 2, lag: 1 }],
        })
        await stream.acknowledge('g', ids.slice(0, 1))
        await stream.acknowledge('g', [...ids.slice(0, 1), '0-0', '1-1', '99999999999999-7'])
        expect((await stream.info()).groups).toEqual([{ name: 'g', pending: 1, lag: 1 }])
      })

      it('show their newest entries, oldest first, and leave the groups as they are', async () => {
        expect(await stream.tail(10)).toEqual([])
        await stream.createGroup('g', 'beginning')
        const ids = [
          ...(await stream.append('a', 'b')),
          ...(await stream.append('c')),
          ...(await stream.append('d', 'e')),
        ]
        await stream.read('g', 'c', { count: 1 })
        const all = ['a', 'b', 'c', 'd', 'e'].map((value, i) => ({ id: ids[i], value, deliveries: 0 }))
        for (const count of [0, 1, 3, 4, 5, 100])
          expect(await stream.tail(count)).toEqual(count ? all.slice(-count) : [])
        expect((await stream.info()).groups).toEqual([{ name: 'g', pending: 1, lag: 4 }])
        kv = await test.reopen()
        stream = kv.stream(`${own}s`)
        expect(values(await stream.tail(4))).toEqual(['b', 'c', 'd', 'e'])
        await stream.append('f')
        expect(values(await stream.tail(2))).toEqual(['e', 'f'])
        expect(values(await stream.read('g', 'c'))[0]).toBe('a')
      })

      it('say that they are empty', async () => {
        expect(await stream.info()).toEqual({ length: 0, lastId: null, groups: [] })
      })

      it('refuse a group that was not made', async () => {
        await expect(stream.read('none', 'c')).rejects.toBeInstanceOf(NoSuchGroup)
        await stream.append('a')
        await expect(stream.read('none', 'c', { blockMs: 1_000 })).rejects.toBeInstanceOf(NoSuchGroup)
      })

      it('wake a reader that waits', async () => {
        await stream.createGroup('g', 'end')
        const reading = stream.read('g', 'c', { blockMs: 10_000 })
        await stream.append('a')
        expect(values(await reading)).toEqual(['a'])
        expect(await stream.read('g', 'c', { blockMs: 20 })).toEqual([])
      })

      it('give an entry to one of those who wait', async () => {
        await stream.createGroup('g', 'end')
        const readings = ['a', 'b', 'c'].map((name) => stream.read('g', name, { blockMs: 10_000, count: 1 }))
        for (const value of ['1', '2', '3']) await stream.append(value)
        expect(values((await Promise.all(readings)).flat()).sort()).toEqual(['1', '2', '3'])
      })

      it('stop waiting when the signal says so', async () => {
        await stream.createGroup('g', 'end')
        const stop = new AbortController()
        const reading = stream.read('g', 'c', { blockMs: 10_000, signal: stop.signal })
        stop.abort(new Error('enough'))
        await expect(reading).rejects.toThrow('enough')
        await expect(stream.read('g', 'c', { signal: stop.signal })).rejects.toThrow('enough')
        await stream.append('a')
        expect(values(await stream.read('g', 'c')), 'the reader that gave up took nothing').toEqual(['a'])
      })

      it('let a consumer take over what another left', async () => {
        await stream.createGroup('g', 'end')
        const ids = await stream.append('a', 'b', 'c')
        await stream.read('g', 'gone')
        await stream.acknowledge('g', ids.slice(1, 2))
        expect(await stream.claimIdle('g', 'heir', { idleMs: 600_000 })).toEqual([])
        await after(50, async () =>
          expect(await stream.claimIdle('g', 'heir', { idleMs: 50, count: 1 })).toEqual([
            { id: ids[0], value: 'a', deliveries: 2 },
          ]),
        )
        expect(values(await stream.claimIdle('g', 'heir', { idleMs: 50 }))).toContain('c')
        await stream.acknowledge('g', ids)
        expect((await stream.info()).groups).toEqual([{ name: 'g', pending: 0, lag: 0 }])
      })

      it('deliver again after a restart what was not acknowledged, and count it', async () => {
        await stream.createGroup('g', 'end')
        const ids = await stream.append('a', 'b', 'c', 'd')
        await stream.read('g', 'c', { count: 3 })
        await stream.acknowledge('g', ids.slice(1, 2))
        for (const deliveries of [2, 3]) {
          kv = await test.reopen()
          stream = kv.stream(`${own}s`)
          expect(await stream.read('g', 'c', { count: 1 })).toEqual([{ id: ids[0], value: 'a', deliveries }])
          expect(await stream.read('g', 'c', { count: 1 })).toEqual([{ id: ids[2], value: 'c', deliveries }])
        }
        expect(await stream.read('g', 'c')).toEqual([{ id: ids[3], value: 'd', deliveries: 1 }])
        await stream.acknowledge('g', ids)
        kv = await test.reopen()
        stream = kv.stream(`${own}s`)
        expect(await stream.read('g', 'c')).toEqual([])
        const [next] = await stream.append('e')
        expect([...ids, next]).toEqual(inOrder([...ids, next ?? '']))
        expect(values(await stream.read('g', 'c'))).toEqual(['e'])
      })

      it('acknowledge after a restart what was read before it', async () => {
        await stream.createGroup('g', 'end')
        const ids = await stream.append('a', 'b')
        await stream.read('g', 'c')
        kv = await test.reopen()
        stream = kv.stream(`${own}s`)
        await stream.acknowledge('g', ids.slice(0, 1))
        expect(values(await readAll(stream, 'g', 'c'))).toEqual(['b'])
      })

      it('keep at least as many entries as asked', async () => {
        const kept = kv.stream(`${own}kept`, { keep: 100 })
        await kept.createGroup('g', 'end')
        for (let i = 0; i < 10; i++) {
          const ids = await kept.append(...Array.from({ length: 50 }, (_, j) => `${i * 50 + j}`))
          await readAll(kept, 'g', 'c')
          await kept.acknowledge('g', ids)
        }
        expect((await kept.info()).length).toBeGreaterThanOrEqual(100)
        await kept.createGroup('late', 'beginning')
        const last = (await readAll(kept, 'late', 'c')).slice(-100)
        expect(values(last)).toEqual(Array.from({ length: 100 }, (_, i) => `${400 + i}`))
      })
    })

    it('rejects what comes after it was disposed, and those who wait', async () => {
      const stream = kv.stream(`${own}s`)
      await stream.createGroup('g', 'end')
      await kv.lock(`${own}l`)
      const waiting = [stream.read('g', 'c', { blockMs: 10_000 }), kv.lock(`${own}l`, { waitMs: 10_000 })].map(
        (promise) => expect(promise).rejects.toBeInstanceOf(KvClosed),
      )
      await kv[Symbol.asyncDispose]()
      await kv[Symbol.asyncDispose]()
      await Promise.all(waiting)
      const calls: (() => Promise<unknown>)[] = [
        () => kv.get('a'),
        () => kv.set('a', 'b'),
        () => kv.delete('a'),
        () => kv.expire('a', 1),
        () => listed(kv, 'a'),
        () => kv.lock('a'),
        () => stream.append('a'),
        () => stream.createGroup('g', 'end'),
        () => stream.read('g', 'c'),
        () => stream.acknowledge('g', []),
        () => stream.claimIdle('g', 'c', { idleMs: 0 }),
        () => stream.tail(1),
        () => stream.info(),
      ]
      for (const call of calls) await expect(call(), String(call)).rejects.toBeInstanceOf(KvClosed)
    })
  })
}

function values(entries: readonly { value: string }[]): string[] {
  return entries.map((entry) => entry.value)
}

async function listed(kv: Kv, prefix: string): Promise<string[]> {
  return Array.fromAsync(kv.keys(prefix))
}

async function readAll(stream: Stream, group: string, consumer: string): Promise<{ id: string; value: string }[]> {
  const all: { id: string; value: string }[] = []
  for (;;) {
    const entries = await stream.read(group, consumer)
    if (entries.length === 0) return all
    all.push(...entries)
  }
}

/** Sorted by time, then by sequence. */
function inOrder(ids: readonly string[]): string[] {
  const parts = (id: string): number[] => id.split('-').map(Number)
  return [...ids].sort((a, b) => {
    const [aMs = 0, aSequence = 0] = parts(a)
    const [bMs = 0, bSequence = 0] = parts(b)
    return aMs - bMs || aSequence - bSequence
  })
}

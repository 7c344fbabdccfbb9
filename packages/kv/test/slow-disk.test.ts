import { setTimeout as delay } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { openEmbeddedKv } from '../src/embedded/index.ts'
import { JournalFull } from '../src/index.ts'
import { entriesOf, trialFolder } from './trial-folder.ts'
import { TrialDisk } from './trial-disk.ts'

it('puts what arrives during a slow sync into the next one', async () => {
  await using folder = await trialFolder()
  const disk = new TrialDisk()
  await using kv = await openEmbeddedKv({ ...folder, disk })
  await kv.stream('s').append('first')
  disk.syncs = 0
  disk.beforeSync = () => delay(50)
  const callers = Array.from({ length: 100 }, async (_, caller) => {
    for (let i = 0; i < 3; i++) await kv.stream('s').append(`${caller}.${i}`)
  })
  await Promise.all(callers)
  expect(disk.syncs).toBeLessThanOrEqual(4)
  disk.beforeSync = () => Promise.resolve()
  expect(await entriesOf(kv, 's')).toHaveLength(301)
})

it('shares one sync among all that one turn of the event loop appends', async () => {
  await using folder = await trialFolder()
  const disk = new TrialDisk()
  await using kv = await openEmbeddedKv({ ...folder, disk })
  await kv.stream('s').append('first')
  disk.syncs = 0
  await Promise.all(Array.from({ length: 1_000 }, (_, i) => kv.stream('s').append(`${i}`)))
  expect(disk.syncs).toBe(1)
})

it('refuses what a stuck disk cannot take soon, keeps the rest, and goes on when it is back', async () => {
  await using folder = await trialFolder()
  const disk = new TrialDisk()
  await using kv = await openEmbeddedKv({ ...folder, disk })
  const stream = kv.stream('s')
  await stream.append('first')
  const { promise: stuck, resolve: release } = Promise.withResolvers<void>()
  disk.beforeSync = () => stuck
  const appends = Array.from({ length: 300 }, () => stream.append('x'.repeat(100_000)))
  const settled = Promise.allSettled(appends)
  await expect(appends.at(-1)).rejects.toThrow(/^The disk does not keep up: \d+ bytes wait/)
  release()
  const outcomes = await settled
  const stored = outcomes.filter(({ status }) => status === 'fulfilled').length
  expect(stored).toBeGreaterThanOrEqual(80)
  expect(stored).toBeLessThan(130)
  for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(JournalFull)
  await stream.append('after')
  expect(await entriesOf(kv, 's')).toHaveLength(stored + 2)
})

it('writes what still waits when it is disposed', async () => {
  await using folder = await trialFolder()
  const disk = new TrialDisk()
  const kv = await openEmbeddedKv({ ...folder, disk })
  await kv.stream('s').append('first')
  disk.beforeSync = () => delay(20)
  const appends = [kv.stream('s').append('a')]
  await Promise.resolve()
  appends.push(kv.stream('s').append('b'))
  await kv[Symbol.asyncDispose]()
  expect((await Promise.all(appends)).flat()).toHaveLength(2)
  await using again = await openEmbeddedKv(folder)
  expect((await entriesOf(again, 's')).map(({ value }) => value)).toEqual(['first', 'a', 'b'])
})

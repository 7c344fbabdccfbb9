import { cp } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { openEmbeddedKv } from '../src/embedded/index.ts'
import { trialFolder } from './trial-folder.ts'

it('has a durable key on the disk when its set resolves', async () => {
  await using folder = await trialFolder()
  await using copy = await trialFolder()
  await using kv = await openEmbeddedKv(folder)
  await Promise.all(['a', 'b', 'c'].map((key) => kv.set(key, key, { durable: true })))
  await kv.set('a', 'later', { durable: true })

  // What a kill at this moment would leave.
  await cp(folder.dir, copy.dir, { recursive: true })
  await using after = await openEmbeddedKv(copy)
  expect(await Promise.all(['a', 'b', 'c'].map((key) => after.get(key)))).toEqual(['later', 'b', 'c'])
})

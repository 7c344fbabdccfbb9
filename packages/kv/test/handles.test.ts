import { expect, it } from 'vitest'
import { openEmbeddedKv } from '../src/embedded/index.ts'
import { trialFolder } from './trial-folder.ts'
import { TrialDisk } from './trial-disk.ts'

it('closes every file it opened', async () => {
  await using folder = await trialFolder()
  const disk = new TrialDisk()
  for (let life = 0; life < 3; life++) {
    await using kv = await openEmbeddedKv({ ...folder, disk, maxBytes: 200_000 })
    for (const name of ['a', 'b']) {
      const stream = kv.stream(name)
      await stream.createGroup('g', 'beginning')
      for (let i = 0; i < 20; i++) await stream.append('x'.repeat(2_000))
      for (const { id } of await stream.read('g', 'c')) await stream.acknowledge('g', [id])
    }
    await kv.set('a', 'b')
    await kv.lock('l')
    expect(disk.openFiles).toBeGreaterThan(0)
  }
  expect(disk.openFiles).toBe(0)
})

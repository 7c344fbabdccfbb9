import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { openEmbeddedKv } from '../src/embedded/index.ts'
import { trialFolder } from './trial-folder.ts'

it('counts the deliveries of an entry that crashes the whole process each time', async () => {
  await using folder = await trialFolder()
  {
    await using kv = await openEmbeddedKv(folder)
    await kv.stream('s').createGroup('g', 'end')
    await kv.stream('s').append('poison')
  }
  const script = fileURLToPath(new URL('read-and-crash.ts', import.meta.url))
  for (let i = 0; i < 3; i++) {
    const { stderr } = spawnSync(process.execPath, [script, folder.dir], { encoding: 'utf8' })
    expect(stderr).toContain('cannot bear poison')
  }
  await using kv = await openEmbeddedKv(folder)
  expect(await kv.stream('s').read('g', 'c')).toMatchObject([{ value: 'poison', deliveries: 4 }])
})

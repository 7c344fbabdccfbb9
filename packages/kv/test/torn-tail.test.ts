import { readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type KvFault, openEmbeddedKv } from '../src/embedded/index.ts'
import { entriesOf, segmentsOf, trialFolder } from './trial-folder.ts'

it('drops the last record of a stream wherever it was cut, says so once, and goes on', async () => {
  await using folder = await trialFolder()
  const kv = await openEmbeddedKv(folder)
  const ids = [...(await kv.stream('s').append('first')), ...(await kv.stream('s').append('second', 'second too'))]
  const [file = ''] = await segmentsOf(folder.dir, 's')
  const before = (await readFile(file)).length
  await kv.stream('s').append('third', 'and a fourth')
  await kv[Symbol.asyncDispose]()
  const whole = await readFile(file)

  for (let cut = before; cut < whole.length; cut++) {
    await writeFile(file, whole.subarray(0, cut))
    const faults: KvFault[] = []
    {
      await using kv = await openEmbeddedKv({ ...folder, log: (fault) => faults.push(fault) })
      const [next = ''] = await kv.stream('s').append('next')
      expect((await entriesOf(kv, 's')).map(({ value }) => value)).toEqual(['first', 'second', 'second too', 'next'])
      expect(Number(next.split('-')[1])).toBe(ids.length)
    }
    expect(faults.map(({ kind }) => kind)).toEqual(cut === before ? [] : ['torn-tail'])
    if (cut > before) expect(faults[0]?.message).toContain(`Its ${cut - before} bytes were dropped`)
    await writeFile(join(folder.dir, 'streams', 's', 'groups.log'), await emptyGroups())
  }
})

it('drops a last record that is of full length but was never written, as a power cut leaves it', async () => {
  await using folder = await trialFolder()
  const kv = await openEmbeddedKv(folder)
  await kv.stream('s').append('first')
  const [file = ''] = await segmentsOf(folder.dir, 's')
  const before = (await readFile(file)).length
  await kv.stream('s').append('second')
  await kv[Symbol.asyncDispose]()
  const { length } = await readFile(file)
  await truncate(file, before)
  await truncate(file, length)

  await using again = await openEmbeddedKv(folder)
  expect((await entriesOf(again, 's')).map(({ value }) => value)).toEqual(['first'])
})

it('keeps the keys of before when the last write of keys was cut', async () => {
  await using folder = await trialFolder()
  const file = join(folder.dir, 'keys.log')
  await setInOneLife(folder.dir, 'a', '1')
  const before = (await readFile(file)).length
  await setInOneLife(folder.dir, 'b', '2')
  const whole = await readFile(file)
  expect(whole.length).toBeGreaterThan(before)

  for (let cut = before; cut <= whole.length; cut++) {
    await writeFile(file, whole.subarray(0, cut))
    await using kv = await openEmbeddedKv(folder)
    expect(await kv.get('a')).toBe('1')
    expect(await kv.get('b')).toBe(cut === whole.length ? '2' : null)
  }
})

it('delivers again when the last write of a group was cut', async () => {
  await using folder = await trialFolder()
  const file = join(folder.dir, 'streams', 's', 'groups.log')
  const kv = await openEmbeddedKv(folder)
  await kv.stream('s').createGroup('g', 'end')
  const before = (await readFile(file)).length
  const ids = await kv.stream('s').append('first', 'second')
  await kv.stream('s').read('g', 'c')
  await kv.stream('s').acknowledge('g', ids.slice(0, 1))
  await kv[Symbol.asyncDispose]()
  const whole = await readFile(file)

  for (let cut = before; cut <= whole.length; cut++) {
    await writeFile(file, whole.subarray(0, cut))
    await using kv = await openEmbeddedKv(folder)
    const values = (await kv.stream('s').read('g', 'c')).map(({ value }) => value)
    expect(values).toEqual(cut === whole.length ? ['second'] : ['first', 'second'])
  }
})

/** The file of a stream without groups. */
async function emptyGroups(): Promise<Buffer> {
  const { frameOf } = await import('../src/embedded/frame.ts')
  return frameOf('{}')
}

async function setInOneLife(dir: string, key: string, value: string): Promise<void> {
  await using kv = await openEmbeddedKv({ dir })
  await kv.set(key, value)
}

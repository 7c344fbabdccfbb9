import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openEmbeddedKv } from '../src/embedded/index.ts'
import { JournalDamaged } from '../src/index.ts'
import { drain, segmentsOf, seeded, trialFolder } from './trial-folder.ts'

it('refuses a stream in which any bit before the last record changed, and names file and byte', async () => {
  await using folder = await trialFolder()
  const kv = await openEmbeddedKv(folder)
  await kv.stream('s').append('first')
  await kv.stream('s').append('second')
  const [file = ''] = await segmentsOf(folder.dir, 's')
  const lastRecordAt = (await readFile(file)).length
  await kv.stream('s').append('third')
  await kv[Symbol.asyncDispose]()
  const whole = await readFile(file)

  for (let byte = 0; byte < lastRecordAt; byte++) {
    const damaged = Buffer.from(whole)
    damaged[byte] = (damaged[byte] ?? 0) ^ (1 << (byte % 8))
    await writeFile(file, damaged)
    const opening = openEmbeddedKv(folder)
    await expect(opening, `byte ${byte}`).rejects.toBeInstanceOf(JournalDamaged)
    await expect(opening).rejects.toThrow(/0000000000000000\.log is damaged at byte \d+/)
    expect(await readFile(file), 'nothing was cut off').toEqual(damaged)
  }
  await writeFile(file, whole)
  await using mended = await openEmbeddedKv(folder)
  expect((await mended.stream('s').info()).length).toBe(3)
})

it('refuses damaged keys', async () => {
  await using folder = await trialFolder()
  for (const key of ['a', 'b', 'c']) {
    await using kv = await openEmbeddedKv(folder)
    await kv.set(key, 'value')
  }
  const file = join(folder.dir, 'keys.log')
  const damaged = await readFile(file)
  damaged[20] = (damaged[20] ?? 0) ^ 1
  await writeFile(file, damaged)
  await expect(openEmbeddedKv(folder)).rejects.toThrow('keys.log is damaged at byte 0')
})

it('gives the entries before the damage in an older file, then says where it is', async () => {
  await using folder = await trialFolder()
  const small = { ...folder, maxBytes: 800_000 }
  const written = await openEmbeddedKv(small)
  await written.stream('s').createGroup('g', 'beginning')
  for (let i = 0; i < 400; i++) await written.stream('s').append(`${i}`.padEnd(1_000))
  await written[Symbol.asyncDispose]()
  const files = await segmentsOf(folder.dir, 's')
  expect(files.length).toBeGreaterThan(3)
  const file = files[1] ?? ''
  const damaged = await readFile(file)
  const byte = Math.floor(seeded(1)() * damaged.length)
  damaged[byte] = (damaged[byte] ?? 0) ^ 1
  await writeFile(file, damaged)

  await using kv = await openEmbeddedKv(small)
  let read = 0
  await expect(
    (async () => {
      for (;;) read += (await kv.stream('s').read('g', 'c')).length
    })(),
  ).rejects.toThrow(`${file} is damaged at byte `)
  expect(read).toBeGreaterThan(90)
  expect((await kv.stream('s').append('still appends')).length).toBe(1)
})

it('says which file is missing', async () => {
  await using folder = await trialFolder()
  const small = { ...folder, maxBytes: 800_000 }
  const written = await openEmbeddedKv(small)
  await written.stream('s').createGroup('g', 'beginning')
  for (let i = 0; i < 400; i++) await written.stream('s').append(`${i}`.padEnd(1_000))
  await written[Symbol.asyncDispose]()
  const file = (await segmentsOf(folder.dir, 's'))[1] ?? ''
  await rename(file, join(folder.dir, 'elsewhere'))
  await using kv = await openEmbeddedKv(small)
  await expect(drain(kv.stream('s'), 'g')).rejects.toThrow(/is missing/)
})

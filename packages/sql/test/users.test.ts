import { spawnSync } from 'node:child_process'
import { chmod, chown, mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openEmbeddedDatabase } from '../src/embedded/index.ts'
import { trial, trialFolder } from './trial-database.ts'

const isRoot = process.getuid?.() === 0
const hasNamespaces = spawnSync('unshare', ['--user', '--map-user=65534', 'true']).status === 0

it('is not readable by others, whoever we are', async () => {
  await using folder = await trialFolder()
  await using database = await openEmbeddedDatabase(trial(folder.dir))
  expect(database.kind).toBe('embedded-postgres')
  const modeOf = async (...names: string[]): Promise<number> => (await stat(join(folder.dir, ...names))).mode & 0o777
  expect(await modeOf('data')).toBe(0o700)
  expect(await modeOf('run')).toBe(0o700)
  expect(await modeOf('credentials.json')).toBe(0o600)
  expect((await modeOf()) & 0o666).toBe(0o600)
})

it('opens below a folder that only we may enter, over a restart too: as root by a user namespace, or as PGlite', async () => {
  await using folder = await trialFolder()
  await chmod(folder.dir, 0o700)
  const options = trial(join(folder.dir, 'sql'))
  for (const words of [[], [{ word: 'before' }]]) {
    await using database = await openEmbeddedDatabase(options)
    expect(database.kind).toBe(!isRoot || hasNamespaces ? 'embedded-postgres' : 'pglite')
    await using sql = database.connect('home')
    await sql.query('create table if not exists kept (word text)')
    expect(await sql.query('select * from kept')).toEqual(words)
    await sql.query(`insert into kept values ('before')`)
    // Opened to others meanwhile, it stays with whom it was made.
    await chmod(folder.dir, 0o711)
  }
})

it('falls back to PGlite with a warning where PostgreSQL may not enter', async () => {
  await using folder = await trialFolder()
  // Root only: a folder of somebody else's, which root enters and its server does not.
  const closed = join(folder.dir, 'closed')
  await mkdir(closed, { mode: 0o700 })
  if (isRoot) await chown(closed, 1234, 1234)
  const options = trial(join(closed, 'sql'))
  await using database = await openEmbeddedDatabase(options)
  expect(database.kind).toBe(isRoot ? 'pglite' : 'embedded-postgres')
  const warnings = options.events.filter(({ level }) => level === 'warn').map(({ message }) => message)
  expect(warnings).toEqual(
    isRoot ? [expect.stringContaining(`may not enter ${closed}. Start TALI as an ordinary`)] : [],
  )
})

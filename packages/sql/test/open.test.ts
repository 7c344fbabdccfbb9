import { spawnSync } from 'node:child_process'
import { chmod, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { openEmbeddedDatabase } from '../src/embedded/index.ts'
import { openPostgres } from '../src/postgres.ts'
import { SqlUnavailable } from '../src/index.ts'
import { trial, trialFolder } from './trial-database.ts'

it.each(['postgres', 'pglite'] as const)(
  'refuses a second opener of the folder, and leaves the first alone: %s',
  async (prefer) => {
    await using folder = await trialFolder()
    const options = { ...trial(folder.dir), prefer }
    await using database = await openEmbeddedDatabase(options)
    await using sql = database.connect('home')
    await sql.query('create table kept (n int)')
    await expect(openEmbeddedDatabase(options)).rejects.toThrow(`The database in ${folder.dir} is open already`)
    const script = fileURLToPath(new URL('open-and-wait.ts', import.meta.url))
    const other = spawnSync(process.execPath, [script, folder.dir], { encoding: 'utf8', timeout: 20_000 })
    expect(other.stderr).toContain('is open already: another TALI runs on it')
    await sql.query('insert into kept values (1)')
  },
)

it('opens again as the engine it was made with, with its data, and a module that is new', async () => {
  await using folder = await trialFolder()
  for (const prefer of ['pglite', 'postgres'] as const) {
    const options = { ...trial(join(folder.dir, prefer)), prefer }
    {
      await using database = await openEmbeddedDatabase(options)
      await using sql = database.connect('home')
      await sql.query(`create table kept as select 'before' as word`)
    }
    const other = prefer === 'pglite' ? 'postgres' : 'pglite'
    await using again = await openEmbeddedDatabase({ ...options, modules: ['home', 'garden'], prefer: other })
    expect(again.kind).toBe(prefer === 'pglite' ? 'pglite' : 'embedded-postgres')
    await using sql = again.connect('home')
    expect(await sql.query('select * from kept')).toEqual([{ word: 'before' }])
    await using garden = again.connect('garden')
    await garden.query('create table bed (n int)')
    await expect(garden.query('select * from home.kept')).rejects.toMatchObject({ code: '42501' })
  }
})

it('says which folder it cannot write in', async () => {
  await using folder = await trialFolder()
  const dir = join(folder.dir, 'file')
  await writeFile(dir, '')
  await expect(openEmbeddedDatabase(trial(dir))).rejects.toThrow(
    `TALI cannot write in the folder of its database, ${dir} (`,
  )
  // An ordinary user's; root may write anywhere.
  const closed = join(folder.dir, 'closed')
  await mkdir(closed, { mode: 0o500 })
  if (process.getuid?.() !== 0) {
    await expect(openEmbeddedDatabase(trial(closed))).rejects.toThrow('TALI cannot write in the folder of its database')
  }
  await chmod(closed, 0o700)
})

it('does not invent passwords for a database that exists', async () => {
  await using folder = await trialFolder()
  await (await openEmbeddedDatabase(trial(folder.dir)))[Symbol.asyncDispose]()
  await rename(join(folder.dir, 'credentials.json'), join(folder.dir, 'away'))
  await expect(openEmbeddedDatabase(trial(folder.dir))).rejects.toThrow('The passwords of the database are gone')
  await rename(join(folder.dir, 'away'), join(folder.dir, 'credentials.json'))
  await (await openEmbeddedDatabase(trial(folder.dir)))[Symbol.asyncDispose]()
})

it('says what PostgreSQL said when its data cannot be opened, and does not begin anew', async () => {
  await using folder = await trialFolder()
  await (await openEmbeddedDatabase(trial(folder.dir)))[Symbol.asyncDispose]()
  const control = join(folder.dir, 'data', 'global', 'pg_control')
  const whole = await readFile(control)
  await writeFile(control, Buffer.alloc(whole.length, 7))
  await expect(openEmbeddedDatabase(trial(folder.dir))).rejects.toThrow(
    /^PostgreSQL did not start \(exit code 1\): FATAL/,
  )
  await writeFile(control, whole)
  await (await openEmbeddedDatabase(trial(folder.dir)))[Symbol.asyncDispose]()
})

it('leaves no process, no socket and no handle behind', async () => {
  await using folder = await trialFolder()
  const before = handles()
  const options = trial(folder.dir)
  for (let life = 0; life < 2; life++) {
    await using database = await openEmbeddedDatabase(options)
    const sql = database.connect('home')
    await Promise.all(Array.from({ length: 8 }, () => sql.query('select 1')))
    await database.connectOwner().query('select 1')
  }
  await expect.poll(handles).toEqual(before)
  expect(await readdir(join(folder.dir, 'run'))).toEqual([])
  expect(await readdir(join(folder.dir, 'data'))).not.toContain('postmaster.pid')
  expect(options.events.map(({ level }) => level)).toEqual(['info'])
})

it('says that a server of a URL is not there', async () => {
  const opening = openPostgres({ url: 'postgres://tali@127.0.0.1:1/tali', modules: ['home'] })
  await expect(opening).rejects.toThrow('The database cannot be reached: connect ECONNREFUSED 127.0.0.1:1')
  await expect(opening).rejects.toBeInstanceOf(SqlUnavailable)
})

/** Processes, pipes and sockets that are open in this process. */
function handles(): string[] {
  return process
    .getActiveResourcesInfo()
    .filter((kind) => kind.endsWith('Wrap'))
    .sort()
}

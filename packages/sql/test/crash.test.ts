import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { openEmbeddedDatabase } from '../src/embedded/index.ts'
import { type Sql, SqlUnavailable } from '../src/index.ts'
import { trial, trialFolder } from './trial-database.ts'

it('comes back after kill -9 under load with every insert that it acknowledged', async () => {
  await using folder = await trialFolder()
  const options = trial(folder.dir)
  await using database = await openEmbeddedDatabase(options)
  await using sql = database.connect('home')
  await sql.query('create table kept (n int primary key)')

  const acknowledged: number[] = []
  const refusals: unknown[] = []
  const over = new AbortController()
  const writers = Array.from({ length: 4 }, async (_, writer) => {
    for (let n = writer; !over.signal.aborted; n += 4) {
      try {
        await sql.query('insert into kept values ($1)', [n])
        acknowledged.push(n)
      } catch (error) {
        refusals.push(error)
        await delay(5)
      }
    }
  })
  for (let kills = 1; kills <= 3; kills++) {
    await expect.poll(() => acknowledged.length, { timeout: 10_000 }).toBeGreaterThan(kills * 100)
    process.kill(await postmasterOf(folder.dir), 'SIGKILL')
    // A connection that is at work when its postmaster dies goes on for a moment: only a new server counts.
    await expect.poll(() => timesBack(options), { timeout: 20_000 }).toBe(kills)
    const before = acknowledged.length
    await expect.poll(() => acknowledged.length, { timeout: 15_000 }).toBeGreaterThan(before + 10)
  }
  over.abort()
  await Promise.all(writers)

  expect(refusals.length).toBeGreaterThan(0)
  for (const error of refusals) expect(error).toBeInstanceOf(SqlUnavailable)
  expect(String(refusals[0])).toMatch(/^SqlUnavailable: The database cannot be reached: /)
  const stored = new Set((await sql.query<{ n: number }>('select n from kept')).map(({ n }) => n))
  expect(acknowledged.filter((n) => !stored.has(n))).toEqual([])
  const messages = options.events.map(({ message }) => message)
  expect(
    messages.filter((message) => message === 'PostgreSQL ended (killed by SIGKILL). It is started again.'),
  ).toHaveLength(3)
}, 60_000)

it('refuses queries at once while the server is down, and takes them when it is back', async () => {
  await using folder = await trialFolder()
  await using database = await openEmbeddedDatabase(trial(folder.dir))
  await using sql = database.connect('home')
  const sleeping = expect(sql.query('select pg_sleep(9)')).rejects.toBeInstanceOf(SqlUnavailable)
  await expect.poll(() => countOf(sql, `pg_stat_activity where query like 'select pg_sleep%'`)).toBe(1)
  process.kill(await postmasterOf(folder.dir), 'SIGKILL')
  const begun = performance.now()
  await sleeping
  await expect.poll(() => countOf(sql, 'pg_class').catch(() => 0), { timeout: 15_000 }).toBeGreaterThan(0)
  expect(performance.now() - begun).toBeLessThan(15_000)
})

it('is stopped when TALI is killed, and opens again with what TALI had been told is stored', async () => {
  await using folder = await trialFolder()
  const { pid, kill } = await openElsewhere(folder.dir)
  await kill()
  await using database = await openEmbeddedDatabase(trial(folder.dir))
  await using sql = database.connect('home')
  expect(await sql.query('select word from told')).toEqual([{ word: 'stored' }])
  expect(isAlive(pid)).toBe(false)
})

it('ends a server that was left behind with nobody to stop it', async () => {
  await using folder = await trialFolder()
  const { pid, watcher, kill } = await openElsewhere(folder.dir)
  process.kill(watcher, 'SIGKILL')
  await kill()
  expect(isAlive(pid)).toBe(true)
  const options = trial(folder.dir)
  await using database = await openEmbeddedDatabase(options)
  await using sql = database.connect('home')
  expect(await sql.query('select word from told')).toEqual([{ word: 'stored' }])
  expect(isAlive(pid)).toBe(false)
  expect(options.events.map(({ message }) => message)).toEqual([
    `A PostgreSQL of an earlier run is still there (process ${pid}); stopping it.`,
  ])
})

/** A second process with an open database, and one row in it. */
async function openElsewhere(dir: string): Promise<{ pid: number; watcher: number; kill: () => Promise<void> }> {
  const script = fileURLToPath(new URL('open-and-wait.ts', import.meta.url))
  const child = spawn(process.execPath, [script, dir], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })
  const [line]: string[] = await Promise.race([once(lines, 'line'), exited.then(() => [])])
  if (line !== 'open') throw new Error('The other process did not open the database.')
  const pid = await postmasterOf(dir)
  return {
    pid,
    watcher: watcherOf(pid),
    kill: async () => {
      child.kill('SIGKILL')
      await exited
    },
  }
}

async function postmasterOf(dir: string): Promise<number> {
  return Number.parseInt(await readFile(join(dir, 'data', 'postmaster.pid'), 'utf8'))
}

/** How often the server was started again. */
function timesBack({ events }: { events: readonly { message: string }[] }): number {
  return events.filter(({ message }) => message.startsWith('PostgreSQL runs again after')).length
}

async function countOf(sql: Sql, from: string): Promise<number | undefined> {
  return (await sql.query<{ count: number }>(`select count(*) from ${from}`))[0]?.count
}

/** The shell that waits for the end of the process which started the server. */
function watcherOf(pid: number): number {
  const all = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,args='], { encoding: 'utf8' }).split('\n')
  const line = all.find((line) => line.endsWith(`watch-postgres ${pid}`))
  if (!line) throw new Error(`Nobody watches the server ${pid}.`)
  return Number.parseInt(line)
}

/** A zombie, which nobody has waited for yet, is not. */
function isAlive(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' })
  return stdout.trim() !== '' && !stdout.startsWith('Z')
}

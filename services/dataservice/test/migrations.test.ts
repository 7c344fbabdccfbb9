import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { FakeClock, openTrialDatabase, TemporaryFolder, type TrialDatabase } from '@tali/testing'
import { applyMigrations } from '../src/migrations/apply-migrations.ts'
import { readMigrations } from '../src/migrations/read-migrations.ts'

let trial: TrialDatabase
let folder: TemporaryFolder
beforeAll(async () => {
  trial = await openTrialDatabase()
})
afterAll(() => trial[Symbol.asyncDispose]())
beforeEach(async () => {
  folder = await TemporaryFolder.make()
  await using owner = trial.database.connectOwner()
  await owner.query('drop table if exists tali_meta.tali_schema_history, core.first, core.second, core.third')
})
afterEach(() => folder[Symbol.asyncDispose]())

const write = async (module: string, name: string, sql: string) => {
  await mkdir(join(folder.path, module), { recursive: true })
  await writeFile(join(folder.path, module, name), sql)
}
const migrate = async () => {
  await using owner = trial.database.connectOwner()
  const applied = await applyMigrations(owner, await readMigrations(folder.path), new FakeClock())
  return applied.map(({ module, version }) => `${module} ${version}`)
}
const tables = async () => {
  await using owner = trial.database.connectOwner()
  const rows = await owner.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'core' order by 1`,
  )
  return rows.map(({ name }) => name)
}

describe('migrations', () => {
  it('are applied in the order of their versions, once', async () => {
    await write('core', '1.10.0-third.sql', 'create table core.third (like core.second)')
    await write('core', '1.2.0-second.sql', 'create table core.second (like core.first)')
    await write('core', '1.0.0-first.sql', 'create table core.first (id int)')
    expect(await migrate()).toEqual(['core 1.0.0', 'core 1.2.0', 'core 1.10.0'])
    expect(await migrate()).toEqual([])
    expect(await tables()).toEqual(['first', 'second', 'third'])
  })

  it('that fail leave nothing of themselves, and keep what came before', async () => {
    await write('core', '1.0.0-first.sql', 'create table core.first (id int)')
    await write('core', '1.1.0-second.sql', 'create table core.second (id int); select 1 / 0')
    await expect(migrate()).rejects.toMatchObject({ code: 'dataservice.migration_failed' })
    expect(await tables()).toEqual(['first'])
    await write('core', '1.1.0-second.sql', 'create table core.second (id int)')
    expect(await migrate()).toEqual(['core 1.1.0'])
  })

  it('that were applied never change: a start with a changed file is refused, and nothing is done', async () => {
    await write('core', '1.0.0-first.sql', 'create table core.first (id int)')
    await migrate()
    await write('core', '1.0.0-first.sql', 'create table core.first (id bigint)')
    await write('core', '1.1.0-second.sql', 'create table core.second (id int)')
    await expect(migrate()).rejects.toMatchObject({
      code: 'dataservice.migration_changed',
      message: expect.stringContaining('core/1.0.0-first.sql'),
    })
    expect(await tables()).toEqual(['first'])
  })

  it('refuse a program that is older than its data', async () => {
    await write('core', '1.0.0-first.sql', 'create table core.first (id int)')
    await write('persona', '2.0.0-newer.sql', 'select 1')
    await migrate()
    await using older = await TemporaryFolder.make()
    await mkdir(join(older.path, 'core'))
    await writeFile(join(older.path, 'core', '1.0.0-first.sql'), 'create table core.first (id int)')
    await using owner = trial.database.connectOwner()
    await expect(applyMigrations(owner, await readMigrations(older.path), new FakeClock())).rejects.toMatchObject({
      code: 'dataservice.migration_missing',
      message: expect.stringContaining('persona@2.0.0'),
    })
  })

  it('run once when two start at the same time', async () => {
    await write('core', '1.0.0-first.sql', 'create table core.first (id int)')
    await migrate()
    await write('core', '1.1.0-second.sql', 'create table core.second (id int)')
    const both = await Promise.all([migrate(), migrate()])
    expect(both.flat()).toEqual(['core 1.1.0'])
  })

  it('run once when two start at the same time on an empty database', async () => {
    await write('core', '1.0.0-first.sql', 'create table core.first (id int)')
    const both = await Promise.all([migrate(), migrate()])
    expect(both.flat()).toEqual(['core 1.0.0'])
  })

  it('have names that tell their order: another file there is refused by its name', async () => {
    await write('core', 'first.sql', 'select 1')
    await expect(migrate()).rejects.toMatchObject({
      code: 'dataservice.migration_unreadable',
      message: expect.stringContaining('core/first.sql'),
    })
  })
})

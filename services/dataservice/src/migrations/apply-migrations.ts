import type { Queryable, Sql } from '@tali/sql'
import type { Clock } from '@tali/runtime'
import { errors } from '../errors.ts'
import type { Migration } from './read-migrations.ts'

/** What was applied in this run, in order. */
export interface Applied {
  readonly module: string
  readonly version: string
  readonly tookMs: number
}

/**
 * Brings the structure up to date: each missing migration in a transaction of its own, together with its line in
 * `tali_schema_history`, so that a kill leaves either both or none. One runner at a time, by an advisory lock.
 * Rejects, having changed nothing, when an applied file was changed since, or the database is newer than we are.
 */
export async function applyMigrations(owner: Sql, migrations: readonly Migration[], clock: Clock): Promise<Applied[]> {
  await owner.query('create schema if not exists tali_meta')
  // Under the lock too: `if not exists` does not keep two that start at the same time from making it twice.
  await owner.transaction(async (tx) => {
    await lock(tx)
    await tx.query(historyTable)
  })
  const applied: Applied[] = []
  for (const migration of migrations) {
    const begun = clock.monotonic()
    const done = await owner.transaction(async (tx) => {
      await lock(tx)
      const history = await readHistory(tx)
      assertSame(history, migrations)
      if (history.some((row) => isRow(row, migration))) return false
      await runFile(tx, migration)
      await tx.query(
        'insert into tali_meta.tali_schema_history (module, version, title, sha256, applied_at, took_ms) values ($1, $2, $3, $4, $5, $6)',
        [
          migration.module,
          migration.version,
          migration.title,
          migration.sha256,
          new Date(clock.now()),
          Math.round(clock.monotonic() - begun),
        ],
      )
      return true
    })
    if (done) applied.push({ module: migration.module, version: migration.version, tookMs: clock.monotonic() - begun })
  }
  return applied
}

/** "tali" in ASCII: any number that nobody else takes. */
const migrationLock = 0x74616c69

const historyTable = `
  create table if not exists tali_meta.tali_schema_history (
    module text not null,
    version text not null,
    title text not null,
    sha256 text not null,
    applied_at timestamptz not null,
    took_ms integer not null,
    primary key (module, version)
  )`

interface HistoryRow {
  module: string
  version: string
  sha256: string
}

/** Waits for another runner, and holds until the transaction ends. */
async function lock(tx: Queryable): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [migrationLock], { timeoutMs: 300_000 })
}

function readHistory(tx: Queryable): Promise<HistoryRow[]> {
  return tx.query<HistoryRow>('select module, version, sha256 from tali_meta.tali_schema_history')
}

function assertSame(history: readonly HistoryRow[], migrations: readonly Migration[]): void {
  for (const row of history) {
    const migration = migrations.find((each) => isRow(row, each))
    if (!migration) throw errors.error('migration_missing', { values: { module: row.module, version: row.version } })
    if (migration.sha256 !== row.sha256) throw errors.error('migration_changed', { values: { file: migration.file } })
  }
}

async function runFile(tx: Queryable, migration: Migration): Promise<void> {
  try {
    await tx.query(migration.sql, undefined, { timeoutMs: 300_000 })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw errors.error('migration_failed', { values: { file: migration.file, reason }, cause })
  }
}

function isRow(row: HistoryRow, migration: Migration): boolean {
  return row.module === migration.module && row.version === migration.version
}

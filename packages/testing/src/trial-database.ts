import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '@tali/sql'
import { openEmbeddedDatabase } from '@tali/sql/embedded'
import { TemporaryFolder } from './temporary-folder.ts'

/** Every module that has a schema. */
const modules = ['tali_meta', 'core', 'events', 'messenger', 'persona']

/** A database for the tests of one file: a real PostgreSQL in a temporary folder. */
export interface TrialDatabase extends AsyncDisposable {
  readonly database: Database
  /** Forgets all rows; the structure stays. */
  empty(): Promise<void>
}

export async function openTrialDatabase(): Promise<TrialDatabase> {
  const folder = await TemporaryFolder.make()
  const database = await openEmbeddedDatabase({
    dir: join(folder.path, 'database'),
    // Programs are unpacked once for all tests; they may stay.
    cacheDir: join(tmpdir(), 'tali-test-cache'),
    modules,
    log: () => {},
  })
  return {
    database,
    async empty() {
      await using owner = database.connectOwner()
      const tables = await owner.query<{ name: string }>(
        `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
         where schemaname = any($1::text[]) and tablename <> 'tali_schema_history'`,
        [modules],
      )
      if (tables.length > 0) await owner.query(`truncate ${tables.map(({ name }) => name).join(', ')}`)
    },
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]()
      await folder[Symbol.asyncDispose]()
    },
  }
}

import type { Logger } from '@tali/runtime'
import type { Database } from '@tali/sql'
import { connectPostgres } from '@tali/sql/postgres'

/** The database with one login for each module that this service connects as. Nothing is opened before the first query. */
export function openDatabase(urls: Readonly<Record<string, string>>, log: Logger, ownerUrl?: string): Database {
  return connectPostgres({
    urls,
    ownerUrl,
    log: ({ level, message, cause }) => log[level](cause === undefined ? {} : { error: cause }, message),
  })
}

/** Resolves when the database answers to a module's login; rejects with `SqlUnavailable` or `SqlFailed` otherwise. */
export async function reach(database: Database, module: string): Promise<void> {
  await using sql = database.connect(module)
  await sql.query('select 1')
}

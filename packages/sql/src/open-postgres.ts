import { connectPostgres } from './connect-postgres.ts'
import type { DatabaseLog } from './database-event.ts'
import type { Database } from './sql.ts'
import { makeStructureAt } from './make-structure-at.ts'

export interface OpenPostgresOptions {
  /** A database of TALI's own, and a login that owns it and may create roles. */
  url: string
  /** Each gets a schema of its name and a role, as in the embedded database. */
  modules: readonly string[]
  /** Connections of each module and of the owner. Default 4. */
  maxConnections?: number
  log?: DatabaseLog
}

/**
 * A PostgreSQL server by one URL (`DATABASE_URL`): makes the roles and schemas that are missing, then connects as that
 * login and takes the module's role. That keeps mistakes apart, not malice: for that give each role a login of its own,
 * and its URL to `connectPostgres`. Rejects with `SqlUnavailable` when the server cannot be reached, and with
 * `SqlFailed` when the login may not create what is missing.
 */
export async function openPostgres({ url, modules, maxConnections, log }: OpenPostgresOptions): Promise<Database> {
  await makeStructureAt(url, modules)
  const urls = Object.fromEntries(modules.map((module) => [module, url]))
  return connectPostgres({ urls, ownerUrl: url, setRoles: true, maxConnections, log })
}

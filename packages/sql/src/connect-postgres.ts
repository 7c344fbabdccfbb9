import type { PoolConfig } from 'pg'
import type { DatabaseLog } from './database-event.ts'
import { PgSql, DEFAULT_TIMEOUT_MS } from './pg/pg-sql.ts'
import { pgTypes } from './pg/pg-types.ts'
import { PoolSessions } from './pg/pool-sessions.ts'
import type { Database, Sql } from './sql.ts'
import { OWNER, roleOf } from './structure.ts'

export interface ConnectPostgresOptions {
  /**
   * For each module this process connects as, the URL with the module's own role:
   * `postgres://role:password@host:5432/database`; `?host=/folder` for a Unix socket, `?sslmode=verify-full` for TLS.
   */
  urls: Readonly<Record<string, string>>
  /** The role of migrations; needed for `connectOwner` only. */
  ownerUrl?: string
  /** Take the modules' roles and the owner's after logging in, where the URLs are of one login that is a member of them. */
  setRoles?: boolean
  /** Connections that each `Sql` may open. Default 4. */
  maxConnections?: number
  /** What the server shows in `pg_stat_activity`, followed by the module. Default `tali`. */
  applicationName?: string
  /** Gets what no query reports, such as a lost idle connection. */
  log?: DatabaseLog
}

const IDLE_MS = 10_000
const IDLE_IN_TRANSACTION_MS = 60_000

/**
 * A PostgreSQL server. Nothing is opened before the first query; connections that idle for 10 s are closed and do not
 * keep the process alive. A dead server is noticed by TCP keep-alive or, at the latest, 5 s after a statement's timeout.
 */
export function connectPostgres(options: ConnectPostgresOptions): Database {
  const {
    urls,
    ownerUrl,
    setRoles = false,
    maxConnections = 4,
    applicationName = 'tali',
    log = () => undefined,
  } = options
  const open = new Set<Sql>()

  function connect(url: string | undefined, name: string, role: string, searchPath: string): Sql {
    if (!url) throw new Error(`There is no database URL for ${name}.`)
    const config: PoolConfig = {
      connectionString: url,
      max: maxConnections,
      idleTimeoutMillis: IDLE_MS,
      allowExitOnIdle: true,
      keepAlive: true,
      keepAliveInitialDelayMillis: IDLE_MS,
      statement_timeout: DEFAULT_TIMEOUT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
      application_name: `${applicationName} ${name}`,
      options: `-c search_path=${searchPath}${setRoles ? ` -c role=${role}` : ''}`,
      types: pgTypes,
    }
    const sql: Sql = new PgSql(new PoolSessions(config, log), () => open.delete(sql))
    open.add(sql)
    return sql
  }

  return {
    kind: 'postgres',
    description: `PostgreSQL at ${placeOf(ownerUrl ?? Object.values(urls)[0])}`,
    connect: (module) => connect(urls[module], module, roleOf(module), module),
    // No schema: a migration says in which one it works.
    connectOwner: () => connect(ownerUrl, 'owner', OWNER, ''),
    async [Symbol.asyncDispose]() {
      await Promise.all([...open].map((sql) => sql[Symbol.asyncDispose]()))
    },
  }
}

/** Host, port and database; never the password. */
function placeOf(url: string | undefined): string {
  if (!url) return 'no address'
  const { host, pathname, searchParams } = new URL(url)
  return `${searchParams.get('host') ?? host}${pathname}`
}

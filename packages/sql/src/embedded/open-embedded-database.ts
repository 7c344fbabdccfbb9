import { connectPostgres } from '../connect-postgres.ts'
import type { DatabaseLog } from '../database-event.ts'
import type { Database } from '../sql.ts'
import { refuseBadNames } from '../structure.ts'
import { CannotRun } from './cannot-run.ts'
import { hasDataFolder } from './data-folder.ts'
import { lockFolder } from './lock-folder.ts'
import { ownFolder } from './own-folder.ts'
import { hasPglite } from './pglite-folder.ts'
import { startPostgres } from './start-postgres.ts'

export interface OpenEmbeddedDatabaseOptions {
  /** Where the data are, made when missing. One database at a time may be open on it; a second one is refused. */
  dir: string
  /** Where the programs are unpacked, once a version; may be shared and may be deleted. */
  cacheDir: string
  /** Each gets a schema of its name and a role that sees nothing else (SI-08). */
  modules: readonly string[]
  /** Connections of each module and of the owner. Default 4. */
  maxConnections?: number
  log: DatabaseLog
  /** The engine for a new database; one that exists stays what it is. Default `postgres`. */
  prefer?: 'postgres' | 'pglite'
}

/**
 * Starts a database of our own, which the caller disposes: a real PostgreSQL, or PGlite (PostgreSQL compiled to
 * WebAssembly, in this process) where that cannot run and there are no data of it yet. A server that dies is started
 * again; one that an earlier, killed process left behind is stopped first. Rejects when the folder cannot be used, is in
 * use already, or holds data that cannot be opened.
 */
export async function openEmbeddedDatabase(options: OpenEmbeddedDatabaseOptions): Promise<Database> {
  refuseBadNames(options.modules)
  await using opening = new AsyncDisposableStack()
  const dir = await ownFolder(options.dir, 0o700)
  opening.use(lockFolder(dir))
  const database = opening.use(await openEngine({ ...options, dir }))
  const opened = opening.move()
  return { ...database, [Symbol.asyncDispose]: () => opened.disposeAsync() }
}

async function openEngine(options: OpenEmbeddedDatabaseOptions): Promise<Database> {
  // Loaded only when needed: it is large.
  const openPglite = async (): Promise<Database> => (await import('./pglite.ts')).openPglite(options)
  const hasPostgres = hasDataFolder(options.dir)
  if (!hasPostgres && (options.prefer === 'pglite' || hasPglite(options.dir))) return openPglite()
  try {
    return await openServer(options)
  } catch (error) {
    if (hasPostgres || !(error instanceof CannotRun)) throw error
    options.log({
      level: 'warn',
      message: `${error.message} Until then TALI uses PGlite, which is slower and takes more memory.`,
      cause: error,
    })
    return openPglite()
  }
}

async function openServer(options: OpenEmbeddedDatabaseOptions): Promise<Database> {
  const { modules, maxConnections = 4, log } = options
  const server = await startPostgres({ ...options, maxConnections: (modules.length + 1) * maxConnections })
  const database = connectPostgres({ urls: server.urls, ownerUrl: server.ownerUrl, maxConnections, log })
  return {
    ...database,
    kind: 'embedded-postgres',
    description: `PostgreSQL ${server.version}, embedded`,
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]()
      await server.stop()
    },
  }
}

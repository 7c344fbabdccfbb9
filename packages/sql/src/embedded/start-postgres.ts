import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import type { DatabaseLog } from '../database-event.ts'
import { makeStructure } from '../structure.ts'
import { type Binaries, installBinaries } from './binaries.ts'
import { type Credentials, readCredentials, urlsOf } from './credentials.ts'
import { createDataFolder, hasDataFolder, SUPERUSER } from './data-folder.ts'
import { stopLeftover } from './leftover.ts'
import { ownFolder } from './own-folder.ts'
import { identity } from './server-user.ts'
import { socketFolder } from './socket-folder.ts'
import { Supervisor } from './supervisor.ts'

export interface EmbeddedServer {
  version: string
  /** URL of each module's role. They hold passwords. */
  urls: Record<string, string>
  ownerUrl: string
  superuserUrl: string
  stop(): Promise<void>
}

export interface StartPostgresOptions {
  dir: string
  cacheDir: string
  modules: readonly string[]
  maxConnections: number
  log: DatabaseLog
}

/** Beside the modules' connections: ours when starting, and those the server keeps for its superuser. */
const SPARE_CONNECTIONS = 5
const DATABASE = 'tali'

/**
 * Starts a PostgreSQL of our own on `dir`, creating what is missing: programs, cluster, roles, schemas. Rejects with
 * `CannotRun` when this machine cannot run it.
 */
export async function startPostgres(options: StartPostgresOptions): Promise<EmbeddedServer> {
  const { modules, maxConnections, log } = options
  // Another user that the server may run as then passes through our folders, and lists nothing.
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700
  const dir = await ownFolder(options.dir, mode)
  const cacheDir = await ownFolder(options.cacheDir, mode)
  const data = join(dir, 'data')
  const { user, wrapper } = await identity([data, join(cacheDir, 'bin')], data)
  const binaries: Binaries = { ...(await installBinaries(cacheDir)), wrapper }
  const isNew = !hasDataFolder(dir)
  const credentials = await readCredentials(dir, modules, !isNew)
  if (isNew) {
    log({ level: 'info', message: 'Making a new PostgreSQL database.' })
    await createDataFolder(dir, binaries, user, credentials.superuser)
  }
  const sockets = await socketFolder(dir, user)
  await stopLeftover(data, log)
  // No server of ours runs any more. One that was killed left this; its process may be dead and not yet waited for, which
  // PostgreSQL takes for alive.
  await rm(join(sockets, '.s.PGSQL.5432.lock'), { force: true })
  const supervisor = new Supervisor({
    binaries,
    data,
    socketFolder: sockets,
    maxConnections: maxConnections + SPARE_CONNECTIONS,
    user,
    log,
  })
  await supervisor.start()
  try {
    await makeDatabase(sockets, credentials, modules)
  } catch (error) {
    await supervisor.stop()
    throw error
  }
  const urls = urlsOf(credentials, sockets, DATABASE)
  return {
    version: binaries.version,
    urls: urls.modules,
    ownerUrl: urls.owner,
    superuserUrl: urls.superuser,
    stop: () => supervisor.stop(),
  }
}

/** Makes the database, roles and schemas that are not there yet. */
async function makeDatabase(sockets: string, credentials: Credentials, modules: readonly string[]): Promise<void> {
  const server = { host: sockets, user: SUPERUSER, password: credentials.superuser }
  await withClient({ ...server, database: SUPERUSER }, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE])
    if (rowCount === 0) await client.query(`create database ${DATABASE}`)
  })
  await withClient({ ...server, database: DATABASE }, (client) => makeStructure(client, modules, credentials))
}

async function withClient<T>(
  config: { host: string; user: string; password: string; database: string },
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ ...config, application_name: 'tali start', query_timeout: 30_000 })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll } from 'vitest'
import { CONTRACT_MODULES, sqlContract } from '../src/contract.ts'
import type { Database } from '../src/index.ts'
import { openEmbeddedDatabase } from '../src/embedded/index.ts'
import { type EmbeddedServer, startPostgres } from '../src/embedded/start-postgres.ts'
import { connectPostgres, openPostgres } from '../src/postgres.ts'
import { cacheDir, trialFolder } from './trial-database.ts'

const root = await trialFolder()
afterAll(() => root[Symbol.asyncDispose]())
const log = (): void => undefined

sqlContract('embedded PostgreSQL', async () => {
  const database = await openEmbeddedDatabase({ dir: join(root.dir, 'a'), cacheDir, modules: CONTRACT_MODULES, log })
  // What cannot start falls back to PGlite; this suite is not about that.
  if (database.kind === 'embedded-postgres') return database
  await database[Symbol.asyncDispose]()
  throw new Error(`This is ${database.description}.`)
})

sqlContract('PostgreSQL by a URL for each role', () =>
  withServer('b', CONTRACT_MODULES, async ({ urls, ownerUrl }) => connectPostgres({ urls, ownerUrl })),
)

sqlContract(
  'PostgreSQL by one URL (DATABASE_URL)',
  () =>
    withServer('c', [], async ({ superuserUrl }) => {
      // What an administrator does: a database, and a login that owns it and is no superuser.
      const admin = new Client({ connectionString: superuserUrl })
      await admin.connect()
      await admin.query('drop role tali_owner')
      await admin.query(`create role house login createrole password 'secret'`)
      await admin.query(`create database "our-house" owner house`)
      await admin.end()
      const url = new URL(superuserUrl)
      url.username = 'house'
      url.password = 'secret'
      url.pathname = 'our-house'
      const options = { url: url.href, modules: CONTRACT_MODULES }
      await (await openPostgres({ ...options, modules: CONTRACT_MODULES.slice(0, 1) }))[Symbol.asyncDispose]()
      return openPostgres(options)
    }),
  { timeouts: true, sessions: true, logins: false },
)

sqlContract(
  'PGlite',
  () => openEmbeddedDatabase({ dir: join(root.dir, 'd'), cacheDir, modules: CONTRACT_MODULES, log, prefer: 'pglite' }),
  { timeouts: false, sessions: false, logins: false },
)

/** A real server that the suite starts and ends itself, so that it needs none to be there. */
async function withServer(
  name: string,
  modules: readonly string[],
  connect: (server: EmbeddedServer) => Promise<Database>,
): Promise<Database> {
  await using starting = new AsyncDisposableStack()
  const server = await startPostgres({
    dir: join(root.dir, name),
    cacheDir,
    modules,
    maxConnections: 20,
    log,
  })
  starting.defer(() => server.stop())
  const database = starting.use(await connect(server))
  const started = starting.move()
  return { ...database, [Symbol.asyncDispose]: () => started.disposeAsync() }
}

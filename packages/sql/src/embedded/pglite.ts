import { Worker } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import { Client, type ClientConfig } from 'pg'
import { PgSql } from '../pg/pg-sql.ts'
import { pgTypes } from '../pg/pg-types.ts'
import type { Database, Sql } from '../sql.ts'
import { makeStructure, OWNER, roleOf } from '../structure.ts'
import type { OpenEmbeddedDatabaseOptions } from './open-embedded-database.ts'
import { hasPglite, pgliteFolder } from './pglite-folder.ts'
import { SharedSession } from './shared-session.ts'

/**
 * PostgreSQL in this process, as WebAssembly: one session that all share in turns, no timeout of statements, no sync to
 * disk (a kill loses nothing, a power cut may). Modules are roles by `set role`, which keeps mistakes apart, not malice.
 */
export async function openPglite({ dir, modules, log }: OpenEmbeddedDatabaseOptions): Promise<Database> {
  const folder = pgliteFolder(dir)
  if (!hasPglite(dir)) {
    log({ level: 'info', message: 'Making a new PGlite database.' })
    await createPglite(folder)
  }
  await using opening = new AsyncDisposableStack()
  const engine = await PGlite.create(folder)
  opening.defer(() => engine.close())
  const client = new Client(inProcess(engine))
  opening.defer(() => client.end())
  await client.connect()
  await makeStructure(client, modules)
  const opened = opening.move()
  const session = new SharedSession(client)
  const open = new Set<Sql>()

  function connect(role: string, searchPath: string): Sql {
    const sql: Sql = new PgSql(session.as(role, searchPath), () => open.delete(sql))
    open.add(sql)
    return sql
  }

  return {
    kind: 'pglite',
    description: 'PGlite (PostgreSQL 18 in this process; modules are not protected from each other)',
    connect: (module) => connect(roleOf(module), module),
    connectOwner: () => connect(OWNER, "''"),
    async [Symbol.asyncDispose]() {
      await Promise.all([...open].map((sql) => sql[Symbol.asyncDispose]()))
      await opened.disposeAsync()
    },
  }
}

async function createPglite(folder: string): Promise<void> {
  const worker = new Worker(new URL('create-pglite.ts', import.meta.url), { workerData: { folder } })
  const { promise: ended, resolve, reject } = Promise.withResolvers<number>()
  worker.once('error', reject)
  worker.once('exit', resolve)
  const code = await ended
  if (code !== 0) throw new Error(`The PGlite database could not be made (exit code ${code}).`)
}

/** The driver takes a ready connection instead of an address; its types do not know that. */
function inProcess(engine: PGlite): ClientConfig & { connection: unknown } {
  const { connection, user, database } = createPgConfig(engine)
  return { connection, user, database, types: pgTypes }
}

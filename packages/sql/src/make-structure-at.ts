import { Client } from 'pg'
import { toSqlError } from './pg/pg-errors.ts'
import { CONNECT_TIMEOUT_MS } from './pg/sessions.ts'
import { makeStructure, refuseBadNames, type RolePasswords } from './structure.ts'

/**
 * Makes the modules' roles and schemas that are missing in the database behind `url`, whose login may do so. With
 * `passwords` each role that is made gets a login of its own. Rejects with `SqlUnavailable` when the server cannot be
 * reached, and with `SqlFailed` when the login may not create what is missing.
 */
export async function makeStructureAt(
  url: string,
  modules: readonly string[],
  passwords?: RolePasswords,
): Promise<void> {
  refuseBadNames(modules)
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: CONNECT_TIMEOUT_MS,
    application_name: 'tali start',
  })
  // Its loss rejects the query that runs; without a listener it would end the process besides.
  client.on('error', () => undefined)
  try {
    await client.connect()
    await makeStructure(client, modules, passwords)
  } catch (error) {
    throw toSqlError(error)
  } finally {
    await client.end()
  }
}

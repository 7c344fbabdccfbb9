import { type ClientBase, Pool, type PoolClient, type PoolConfig } from 'pg'
import type { DatabaseLog } from '../database-event.ts'
import { SqlUnavailable } from '../errors.ts'
import { toSqlError } from './pg-errors.ts'
import { CONNECT_TIMEOUT_MS, MAX_WAITING, type Sessions } from './sessions.ts'

/** Connections to a server, a few at most, closed when idle. */
export class PoolSessions implements Sessions {
  readonly #pool: Pool

  constructor(config: PoolConfig, log: DatabaseLog) {
    this.#pool = new Pool({ ...config, connectionTimeoutMillis: CONNECT_TIMEOUT_MS })
    // While a connection is in use its errors reject its queries. Without a listener of its own they would end the process
    // besides: also in the moments when the pool has taken its own off, before a query and after the last.
    this.#pool.on('connect', (client) => client.on('error', () => undefined))
    // An idle connection was lost; the next query makes a new one, or says that it cannot.
    this.#pool.on('error', (cause) =>
      log({ level: 'info', message: `An idle connection to the database was lost: ${cause.message}`, cause }),
    )
  }

  async use<T>(work: (client: ClientBase) => Promise<T>): Promise<T> {
    const client = await this.#connect()
    let isBroken = false
    try {
      return await work(client)
    } catch (error) {
      const ours = toSqlError(error)
      isBroken = ours instanceof SqlUnavailable
      throw ours
    } finally {
      client.release(isBroken)
    }
  }

  async end(): Promise<void> {
    await this.#pool.end()
  }

  async #connect(): Promise<PoolClient> {
    if (this.#pool.waitingCount >= MAX_WAITING) {
      throw new SqlUnavailable(`The database is busy: ${MAX_WAITING} callers wait for a connection already.`)
    }
    try {
      return await this.#pool.connect()
    } catch (error) {
      throw toSqlError(error)
    }
  }
}

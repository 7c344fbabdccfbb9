import type { ClientBase, QueryConfig, QueryResult, QueryResultRow } from 'pg'
import { SqlClosed, SqlFailed, SqlUnavailable } from '../errors.ts'
import type { Queryable, QueryOptions, Sql } from '../sql.ts'
import { toSqlError } from './pg-errors.ts'
import type { Sessions } from './sessions.ts'

/** The server cancels a statement after this time (it is the connections' `statement_timeout`). */
export const DEFAULT_TIMEOUT_MS = 10_000
/** So much later we stop waiting for a server that should have cancelled, and take the connection for dead. */
export const GRACE_MS = 5_000

/** The port over the `pg` driver. */
export class PgSql implements Sql {
  readonly #sessions: Sessions
  readonly #closed: () => void
  #running = 0
  #isClosed = false
  #idle: (() => void) | undefined
  #closing: Promise<void> | undefined

  /** `closed` is called when all connections are. */
  constructor(sessions: Sessions, closed: () => void = () => undefined) {
    this.#sessions = sessions
    this.#closed = closed
  }

  query<Row extends object>(text: string, values?: readonly unknown[], options: QueryOptions = {}): Promise<Row[]> {
    const { timeoutMs = DEFAULT_TIMEOUT_MS } = options
    // Any other time than the connection's own holds in a transaction only: elsewhere a pooler could leak it to others.
    if (timeoutMs !== DEFAULT_TIMEOUT_MS) return this.transaction((tx) => tx.query<Row>(text, values, options))
    return this.#use(async (client) => rowsOf<Row>(await send(client, text, values, timeoutMs)))
  }

  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T> {
    return this.#use(async (client) => {
      await send(client, 'begin')
      const tx = new Transaction(client)
      try {
        const result = await work(tx)
        await tx.finish()
        return result
      } catch (error) {
        await tx.abandon(error)
        throw error
      }
    })
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #use<T>(work: (client: ClientBase) => Promise<T>): Promise<T> {
    if (this.#isClosed) throw new SqlClosed('The connections to the database are closed.')
    this.#running++
    try {
      return await this.#sessions.use(work)
    } finally {
      this.#running--
      if (this.#running === 0) this.#idle?.()
    }
  }

  /** What runs may finish; each has its timeout. */
  async #close(): Promise<void> {
    this.#isClosed = true
    if (this.#running > 0) await new Promise<void>((resolve) => (this.#idle = resolve))
    await this.#sessions.end()
    this.#closed()
  }
}

class Transaction implements Queryable {
  readonly #client: ClientBase
  /** Statements run one after the other, also when they are not awaited one by one. */
  #last: Promise<unknown> = Promise.resolve()
  #timeoutMs = DEFAULT_TIMEOUT_MS
  #isOver = false

  constructor(client: ClientBase) {
    this.#client = client
  }

  query<Row extends object>(text: string, values?: readonly unknown[], options: QueryOptions = {}): Promise<Row[]> {
    if (this.#isOver) return Promise.reject(new Error('This transaction is over.'))
    const { timeoutMs = DEFAULT_TIMEOUT_MS } = options
    const result = this.#last.then(() => this.#send<Row>(text, values, timeoutMs))
    this.#last = result.catch(() => undefined)
    return result
  }

  /** Commits. Rejects when a statement had failed and the failure was swallowed: the server then rolls back. */
  async finish(): Promise<void> {
    this.#isOver = true
    await this.#last
    const { command } = await send(this.#client, 'commit')
    if (command === 'COMMIT') return
    throw new SqlFailed('The transaction was rolled back, because a statement in it had failed.', { code: '25P02' })
  }

  /** Rolls back, unless the connection is lost, which does so by itself. */
  async abandon(reason: unknown): Promise<void> {
    this.#isOver = true
    await this.#last
    if (!(toSqlError(reason) instanceof SqlUnavailable)) await send(this.#client, 'rollback')
  }

  async #send<Row extends object>(
    text: string,
    values: readonly unknown[] | undefined,
    timeoutMs: number,
  ): Promise<Row[]> {
    try {
      if (timeoutMs !== this.#timeoutMs) {
        await send(this.#client, `set local statement_timeout = ${Math.max(1, Math.ceil(timeoutMs))}`)
        this.#timeoutMs = timeoutMs
      }
      return rowsOf<Row>(await send(this.#client, text, values, timeoutMs))
    } catch (error) {
      throw toSqlError(error)
    }
  }
}

/** The driver knows a time for a single query; its types do not. */
interface TimedQuery extends QueryConfig {
  query_timeout: number
}

async function send(
  client: ClientBase,
  text: string,
  values?: readonly unknown[],
  timeoutMs = DEFAULT_TIMEOUT_MS,
): Promise<QueryResult> {
  const query: TimedQuery = { text, values: values && [...values], query_timeout: timeoutMs + GRACE_MS }
  return client.query(query)
}

/** Several statements in one text give several results; the rows are the last one's. */
function rowsOf<Row extends object>(
  result: QueryResult<QueryResultRow & Row> | QueryResult<QueryResultRow & Row>[],
): Row[] {
  return (Array.isArray(result) ? result.at(-1)?.rows : result.rows) ?? []
}

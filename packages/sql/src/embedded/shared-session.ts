import type { Client, ClientBase } from 'pg'
import { SqlUnavailable } from '../errors.ts'
import { toSqlError } from '../pg/pg-errors.ts'
import { CONNECT_TIMEOUT_MS, MAX_WAITING, type Sessions } from '../pg/sessions.ts'

/** The one session of a database without others. Whoever has it keeps it for a query or a whole transaction. */
export class SharedSession {
  readonly #client: Client
  readonly #waiting: (() => void)[] = []
  #isTaken = false
  #role = ''

  constructor(client: Client) {
    this.#client = client
  }

  /** The session as one role sees it. Its `end` does nothing: the session belongs to whoever made it. */
  as(role: string, searchPath: string): Sessions {
    return {
      use: (work) => this.#use(role, searchPath, work),
      end: () => Promise.resolve(),
    }
  }

  async #use<T>(role: string, searchPath: string, work: (client: ClientBase) => Promise<T>): Promise<T> {
    await this.#take()
    try {
      if (this.#role !== role) await this.#client.query(`set role ${role}; set search_path = ${searchPath}`)
      this.#role = role
      return await work(this.#client)
    } catch (error) {
      throw toSqlError(error)
    } finally {
      this.#giveBack()
    }
  }

  async #take(): Promise<void> {
    if (!this.#isTaken) {
      this.#isTaken = true
      return
    }
    if (this.#waiting.length >= MAX_WAITING) {
      throw new SqlUnavailable(`The database is busy: ${MAX_WAITING} callers wait for its one session already.`)
    }
    await new Promise<void>((resolve, reject) => {
      const turn = (): void => {
        clearTimeout(timer)
        resolve()
      }
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(turn), 1)
        reject(new SqlUnavailable(`The database is busy: its one session was not free for ${CONNECT_TIMEOUT_MS} ms.`))
      }, CONNECT_TIMEOUT_MS)
      this.#waiting.push(turn)
    })
  }

  /** The next one in the row takes over directly: nobody comes in between. */
  #giveBack(): void {
    const next = this.#waiting.shift()
    if (next) next()
    else this.#isTaken = false
  }
}

import { Bell } from '../bell.ts'
import { closed, type Connection } from './connection.ts'

/** How long one question to the server waits, at most. */
export const WATCH_MS = 5_000

/**
 * Tells readers of a stream that there may be something new, over a connection of its own. It takes nothing from the
 * stream, unlike a blocked XREADGROUP: a reader that gives up, or whose connection breaks, leaves no entry behind that
 * the server believes delivered.
 */
export class Watch {
  readonly #connect: () => Promise<Connection>
  readonly #key: string
  readonly #bell = new Bell()
  /** The last id that each who waits has seen. It only grows: the question underway is never behind a newer one's. */
  readonly #seen = new Set<{ id: string }>()
  #connection: Promise<Connection> | undefined
  #isAsking = false
  #isClosed = false

  constructor(connect: () => Promise<Connection>, key: string) {
    this.#connect = connect
    this.#key = key
  }

  /** Resolves when there may be an entry after this id, or after `ms`. */
  async wait(id: string, ms: number, signal: AbortSignal | undefined): Promise<void> {
    if (this.#isClosed) throw closed()
    const seen = { id }
    this.#seen.add(seen)
    if (!this.#isAsking) void this.#ask()
    try {
      await this.#bell.wait(ms, signal)
    } finally {
      this.#seen.delete(seen)
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#bell.silence(closed())
    const connection = await this.#connection?.catch(() => undefined)
    connection?.close()
  }

  /** Asks as long as somebody waits; a failure is theirs. */
  async #ask(): Promise<void> {
    this.#isAsking = true
    try {
      // The first who waits has seen least: the set keeps the order in which they came.
      for (let first = this.#first(); first; first = this.#first()) {
        const connection = await this.#connected()
        const reply = await connection.send('XREAD', 'COUNT', 1, 'BLOCK', WATCH_MS, 'STREAMS', this.#key, first.id)
        if (reply === null) continue
        this.#seen.clear()
        this.#bell.ring()
      }
    } catch (error) {
      this.#seen.clear()
      this.#bell.silence(error instanceof Error ? error : new Error(String(error)))
    } finally {
      this.#isAsking = false
    }
  }

  #first(): { id: string } | undefined {
    for (const seen of this.#seen) return seen
    return undefined
  }

  #connected(): Promise<Connection> {
    this.#connection ??= this.#connect().catch((error: unknown) => {
      this.#connection = undefined
      throw error
    })
    return this.#connection
  }
}

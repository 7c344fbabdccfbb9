import { KvFailed, KvUnavailable } from '../errors.ts'
import { Connection, type Endpoint } from './connection.ts'
import { list, number } from './replies.ts'

const SYNC_TIMEOUT_MS = 3_000

/**
 * Writes that resolve when they are in the server's append-only file on the disk (WAITAOF). The reply alone does not say
 * so: under `appendfsync everysec` the server may hold the last second back, and a kill of it loses that. Waiting for it
 * holds up a connection, so this one is for such writes alone, and many share one wait; under `appendfsync always` there
 * is nothing to wait for. Whose disk it was, a cluster's client cannot say: there the server's settings are what counts.
 */
export class DurableWriter {
  readonly #connection: Connection
  readonly #isCluster: boolean
  #canWait = false
  #underway: Promise<void> | undefined
  #next: Promise<void> | undefined

  constructor(endpoint: Endpoint, silenceMs: number) {
    this.#connection = new Connection(endpoint, silenceMs)
    this.#isCluster = endpoint.urls.length > 1
  }

  /** Returns whether the server keeps what it is told: not without an append-only file, nor before Redis 7.2. */
  async open(): Promise<boolean> {
    await this.#connection.open()
    if (this.#isCluster) return true
    try {
      await this.#connection.send('WAITAOF', 1, 0, 1)
      this.#canWait = true
    } catch (error) {
      if (!(error instanceof KvFailed)) throw error
    }
    return this.#canWait
  }

  /** Rejects with `KvUnavailable` when the disk takes too long; the write may be kept all the same. */
  async write<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const result = await work(this.#connection)
    if (this.#canWait) await this.#settled()
    return result
  }

  close(): void {
    this.#connection.close()
  }

  #settled(): Promise<void> {
    if (!this.#underway) return this.#start()
    // The wait that is underway may have begun before our write: the one after it covers us.
    this.#next ??= this.#underway.then(
      () => this.#start(),
      () => this.#start(),
    )
    return this.#next
  }

  #start(): Promise<void> {
    this.#next = undefined
    this.#underway = this.#wait().finally(() => (this.#underway = undefined))
    return this.#underway
  }

  async #wait(): Promise<void> {
    const [synced] = list(await this.#connection.send('WAITAOF', 1, 0, SYNC_TIMEOUT_MS))
    if (number(synced) < 1) throw new KvUnavailable(`The server's disk took longer than ${SYNC_TIMEOUT_MS} ms.`)
  }
}

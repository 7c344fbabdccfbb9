import { setTimeout as delay } from 'node:timers/promises'
import type { DatabaseLog } from '../database-event.ts'
import { Postmaster, type PostmasterOptions } from './postmaster.ts'

const BACKOFF_MS = { first: 20, last: 5_000 }
/** A server that ran for so long did start well. */
const STEADY_MS = 30_000
const CHILDREN_END_MS = 10_000

/**
 * Keeps a server running until it is stopped: `stopped → starting → running → (ended) → starting …`. Whoever queries
 * meanwhile gets `SqlUnavailable`.
 */
export class Supervisor {
  readonly #options: PostmasterOptions
  readonly #log: DatabaseLog
  readonly #stopping = new AbortController()
  #postmaster: Postmaster | undefined
  #running: Promise<void> | undefined

  constructor(options: PostmasterOptions) {
    this.#options = options
    this.#log = options.log
  }

  /** Resolves when the server runs for the first time; rejects when it cannot. */
  async start(): Promise<void> {
    this.#postmaster = await this.#startFirst()
    this.#running = this.#keepRunning(this.#postmaster)
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#postmaster?.stop()
    await this.#running
  }

  /** After a crash the earlier server or its children may take a moment to be gone. */
  async #startFirst(): Promise<Postmaster> {
    for (const until = performance.now() + CHILDREN_END_MS; ; await delay(BACKOFF_MS.first)) {
      try {
        return await Postmaster.start(this.#options)
      } catch (error) {
        const isInUse = error instanceof Error && /is still in use|lock file .* already exists/.test(error.message)
        if (!isInUse || performance.now() > until) throw error
      }
    }
  }

  async #keepRunning(first: Postmaster): Promise<void> {
    let postmaster: Postmaster | undefined = first
    let backoffMs = BACKOFF_MS.first
    for (let begun = performance.now(); !this.#stopping.signal.aborted;) {
      const reason = await postmaster?.ended
      if (this.#stopping.signal.aborted) return
      if (reason) this.#log({ level: 'error', message: `PostgreSQL ended (${reason}). It is started again.` })
      backoffMs = performance.now() - begun > STEADY_MS ? BACKOFF_MS.first : backoffMs
      await delay(backoffMs, undefined, { signal: this.#stopping.signal }).catch(() => undefined)
      backoffMs = Math.min(backoffMs * 2, BACKOFF_MS.last)
      begun = performance.now()
      postmaster = await this.#startAgain()
    }
    await postmaster?.stop()
  }

  async #startAgain(): Promise<Postmaster | undefined> {
    const begun = performance.now()
    try {
      this.#postmaster = await Postmaster.start(this.#options)
    } catch (cause) {
      this.#log({ level: 'error', message: cause instanceof Error ? cause.message : String(cause), cause })
      return undefined
    }
    this.#log({ level: 'info', message: `PostgreSQL runs again after ${Math.round(performance.now() - begun)} ms.` })
    return this.#postmaster
  }
}

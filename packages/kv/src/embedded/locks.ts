import { KvClosed, LockLost } from '../errors.ts'
import type { Lock, LockOptions } from '../kv.ts'
import { Bell } from '../bell.ts'

interface Holding {
  token: number
  expiresAt: number
}

export interface LocksOptions {
  now: () => number
  /** A token greater than all before, restarts included. */
  nextToken: () => Promise<number>
}

const DEFAULT_TTL_MS = 30_000

/** Locks between parts of this process. They end with it; their tokens do not begin again. */
export class Locks {
  readonly #options: LocksOptions
  readonly #held = new Map<string, Holding>()
  readonly #bells = new Map<string, Bell>()
  #forgetAt = 1_000
  #isClosed = false

  constructor(options: LocksOptions) {
    this.#options = options
  }

  async lock(name: string, options: LockOptions): Promise<Lock | null> {
    const { ttlMs = DEFAULT_TTL_MS, waitMs = 0, signal } = options
    const until = performance.now() + waitMs
    for (;;) {
      if (this.#isClosed) throw closed()
      signal?.throwIfAborted()
      const holder = this.#holder(name)
      if (!holder) return this.#take(name, ttlMs)
      const leftMs = until - performance.now()
      if (leftMs <= 0) return null
      await this.#released(name, Math.min(leftMs, Math.max(1, holder.expiresAt - this.#options.now())), signal)
    }
  }

  close(): void {
    this.#isClosed = true
    for (const bell of this.#bells.values()) bell.silence(closed())
  }

  #holder(name: string): Holding | undefined {
    const holding = this.#held.get(name)
    return holding && holding.expiresAt > this.#options.now() ? holding : undefined
  }

  async #take(name: string, ttlMs: number): Promise<Lock> {
    const { now, nextToken } = this.#options
    // Held from here on, so that nobody takes it while the token is fetched.
    const holding: Holding = { token: 0, expiresAt: now() + ttlMs }
    this.#forgetEnded()
    this.#held.set(name, holding)
    const isOurs = (): boolean => this.#holder(name) === holding
    const release = async (): Promise<void> => {
      if (this.#held.get(name) !== holding) return
      this.#held.delete(name)
      this.#bells.get(name)?.ringOne()
    }
    try {
      holding.token = await nextToken()
    } catch (error) {
      await release()
      throw error
    }
    return {
      token: holding.token,
      release,
      [Symbol.asyncDispose]: release,
      async extend() {
        if (!isOurs()) throw new LockLost(`The lock ${name} ended, or another holder has it.`)
        holding.expiresAt = now() + ttlMs
      },
    }
  }

  /** What nobody released is looked for whenever the locks have doubled. */
  #forgetEnded(): void {
    if (this.#held.size < this.#forgetAt) return
    for (const name of this.#held.keys()) if (!this.#holder(name)) this.#held.delete(name)
    this.#forgetAt = Math.max(1_000, this.#held.size * 2)
  }

  async #released(name: string, ms: number, signal: AbortSignal | undefined): Promise<void> {
    const bell = this.#bells.get(name) ?? new Bell()
    this.#bells.set(name, bell)
    try {
      await bell.wait(ms, signal)
    } finally {
      if (!bell.isAwaited) this.#bells.delete(name)
    }
  }
}

function closed(): KvClosed {
  return new KvClosed('The key-value store is closed.')
}

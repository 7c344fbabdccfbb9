import { setImmediate as turn } from 'node:timers/promises'
import type { Clock } from '@tali/runtime'

interface Wait {
  readonly ms: number
  readonly dueAt: number
  readonly resolve: () => void
}

/** Time that passes when a test says so, and not before. */
export class FakeClock implements Clock {
  #now: number
  #monotonic = 0
  readonly #waits = new Set<Wait>()
  readonly #watchers = new Set<() => void>()

  /** Begins on a Monday morning. */
  constructor(start = '2026-03-02T08:00:00.000Z') {
    this.#now = Date.parse(start)
  }

  now(): number {
    return this.#now
  }

  monotonic(): number {
    return this.#monotonic
  }

  wait(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.reject(signal.reason)
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const end = () => {
      this.#waits.delete(wait)
      signal?.removeEventListener('abort', onAbort)
    }
    const onAbort = () => {
      end()
      reject(signal?.reason)
    }
    const wait: Wait = {
      ms,
      dueAt: this.#monotonic + ms,
      resolve: () => {
        end()
        resolve()
      },
    }
    this.#waits.add(wait)
    signal?.addEventListener('abort', onAbort, { once: true })
    for (const watcher of this.#watchers) watcher()
    return promise
  }

  /** Resolves when somebody waits for exactly so long: a deadline was set, and time may pass. */
  async awaited(ms: number): Promise<void> {
    while (![...this.#waits].some((wait) => wait.ms === ms)) {
      const { promise, resolve } = Promise.withResolvers<void>()
      this.#watchers.add(resolve)
      await promise
      this.#watchers.delete(resolve)
    }
  }

  /** Lets time pass: what becomes due meanwhile ends its wait at its own moment, in order. */
  async advance(ms: number): Promise<void> {
    const until = this.#monotonic + ms
    for (;;) {
      await turn()
      const next = [...this.#waits].sort((a, b) => a.dueAt - b.dueAt)[0]
      if (!next || next.dueAt > until) break
      this.#pass(Math.max(0, next.dueAt - this.#monotonic))
      next.resolve()
    }
    this.#pass(until - this.#monotonic)
    await turn()
  }

  /** Somebody sets the machine's clock; how long things take is not touched by that. */
  setWallClock(now: string): void {
    this.#now = Date.parse(now)
  }

  #pass(ms: number): void {
    this.#now += ms
    this.#monotonic += ms
  }
}

import { setTimeout as delay } from 'node:timers/promises'

/** Time as a thing that is passed in, so that tests need not sleep. */
export interface Clock {
  /** Milliseconds since 1970 in UTC: for people and records. It may jump when the machine's clock is set. */
  now(): number
  /** Milliseconds that only ever grow: for deadlines and durations (SI-33). */
  monotonic(): number
  /** Resolves after `ms`; rejects with the signal's reason when aborted. Does not keep the process alive. */
  wait(ms: number, signal?: AbortSignal): Promise<void>
}

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  async wait(ms, signal) {
    try {
      await delay(ms, undefined, { signal, ref: false })
    } catch (error) {
      signal?.throwIfAborted()
      throw error
    }
  },
}

export function isoTime(ms: number): string {
  return new Date(ms).toISOString()
}

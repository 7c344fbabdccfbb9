/** Lets callers wait for something to happen, for a bounded time, without polling. */
export class Bell {
  readonly #waiting = new Set<(outcome: true | Error) => void>()

  /** Wakes everybody who waits, the longest waiting first. */
  ring(): void {
    for (const wake of this.#waiting) wake(true)
  }

  /** Wakes the one who waits longest. */
  ringOne(): void {
    for (const wake of this.#waiting) return wake(true)
  }

  /** Rejects everybody who waits. */
  silence(reason: Error): void {
    for (const wake of this.#waiting) wake(reason)
  }

  get isAwaited(): boolean {
    return this.#waiting.size > 0
  }

  /** Resolves when rung or after `ms`, whichever is first; rejects with the signal's reason. */
  wait(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const finish = (): void => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', abort)
        this.#waiting.delete(wake)
      }
      const wake = (outcome: true | Error): void => {
        finish()
        if (outcome === true) resolve()
        else reject(outcome)
      }
      const abort = (): void => {
        finish()
        reject(signal?.reason)
      }
      // Longer than this overflows a timer; whoever waits looks again and waits on.
      const timer = setTimeout(() => wake(true), Math.min(ms, 2 ** 31 - 1))
      if (signal?.aborted) return abort()
      signal?.addEventListener('abort', abort, { once: true })
      this.#waiting.add(wake)
    })
  }
}

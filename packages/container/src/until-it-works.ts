import type { Clock, Logger } from '@tali/runtime'

const firstWaitMs = 250
const longestWaitMs = 5_000

/**
 * Tries until it works: after a power cut all containers start at once, and some servers need longer than others. Rejects
 * when stopped. What is missing is told in the log, once for each reason.
 */
export async function untilItWorks<T>(
  what: string,
  work: () => Promise<T>,
  { clock, log, signal }: { clock: Clock; log: Logger; signal: AbortSignal },
): Promise<T> {
  let told = ''
  for (let waitMs = firstWaitMs; ; waitMs = Math.min(2 * waitMs, longestWaitMs)) {
    signal.throwIfAborted()
    try {
      return await work()
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      if (reason !== told) log.info({ what, reason }, 'waiting')
      told = reason
    }
    await clock.wait(waitMs, signal)
  }
}

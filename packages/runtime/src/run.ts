import type { Logger } from './log.ts'

export interface RunOptions {
  log: Logger
  /** Builds and starts everything; registers what it opens on `stack` at the line that opens it. */
  start: (stack: AsyncDisposableStack, signal: AbortSignal) => Promise<void>
  /** How long a calm stop may take before the process ends all the same. Default 15 s. */
  stopWithinMs?: number
}

/** One Ctrl-C arrives twice below npm: from the terminal, and passed on by npm. */
const sameSignalMs = 500

/**
 * The life of a process: start, wait for SIGINT or SIGTERM, stop in reverse order. A second signal ends it at once.
 * Signals and the exit code live here and nowhere else. Resolves with the exit code: 0 after a calm stop, 1 otherwise.
 */
export async function run({ log, start, stopWithinMs = 15_000 }: RunOptions): Promise<number> {
  const stopping = new AbortController()
  const stopped = Promise.withResolvers<void>()
  let stoppingSince = 0
  const onSignal = (name: NodeJS.Signals) => {
    if (stopping.signal.aborted) {
      if (performance.now() - stoppingSince > sameSignalMs) process.exit(130)
      return
    }
    stoppingSince = performance.now()
    log.info({ signal: name }, 'stopping')
    stopping.abort(new Error(`stopped by ${name}`))
    stopped.resolve()
  }
  // Nothing goes on after a failure that nobody expected: what is in memory may be wrong.
  const onCrash = (error: unknown) => {
    log.error({ error }, 'something failed that nobody expected; stopping')
    process.exitCode = 1
    if (!stopping.signal.aborted) stopping.abort(error)
    stopped.resolve()
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  process.on('uncaughtException', onCrash)
  process.on('unhandledRejection', onCrash)
  const stack = new AsyncDisposableStack()
  try {
    await start(stack, stopping.signal)
    await stopped.promise
    return Number(process.exitCode ?? 0)
  } catch (error) {
    if (stopping.signal.aborted && process.exitCode !== 1) return 0
    throw error
  } finally {
    const deadline = setTimeout(() => {
      log.error({ stopWithinMs }, 'the calm stop took too long; ending')
      process.exit(1)
    }, stopWithinMs)
    await stack.disposeAsync()
    clearTimeout(deadline)
    process.off('SIGINT', onSignal)
    process.off('SIGTERM', onSignal)
    process.off('uncaughtException', onCrash)
    process.off('unhandledRejection', onCrash)
  }
}

import type { HealthCheck, ServiceHealth } from '@tali/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { isoTime, type Clock } from './clock.ts'
import type { Metrics } from './metrics.ts'

/** A service of TALI: create → start → dispose. In Compose each runs in a container, by `npm start` all in one process. */
export interface Service extends AsyncDisposable {
  readonly name: string
  readonly version: string
  readonly metrics: Metrics
  /** Its HTTP doors, with full paths. Mounted alone in a container, or beside the others' in one process. */
  readonly routes: FastifyPluginAsyncZod
  /** Opens what it needs; resolves when it can work. */
  start(signal: AbortSignal): Promise<void>
  health(): Promise<ServiceHealth>
  /** Resolves when what it does in the background is done. For tests and a calm stop. */
  settled(): Promise<void>
}

/** Remembers the last error of a service and words its health. */
export class HealthBook {
  readonly #service: string
  readonly #version: string
  readonly #clock: Clock
  readonly #startedAt: string
  #lastError: ServiceHealth['lastError'] = null

  constructor(options: { service: string; version: string; clock: Clock }) {
    this.#service = options.service
    this.#version = options.version
    this.#clock = options.clock
    this.#startedAt = isoTime(options.clock.now())
  }

  /** `message` is for a person who reads the System page. */
  noteError(message: string): void {
    this.#lastError = { at: isoTime(this.#clock.now()), message }
  }

  /** Runs the checks at once; one that throws is down, with its error's message. */
  async report(checks: Record<string, () => Promise<CheckResult>>): Promise<ServiceHealth> {
    const results = await Promise.all(Object.entries(checks).map(([name, check]) => this.#run(name, check)))
    const status = results.some((each) => each.status === 'down')
      ? 'down'
      : results.some((each) => each.status === 'degraded')
        ? 'degraded'
        : 'up'
    return {
      service: this.#service,
      version: this.#version,
      status,
      startedAt: this.#startedAt,
      memoryMb: Math.round(process.memoryUsage.rss() / 1e6),
      checks: results,
      lastError: this.#lastError,
    }
  }

  async #run(name: string, check: () => Promise<CheckResult>): Promise<HealthCheck> {
    const begun = this.#clock.monotonic()
    try {
      const { status, summary } = await check()
      return { name, status, summary, tookMs: round(this.#clock.monotonic() - begun) }
    } catch (error) {
      const summary = error instanceof Error ? error.message : String(error)
      return { name, status: 'down', summary, tookMs: round(this.#clock.monotonic() - begun) }
    }
  }
}

export type CheckResult = Pick<HealthCheck, 'status' | 'summary'>

function round(ms: number): number {
  return Math.round(ms * 10) / 10
}

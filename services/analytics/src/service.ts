import type { Bus } from '@tali/bus'
import { Link, systemHealthSchema, type StoreHealth } from '@tali/contracts'
import { HealthBook, toProblem, tracer, type Clock, type Logger, type Metrics, type Service } from '@tali/runtime'
import type { Door } from '@tali/runtime/http'
import { systemHealth } from './system-health.ts'

export interface AnalyticsOptions {
  version: string
  bus: Bus
  door: Door
  /** Stores that are not dataservice's, such as a broker in this process. */
  stores: () => Promise<StoreHealth[]>
  clock: Clock
  log: Logger
  metrics: Metrics
}

const services = [
  'core.health.check',
  'persona.health.check',
  'messenger.health.check',
  'dataservice.health.check',
  'analytics.health.check',
] as const

/** Is all well? Asks every service and store, and tells the System page in plain words. */
export function createAnalytics({ version, bus, door, stores, clock, metrics }: AnalyticsOptions): Service {
  const stack = new AsyncDisposableStack()
  const health = new HealthBook({ service: 'analytics', version, clock })
  const link = new Link({ bus, service: 'analytics', tracer, problemOf: toProblem, now: () => clock.now() })
  const report = () =>
    health.report({ questions: async () => ({ status: 'up', summary: 'Questions about health are answered.' }) })

  return {
    name: 'analytics',
    version,
    metrics,
    routes: async (server) => {
      server.get(
        '/api/system',
        {
          schema: {
            summary: 'The health of every service and store',
            tags: ['operation'],
            response: { 200: systemHealthSchema },
          },
        },
        async (request) => {
          await door.require(request)
          return systemHealth({ link, services, stores, version, clock })
        },
      )
    },
    health: report,
    settled: async () => {},

    async start() {
      stack.defer(await link.respond('analytics.health.check', report))
    },

    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }
}

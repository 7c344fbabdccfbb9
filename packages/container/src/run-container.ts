import { createHash, timingSafeEqual } from 'node:crypto'
import type { Bus } from '@tali/bus'
import { connectMqttBus } from '@tali/bus/mqtt'
import { Link, type RequestName, type ServiceHealth } from '@tali/contracts'
import {
  createLogger,
  createMetrics,
  createProcessMetrics,
  HealthBook,
  readSettings,
  run,
  SettingsFaulty,
  systemClock,
  toProblem,
  tracer,
  type Clock,
  type Logger,
  type Metrics,
  type Service,
} from '@tali/runtime'
import { actuator, createHttpServer, Door, type DoorOptions } from '@tali/runtime/http'
import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { ContainerSettings, containerSettings } from './settings.ts'
import { untilItWorks } from './until-it-works.ts'

/** What a container hands to the service it runs. */
export interface Inside<S> {
  readonly settings: S
  readonly bus: Bus
  /** Who a secret belongs to is core's to say. */
  readonly door: Door
  /** What every service is made with. */
  readonly about: { version: string; clock: Clock; log: Logger; metrics: Metrics }
  /** What is opened registers its close here; it happens after the service's own. */
  readonly stack: AsyncDisposableStack
  /** Tries until a server answers. */
  readonly patiently: <T>(what: string, work: () => Promise<T>) => Promise<T>
  /** One more connection to the broker, under a name of its own. */
  readonly connectBus: (purpose: string) => Promise<Bus>
}

export interface ContainerOptions<S extends z.ZodObject, T extends Service> {
  /** The service's name: that of its account at the broker and the key-value store, and in every log line. */
  readonly name: ServiceName
  readonly version: string
  readonly settings: S
  /** Who must be well before this service can start. */
  readonly after?: readonly HealthRequest[]
  readonly create: (inside: Inside<z.output<S>>) => Promise<T> | T
  /** Runs when the service has started and before its door opens. */
  readonly started?: (service: T, inside: Inside<z.output<S>>) => Promise<void>
}

type HealthRequest = Extract<RequestName, `${string}.health.check`>
type ServiceName = HealthRequest extends `${infer Name}.health.check` ? Name : never

/**
 * Runs one service alone in a process: settings from flags and environment, logs to the standard output, the bus over the
 * broker, its routes and the operators' doors over TLS. Ends with the process' exit code.
 */
export async function runContainer<S extends typeof containerSettings, T extends Service>(
  options: ContainerOptions<S, T>,
): Promise<void> {
  const { name, version } = options
  try {
    const { values, origins } = await readSettings(options.settings, {
      args: process.argv.slice(2),
      environment: process.env,
    })
    const log = createLogger({ service: name, version, level: values.log.level })
    process.exitCode = await run({
      log,
      start: async (stack, signal) => {
        log.info({ origins: Object.fromEntries(origins) }, 'starting')
        await open(options, values, { log, stack, signal })
        log.info({ readyMs: Math.round(performance.now()) }, 'ready')
      },
    })
  } catch (error) {
    if (!(error instanceof SettingsFaulty)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}

interface Life {
  log: Logger
  stack: AsyncDisposableStack
  signal: AbortSignal
}

async function open<S extends typeof containerSettings, T extends Service>(
  { name, version, after = [], create, started }: ContainerOptions<S, T>,
  settings: z.output<S>,
  { log, stack, signal }: Life,
): Promise<void> {
  const clock = systemClock
  const patiently: Inside<unknown>['patiently'] = (what, work) => untilItWorks(what, work, { clock, log, signal })
  const connectBus = async (purpose: string) =>
    stack.use(await patiently('the broker', () => connect(settings, `${name}-${purpose}`, name, log)))
  const bus = await connectBus('bus')
  const link = new Link({ bus, service: name, tracer, problemOf: toProblem, now: () => clock.now() })
  for (const health of after)
    await patiently(health, async () => {
      const { status } = await link.request(health, {})
      if (status === 'down') throw new Error('it is not well yet')
    })
  const identify: DoorOptions['identify'] = (kind, secret) => link.request('core.principal.identify', { kind, secret })
  const door = new Door({ identify, isOwner: () => false })
  const about = { version, clock, log, metrics: createMetrics(name) }
  const inside = { settings, bus, door, about, stack, patiently, connectBus }
  const service = stack.use(await create(inside))
  await service.start(signal)
  await started?.(service, inside)
  const health = () => healthOverBus(name, { version, link, clock })
  await listen({ settings, service: { ...service, health }, door, log, stack })
}

async function connect(
  { bus: { url, password }, tls: { ca } }: ContainerSettings,
  clientId: string,
  username: string,
  log: Logger,
): Promise<Bus> {
  return connectMqttBus({
    url,
    username,
    password,
    tls: { ca },
    clientId: `${clientId}-${crypto.randomUUID()}`,
    onError: (error, topic) => log.error({ error, topic }, 'a message could not be handled'),
    onConnection: (connected) => log.info({ connected }, 'the connection to the broker changed'),
  })
}

/** Asks the service by way of the broker: who gets an answer has proved both. */
async function healthOverBus(
  service: ServiceName,
  { version, link, clock }: { version: string; link: Link; clock: Clock },
): Promise<ServiceHealth> {
  try {
    return await link.request(`${service}.health.check`, {}, { timeoutMs: 4_000 })
  } catch (error) {
    return new HealthBook({ service, version, clock }).report({
      bus: async () => {
        throw error
      },
    })
  }
}

async function listen({
  settings: { http, tls },
  service,
  door,
  log,
  stack,
}: {
  settings: ContainerSettings
  service: Service
  door: Door
  log: Logger
  stack: AsyncDisposableStack
}): Promise<void> {
  const server = await createHttpServer({
    log,
    metrics: service.metrics,
    allowedHosts: [...http.allowedHosts, service.name],
    tls: { certificate: tls.certificate, key: tls.key },
  })
  stack.defer(() => server.close())
  await server.register(service.routes)
  const mayRead = async (request: FastifyRequest) =>
    isBearer(request.headers.authorization, http.metricsToken) || (await door.identify(request)) !== null
  await server.register(actuator({ services: [service], metrics: [createProcessMetrics()], mayRead }))
  await server.listen({ host: http.host, port: http.port })
}

/** Compares in a time that tells nothing of the token. */
function isBearer(authorization: string | undefined, token: string | undefined): boolean {
  if (authorization === undefined || token === undefined) return false
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(authorization), digest(`Bearer ${token}`))
}

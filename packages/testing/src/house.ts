import type { Socket } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createAnalytics } from '@tali/analytics'
import type { Bus, PubSub } from '@tali/bus'
import { createMemoryBus } from '@tali/bus/memory'
import { ledgerStream, Link, type Resident } from '@tali/contracts'
import { coreSettings, createCore, type Core } from '@tali/core'
import { createDataservice, dataserviceSettings } from '@tali/dataservice'
import type { Kv } from '@tali/kv'
import { openEmbeddedKv } from '@tali/kv/embedded'
import { builtinPacks, type LanguagePack } from '@tali/language'
import { createMessenger } from '@tali/messenger'
import { createPersona } from '@tali/persona'
import { createMetrics, toProblem, tracer, type Service } from '@tali/runtime'
import { createHttpServer, Door } from '@tali/runtime/http'
import type { Database } from '@tali/sql'
import type { FastifyInstance } from 'fastify'
import { FakeClock } from './fake-clock.ts'
import { Person } from './person.ts'
import { RecordedLog } from './recorded-log.ts'
import { TemporaryFolder } from './temporary-folder.ts'
import { TestDevice, type TestDeviceOptions } from './test-device.ts'
import type { TrialDatabase } from './trial-database.ts'

export interface HouseOptions {
  database: TrialDatabase
  /** Where devices are. Default: in memory. Whoever passes one disposes it. */
  devices?: PubSub
  /** What the journal may take on the disk. Default: what the store has. */
  journalBytes?: number
  /** Puts something between the services and their database, such as a fault. */
  through?: (database: Database) => Database
}

/** All services in one process on embedded adapters, without a network: HTTP by `inject`, time by `clock`. */
export interface House extends AsyncDisposable {
  readonly clock: FakeClock
  readonly log: RecordedLog
  readonly devices: PubSub
  readonly bus: Bus
  /** The bus as a service of contracts sees it. */
  readonly link: Link
  readonly kv: Kv
  readonly database: Database
  readonly http: FastifyInstance
  readonly core: Core
  /** Whoever owns the machine, over its own socket. */
  readonly owner: Person
  readonly stranger: Person
  /** A new resident comes in by a code. */
  welcome(name: string, language?: 'en' | 'de'): Promise<Person & { resident: Resident }>
  /** The same person, after a restart. */
  again(person: Person): Person
  /** A device joins; it leaves with the house. */
  add(device: TestDeviceOptions): Promise<TestDevice>
  /** Lets the moment pass after which new ids are written; resolves when nothing is under way, and the ledger is written. */
  settled(): Promise<void>
  /** Stops one service alone: the others have to do without it. */
  stop(service: string): Promise<void>
  /** Stops all services and starts new ones on the same stores and devices. */
  restart(): Promise<void>
}

const version = '0.0.0-test'
const timeZone = 'UTC'
const ownerAddress = 'owner'
const idsWrittenAfterMs = 100
const migrations = fileURLToPath(new URL('../../../migrations/', import.meta.url))

let known: readonly LanguagePack[] | undefined

/** Reading them takes longer than starting the house does: once is enough. */
function sentences(): readonly LanguagePack[] {
  known ??= builtinPacks()
  return known
}

/** What a start makes anew. */
interface Running {
  readonly stack: AsyncDisposableStack
  readonly bus: Bus
  readonly kv: Kv
  readonly http: FastifyInstance
  readonly core: Core
  readonly services: readonly Service[]
}

export async function startHouse(options: HouseOptions): Promise<House> {
  const stack = new AsyncDisposableStack()
  await options.database.empty()
  const folder = stack.use(await TemporaryFolder.make())
  const clock = new FakeClock()
  const log = new RecordedLog()
  const database = options.through?.(options.database.database) ?? options.database.database
  const onError = (error: unknown, topic: string) => log.error({ error, topic }, 'a handler failed')
  const devices = options.devices ?? stack.use(createMemoryBus({ onError }))
  const { journalBytes } = options
  const parts = { folder: folder.path, journalBytes, clock, log, database, devices, onError }
  let running = await start(parts)
  stack.defer(() => running.stack.disposeAsync())

  return {
    clock,
    log,
    devices,
    database,
    get bus() {
      return running.bus
    },
    get link() {
      return new Link({ bus: running.bus, service: 'test', tracer, problemOf: toProblem, now: () => clock.now() })
    },
    get kv() {
      return running.kv
    },
    get http() {
      return running.http
    },
    get core() {
      return running.core
    },
    get owner() {
      return new Person(running.http, { headers: {}, remoteAddress: ownerAddress })
    },
    get stranger() {
      return new Person(running.http, { headers: {} })
    },
    async welcome(name, language = 'en') {
      const { person, resident } = await Person.enter(running.http, await running.core.makeCode(), { name, language })
      return Object.assign(person, { resident })
    },
    again: (person) => new Person(running.http, person.credentials),
    add: (device) => stack.use(new TestDevice(devices, device)).join(),
    async settled() {
      await devices.settled()
      await clock.advance(idsWrittenAfterMs)
      await settled(running, devices)
    },
    async stop(name) {
      await running.services.find((service) => service.name === name)?.[Symbol.asyncDispose]()
    },
    async restart() {
      await running.stack.disposeAsync()
      running = await start(parts)
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }
}

async function start(parts: {
  folder: string
  journalBytes: number | undefined
  clock: FakeClock
  log: RecordedLog
  database: Database
  devices: PubSub
  onError: (error: unknown, topic: string) => void
}): Promise<Running> {
  const { clock, log, database, devices, onError } = parts
  const stack = new AsyncDisposableStack()
  const bus = stack.use(createMemoryBus({ onError }))
  const now = () => clock.now()
  const kv = stack.use(await openEmbeddedKv({ dir: join(parts.folder, 'kv'), now, maxBytes: parts.journalBytes }))
  const common = { version, bus, database, clock, log }
  const named = (service: string) => ({ ...common, metrics: createMetrics(service) })
  let door: Door | undefined
  const core = createCore(
    {
      ...named('core'),
      settings: coreSettings.parse({ timeZone }),
      demo: false,
      devices,
      deviceAccess: () => null,
      kv,
      packs: sentences(),
    },
    (identify) =>
      (door = new Door({
        identify,
        isOwner: ({ socket }: { socket?: Socket }) => socket?.remoteAddress === ownerAddress,
      })),
  )
  if (!door) throw new Error('core made no door')
  const services: Service[] = [
    createDataservice({
      ...named('dataservice'),
      settings: dataserviceSettings.parse({}),
      kv,
      kvDescription: 'embedded',
      migrations,
    }),
    createPersona(named('persona')),
    core,
    createMessenger({ ...named('messenger'), door, timeZone }),
    createAnalytics({ ...named('analytics'), door, stores: async () => [] }),
  ]
  const stopping = new AbortController()
  for (const service of services) {
    stack.use(service)
    await service.start(stopping.signal)
  }
  const http = await createHttpServer({ log, metrics: createMetrics('http'), allowedHosts: [] })
  stack.defer(() => http.close())
  for (const service of services) await http.register(service.routes)
  await http.ready()
  await devices.settled()
  return { stack, bus, kv, http, core, services }
}

/** One thing may begin another: nothing is under way when a whole round found the ledger unmoved. */
async function settled({ bus, kv, services }: Running, devices: PubSub): Promise<void> {
  for (let last: string | null | undefined; ;) {
    await devices.settled()
    await bus.settled()
    for (const service of services) await service.settled()
    const { lastId } = await kv.stream(ledgerStream).info()
    if (lastId === last) return
    last = lastId
  }
}

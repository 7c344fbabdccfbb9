import { fileURLToPath } from 'node:url'
import { createAnalytics } from '@tali/analytics'
import { createMemoryBus } from '@tali/bus/memory'
import { homeFileSchema } from '@tali/contracts'
import { createCore } from '@tali/core'
import { createDataservice } from '@tali/dataservice'
import { demoFloorPlan } from '@tali/demo-home'
import { builtinPacks } from '@tali/language'
import { createMessenger } from '@tali/messenger'
import { createPersona } from '@tali/persona'
import { createMetrics, systemClock, type Logger, type Service } from '@tali/runtime'
import { Door } from '@tali/runtime/http'
import type { DataFolder } from '../data/data-folder.ts'
import { OwnerDoor } from '../owner/owner-door.ts'
import { ownerSocketPath } from '../owner/owner-socket-path.ts'
import type { HouseSettings } from '../settings.ts'
import { version } from '../version.ts'
import { openDemo, withdrawDemo } from './demo.ts'
import { openDeviceBroker } from './device-broker.ts'
import { openGateway } from './gateway.ts'
import { openStores } from './stores.ts'

export interface HouseOptions {
  settings: HouseSettings
  folder: DataFolder
  logOf: (service: string) => Logger
  /** Says in a few words what was done, for whoever watches the start. */
  tell: (progress: string) => void
}

export interface House {
  /** Where a browser on this machine finds the page. */
  readonly address: string
  readonly devicePort: number
  readonly isSetUp: boolean
  /** A single-use code that lets a browser in. */
  makeCode(): Promise<string>
}

/**
 * All services in one process, on embedded stores. Opened from the ground up and registered on `stack`, so that they close
 * in reverse order: first no page and no device comes in any more, then the services end, at last the stores.
 */
export async function openHouse(
  { settings, folder, logOf, tell }: HouseOptions,
  stack: AsyncDisposableStack,
  signal: AbortSignal,
): Promise<House> {
  const clock = systemClock
  const timeZone = settings.core.timeZone
  const about = (service: string) => ({
    version,
    clock,
    log: logOf(service),
    metrics: createMetrics(service),
  })
  const opening = openStores({ settings, folder, logOf, stack })
  // Sentences are compiled while the database starts.
  const packs = builtinPacks()
  const { kv, kvDescription, database } = await opening
  tell(`stores are open: ${database.description}`)

  const busLog = logOf('bus')
  const bus = stack.use(
    createMemoryBus({ onError: (error, topic) => busLog.error({ error, topic }, 'a handler failed') }),
  )
  const devices = stack.use(await openDeviceBroker({ settings, folder, kv, log: logOf('broker') }))
  if (!settings.demo) await withdrawDemo(devices.broker.topics, kv)
  const owner = new OwnerDoor(await ownerSocketPath(folder.path))
  const doorOf = (identify: ConstructorParameters<typeof Door>[0]['identify']) =>
    new Door({ identify, isOwner: owner.isOwner })

  const dataservice = createDataservice({
    ...about('dataservice'),
    settings: settings.dataservice,
    database,
    kv,
    kvDescription,
    bus,
    migrations: fileURLToPath(new URL('../../../../migrations', import.meta.url)),
  })
  const persona = createPersona({ ...about('persona'), database, bus })
  const core = createCore(
    {
      ...about('core'),
      settings: settings.core,
      demo: settings.demo,
      bus,
      devices: devices.broker.topics,
      deviceAccess: devices.access,
      kv,
      database,
      packs,
    },
    doorOf,
  )
  const door = doorOf(core.identify)
  const messenger = createMessenger({ ...about('messenger'), database, bus, door, timeZone })
  const analytics = createAnalytics({ ...about('analytics'), bus, door, stores: devices.health })

  // In order: each finds those it asks. Core subscribes to devices before any is let in.
  const services: Service[] = [dataservice, persona, core, messenger, analytics]
  for (const service of services) {
    stack.use(service)
    await service.start(signal)
  }
  if (settings.demo && !core.isSetUp) await core.importHome(homeFileSchema.parse(demoFloorPlan(settings.language)))
  tell('services are up: dataservice, persona, core, messenger, analytics')

  await devices.listen()
  tell(`devices are welcome on port ${devices.broker.port} (MQTT)`)
  if (settings.demo) {
    stack.use(openDemo({ settings, devices, log: logOf('demo-home') }))
    tell('the demo home is waking up')
  }
  const gateway = stack.use(await openGateway({ settings, services, door, log: logOf('gateway') }))
  stack.use(owner)
  await owner.listen(gateway.answer)

  return {
    address: gateway.address,
    devicePort: devices.broker.port,
    get isSetUp() {
      return core.isSetUp
    },
    makeCode: () => core.makeCode(),
  }
}

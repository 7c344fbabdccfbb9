import { timingSafeEqual } from 'node:crypto'
import { networkInterfaces } from 'node:os'
import { openBroker, type Broker } from '@tali/bus/broker'
import type { DeviceAccess, StoreHealth } from '@tali/contracts'
import type { Kv } from '@tali/kv'
import type { Logger } from '@tali/runtime'
import type { DataFolder } from '../data/data-folder.ts'
import { makeSecret, secretFile } from '../data/secret-file.ts'
import type { HouseSettings } from '../settings.ts'
import { PortTaken } from './port-taken.ts'
import { retainedInKv } from './retained-in-kv.ts'

export interface DeviceBroker extends AsyncDisposable {
  readonly broker: Broker
  /** The demo home's own account, made anew with each process. */
  readonly demoAccount: { username: string; password: string }
  readonly access: () => DeviceAccess
  readonly health: () => Promise<StoreHealth[]>
  /** Lets devices in; throws `PortTaken`. */
  listen(): Promise<void>
}

/** The embedded broker with its two accounts: `devices`, whose password the page shows, and the demo home's. */
export async function openDeviceBroker({
  settings,
  folder,
  kv,
  log,
}: {
  settings: HouseSettings
  folder: DataFolder
  kv: Kv
  log: Logger
}): Promise<DeviceBroker> {
  const passwords = new Map([
    ['devices', await secretFile(folder.at('secrets', 'devices-password'))],
    ['demo', makeSecret()],
  ])
  const passwordOf = (username: string) => passwords.get(username) ?? ''
  const broker = await openBroker({
    ...settings.mqtt,
    retained: retainedInKv(kv),
    authenticate: (username, password) => (matches(password, passwordOf(username)) ? { username } : null),
    onError: (error, topic) => log.error({ error, topic }, 'a device message could not be handled'),
    onNotice: (notice) => log.warn({ notice }, 'something about a device connection'),
  })
  return {
    broker,
    demoAccount: { username: 'demo', password: passwordOf('demo') },
    access: () => ({
      port: broker.port,
      username: 'devices',
      password: passwordOf('devices'),
      hosts: homeAddresses(),
    }),
    health: async () => [healthOf(broker)],
    async listen() {
      try {
        await broker.listen()
      } catch (error) {
        throw PortTaken.from(error, { what: 'the device broker', port: settings.mqtt.port, flag: '--mqtt-port' })
      }
    },
    [Symbol.asyncDispose]: () => broker[Symbol.asyncDispose](),
  }
}

function matches(given: Buffer, expected: string): boolean {
  const wanted = Buffer.from(expected)
  return wanted.length > 0 && given.length === wanted.length && timingSafeEqual(given, wanted)
}

/** Addresses of this machine by which a device on the home's network reaches it. */
function homeAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => !address.internal && address.family === 'IPv4')
    .map((address) => address.address)
}

function healthOf(broker: Broker): StoreHealth {
  const { clients, received, sent, refused, retained } = broker.stats()
  return {
    store: 'broker',
    description: 'MQTT broker for devices, in this process',
    status: 'up',
    summary: clients === 1 ? 'One device connection is open.' : `${clients} device connections are open.`,
    figures: Object.entries({ clients, received, sent, refused, retained }).map(([name, value]) => ({
      name,
      value,
      unit: null,
    })),
  }
}

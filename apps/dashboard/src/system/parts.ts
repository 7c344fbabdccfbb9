import {
  mdiAccessPoint,
  mdiAccountVoice,
  mdiChartTimelineVariant,
  mdiChip,
  mdiDatabaseOutline,
  mdiDevices,
  mdiHomeAutomation,
  mdiMessageTextOutline,
  mdiTransitConnectionVariant,
  mdiWaves,
} from '@mdi/js'
import type { HealthStatus, ServiceHealth, StoreHealth, SystemHealth } from '@tali/contracts'

/** A stop of the map: a service, a store, or the home's devices. */
export type Part =
  | { kind: 'devices'; id: 'devices'; icon: string; status: HealthStatus }
  | { kind: 'service'; id: string; icon: string; status: HealthStatus; service: ServiceHealth }
  | { kind: 'store'; id: string; role: StoreRole; icon: string; status: HealthStatus; store: StoreHealth }

export type StoreRole = 'broker' | 'stream' | 'database' | 'other'

/** What a store is on the way of the data, by the words in its name; servers and embedded stores are named differently. */
export function roleOf(store: Pick<StoreHealth, 'store'>): StoreRole {
  const name = store.store.toLowerCase()
  if (/broker|mqtt|mosquitto|aedes|bus/.test(name)) return 'broker'
  if (/stream|journal|kv|redis|valkey/.test(name)) return 'stream'
  if (/postgres|pglite|sql|database|timescale/.test(name)) return 'database'
  return 'other'
}

const serviceIcons: Record<string, string> = {
  core: mdiHomeAutomation,
  persona: mdiAccountVoice,
  messenger: mdiMessageTextOutline,
  dataservice: mdiTransitConnectionVariant,
  analytics: mdiChartTimelineVariant,
}
const storeIcons: Record<StoreRole, string> = {
  broker: mdiAccessPoint,
  stream: mdiWaves,
  database: mdiDatabaseOutline,
  other: mdiDatabaseOutline,
}

/** The parts along the data's way, from the devices to the database, and those that stand beside it. */
export function mapOf(health: SystemHealth): { way: Part[]; beside: Part[] } {
  const services = health.services.map((service): Part => ({
    kind: 'service',
    id: service.service,
    icon: serviceIcons[service.service] ?? mdiChip,
    status: service.status,
    service,
  }))
  const stores = health.stores.map((store): Part => {
    const role = roleOf(store)
    return { kind: 'store', id: store.store, role, icon: storeIcons[role], status: store.status, store }
  })
  const service = (name: string): Part[] => services.filter((part) => part.id === name)
  const role = (name: StoreRole): Part[] => stores.filter((part) => part.kind === 'store' && part.role === name)
  const way: Part[] = [
    { kind: 'devices', id: 'devices', icon: mdiDevices, status: 'up' },
    ...role('broker'),
    ...service('core'),
    ...role('stream'),
    ...service('dataservice'),
    ...role('database'),
  ]
  return { way, beside: [...services, ...stores].filter((part) => !way.includes(part)) }
}

import type { MqttAccount } from './render/mosquitto.ts'

/** What our services run as, and the users of the images of others. */
const users = {
  tali: 10_001,
  postgres: 999,
  redis: 999,
  mosquitto: 1883,
  caddy: 1000,
  prometheus: 65_534,
  loki: 10_001,
  grafana: 472,
}

/** Modules with a schema of their own in the database; `events` is dataservice's. */
export const modules = ['core', 'persona', 'messenger', 'events'] as const

/** A container that gets a folder of its own with what only it may know. */
export interface Consumer {
  readonly name: string
  readonly uid: number
  /** It listens by these names, and so gets a certificate for them. */
  readonly hosts: readonly string[]
  /** Called from the home's network too, by the names and addresses of the machine. */
  readonly published?: true
  /** Secrets that it gets as files: file → name of the secret. */
  readonly secrets?: Readonly<Record<string, string>>
  /** Its logins at the database: file → module or owner. */
  readonly logins?: Readonly<Record<string, string>>
}

const ours = { uid: users.tali }
const watched = { 'metrics-token': 'metrics/token' }
/** Every service talks on the bus, and shows its figures to who knows the token. */
const onBus = (name: string) => ({ 'bus-password': `mqtt/${name}`, ...watched })
const inKv = (name: string) => ({ 'kv-password': `redis/${name}` })

export const consumers: readonly Consumer[] = [
  { name: 'postgres', uid: users.postgres, hosts: ['postgres'], secrets: { superuser: 'postgres/postgres' } },
  { name: 'redis', uid: users.redis, hosts: ['redis'] },
  { name: 'mqtt', uid: users.mosquitto, hosts: ['mqtt'], published: true },
  { name: 'edge', uid: users.caddy, hosts: ['edge'], published: true },
  { name: 'structure', ...ours, hosts: [], logins: { 'superuser-url': 'postgres' } },
  {
    name: 'core',
    ...ours,
    hosts: ['core'],
    secrets: { ...onBus('core'), ...inKv('core'), 'devices-password': 'mqtt/devices' },
    logins: { 'database-url': 'core' },
  },
  { name: 'persona', ...ours, hosts: ['persona'], secrets: onBus('persona'), logins: { 'database-url': 'persona' } },
  {
    name: 'messenger',
    ...ours,
    hosts: ['messenger'],
    secrets: onBus('messenger'),
    logins: { 'database-url': 'messenger' },
  },
  {
    name: 'dataservice',
    ...ours,
    hosts: ['dataservice'],
    secrets: { ...onBus('dataservice'), ...inKv('dataservice') },
    logins: { 'database-url': 'events', 'owner-url': 'owner' },
  },
  { name: 'analytics', ...ours, hosts: ['analytics'], secrets: onBus('analytics') },
  { name: 'prometheus', uid: users.prometheus, hosts: [], secrets: watched },
  { name: 'grafana', uid: users.grafana, hosts: [], secrets: { 'admin-password': 'grafana/admin' } },
  { name: 'demo-home', ...ours, hosts: [], secrets: { 'mqtt-password': 'mqtt/demo' } },
]

/** Every service may be asked how it is, and answers. */
const anyService = ['write tali/+/health/check', 'write tali/reply/#']

/** Accounts of the broker. Services talk below `tali/`, where no device may listen or speak (SI-07). */
export const mqttAccounts: readonly MqttAccount[] = [
  { username: 'core', topics: ['readwrite #'] },
  { username: 'persona', topics: [...anyService, 'read tali/persona/#'] },
  {
    username: 'messenger',
    topics: [
      ...anyService,
      'read tali/messenger/#',
      'read tali/core/turn/progressed',
      'read tali/core/notice/raised',
      'read tali/core/session/ended',
      'write tali/core/#',
      'write tali/persona/#',
    ],
  },
  { username: 'dataservice', topics: [...anyService, 'read tali/dataservice/#'] },
  {
    username: 'analytics',
    topics: [
      ...anyService,
      'read tali/analytics/#',
      'write tali/core/principal/identify',
      'write tali/dataservice/stores/check',
    ],
  },
  { username: 'demo', topics: ['readwrite demo/#', 'write homeassistant/#', 'read homeassistant/status'] },
  { username: 'devices', topics: ['readwrite #', 'deny tali/#'] },
  { username: 'health', topics: ['read $SYS/broker/uptime'] },
]

/** Accounts of the key-value store and what each may touch. */
export const redisAccounts = [
  { username: 'core', rules: '~tali:* &tali:* +@all -@admin -@dangerous' },
  { username: 'dataservice', rules: '~tali:* &tali:* +@all -@admin -@dangerous' },
  { username: 'health', rules: '~health +set +get +ping' },
] as const

/** Names that the house's authority may vouch for: those of containers, and domains that exist only inside a home. */
export const permittedNames = [
  ...'edge mqtt postgres redis neo4j minio prometheus grafana loki otel ollama kafka'.split(' '),
  ...'core persona learning messenger voice dataservice analytics'.split(' '),
  ...'localhost local internal lan home home.arpa fritz.box'.split(' '),
]

/** Folders of the stores, each for its program alone. */
export const dataFolders = [
  { name: 'postgres', uid: users.postgres },
  { name: 'redis', uid: users.redis },
  { name: 'mosquitto', uid: users.mosquitto },
  { name: 'prometheus', uid: users.prometheus },
  { name: 'loki', uid: users.loki },
  { name: 'grafana', uid: users.grafana },
] as const

import { isRecord, readJson } from '../bounded-json.ts'
import { components } from '../components/components.ts'
import { cleanText } from '../names/clean-text.ts'
import { maxPayloadBytes } from '../state/message.ts'
import { ConfigFault } from './config-fault.ts'
import { childOf, readDevice, type DiscoveredDevice } from './device.ts'
import { makeEntity, type DiscoveredEntity } from './entity.ts'
import { withBaseTopic, withLongKeys } from './expand.ts'
import { readDiscoveryTopic, type DiscoveryTopic } from './topics.ts'

/**
 * What a message on a discovery topic says.
 * - `config`: these entities are there (anew or still); those of `removed` (by key) are not any more.
 * - `removal`: every entity whose `source` is this topic is gone. `migrating`: it will come back on another topic.
 * - `not_discovery`: the topic is none of discovery's.
 * - `fault`: the message cannot be used; the sentence says what, where, and what to do.
 */
export type Discovery =
  | {
      readonly kind: 'config'
      readonly source: string
      readonly entities: readonly DiscoveredEntity[]
      readonly removed: readonly string[]
      readonly device: DiscoveredDevice | null
      /** What was left out and why, for whoever looks after the home. */
      readonly notices: readonly string[]
    }
  | { readonly kind: 'removal'; readonly source: string; readonly migrating: boolean }
  | { readonly kind: 'not_discovery' }
  | { readonly kind: 'fault'; readonly source: string; readonly sentence: string }

/** Components of one device message; more are left out, with a notice (SI-09). */
const maxComponents = 500

/** Components that Home Assistant has and TALI has no use for yet. */
const ignoredComponents = new Set(['tag', 'camera', 'image', 'notify', 'infrared', 'date', 'datetime', 'time'])

/** Options of a device message that its components inherit. */
const shared = [
  'availability',
  'availability_mode',
  'availability_template',
  'availability_topic',
  'command_topic',
  'encoding',
  'payload_available',
  'payload_not_available',
  'state_topic',
  'qos',
]

/**
 * Reads a message of Home Assistant's MQTT discovery, in both forms: one component a topic, and (since 2024.11) a whole
 * device. Never throws, whatever the bytes (SI-09); names come out as data (SI-10).
 */
export function parseDiscovery(topic: string, payload: Uint8Array, prefix = 'homeassistant'): Discovery {
  const place = readDiscoveryTopic(topic, prefix)
  if (!place) return { kind: 'not_discovery' }
  if (payload.byteLength === 0) return { kind: 'removal', source: topic, migrating: false }
  try {
    const message = readMessage(payload)
    if (message['migrate_discovery'] === true || message['migr_discvry'] === true)
      return { kind: 'removal', source: topic, migrating: true }
    const long = withLongKeys(message)
    return place.component === 'device' ? readDeviceForm(topic, place, long) : readSingleForm(topic, place, long)
  } catch (error) {
    if (error instanceof ConfigFault) return { kind: 'fault', source: topic, sentence: sentence(topic, error.message) }
    throw error
  }
}

function readMessage(payload: Uint8Array): Record<string, unknown> {
  if (payload.byteLength > maxPayloadBytes) {
    throw new ConfigFault(
      `it has ${Math.round(payload.byteLength / 1024)} kB and ${maxPayloadBytes / 1024} kB are the most; describe the device in several messages`,
    )
  }
  const json = readJson(textOf(payload))
  if (!json.ok)
    throw new ConfigFault(
      json.fault === 'too_deep'
        ? 'its JSON is nested too deeply'
        : 'it is not JSON; send a JSON object, or nothing to remove the entity',
    )
  if (!isRecord(json.value)) throw new ConfigFault('it is not a JSON object')
  return json.value
}

function textOf(payload: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(payload)
  } catch {
    throw new ConfigFault('it is not UTF-8 text')
  }
}

function sentence(topic: string, what: string): string {
  return `The discovery message on ${cleanText(topic, 200)} was not taken: ${cleanText(what, 400)}.`
}

function readSingleForm(source: string, place: DiscoveryTopic, message: Record<string, unknown>): Discovery {
  const { component, nodeId, objectId } = place
  const device = readDevice(message['device'])
  const notice = notUsed(component)
  if (notice !== null)
    return { kind: 'config', source, entities: [], removed: [], device, notices: [sentence(source, notice)] }
  const key = [component, ...(nodeId === null ? [] : [nodeId]), objectId].join('/')
  const made = makeEntity({ component, key, source, raw: withBaseTopic(message), device })
  const notices = (made?.notices ?? []).map((text) => about(source, key, text))
  return { kind: 'config', source, entities: made ? [made.entity] : [], removed: [], device, notices }
}

interface Part {
  readonly id: string
  readonly raw: unknown
  readonly device: DiscoveredDevice
}

function readDeviceForm(
  source: string,
  { nodeId, objectId }: DiscoveryTopic,
  message: Record<string, unknown>,
): Discovery {
  const device = readDevice(message['device'])
  if (!device) throw new ConfigFault('device is missing; a device message describes one')
  if (!isRecord(message['origin']) || typeof message['origin']['name'] !== 'string')
    throw new ConfigFault('origin is missing; it needs at least the name of the software that sends this')
  const parts = partsOf(message, device)
  const [entities, removed, notices]: [DiscoveredEntity[], string[], string[]] = [[], [], []]
  if (parts.length > maxComponents)
    notices.push(sentence(source, `it has ${parts.length} components; the first ${maxComponents} are used`))
  for (const part of parts.slice(0, maxComponents)) {
    const said = readPart(source, message, part, nodeId === null ? [objectId, part.id] : [objectId, nodeId, part.id])
    if (typeof said === 'string') notices.push(said)
    else if ('removed' in said) removed.push(said.removed)
    else {
      entities.push(said.entity)
      notices.push(...said.notices)
    }
  }
  return { kind: 'config', source, entities, removed, device, notices }
}

function partsOf(message: Record<string, unknown>, device: DiscoveredDevice): Part[] {
  const own = message['components']
  const children = Array.isArray(message['child_devices']) ? message['child_devices'].filter(isRecord) : []
  if (!isRecord(own) && children.length === 0)
    throw new ConfigFault('components is missing; it names each entity of the device')
  return [
    ...Object.entries(isRecord(own) ? own : {}).map(([id, raw]) => ({ id, raw, device })),
    ...children.flatMap((child) => {
      const childDevice = childOf(device, child)
      return Object.entries(isRecord(child['components']) ? child['components'] : {}).map(([id, raw]) => ({
        id,
        raw,
        device: childDevice,
      }))
    }),
  ]
}

/** One component of a device message: an entity, a removal by its key, or the notice why it is neither. */
function readPart(
  source: string,
  message: Record<string, unknown>,
  { id, raw, device }: Part,
  path: readonly string[],
): string | { removed: string } | { entity: DiscoveredEntity; notices: string[] } {
  const platform = isRecord(raw) ? raw['platform'] : undefined
  if (!isRecord(raw) || typeof platform !== 'string') return about(source, id, 'it has no platform, such as sensor')
  const key = [platform, ...path].join('/')
  const { platform: _, ...own } = raw
  if (Object.keys(own).length === 0) return { removed: key }
  const notice = notUsed(platform)
  if (notice !== null) return about(source, id, notice)
  const inherited = Object.fromEntries(
    shared.filter((option) => option in message && !(option in own)).map((option) => [option, message[option]]),
  )
  const base = '~' in own || !('~' in message) ? {} : { '~': message['~'] }
  try {
    const made = makeEntity({
      component: platform,
      key,
      source,
      raw: withBaseTopic({ ...inherited, ...base, ...own }),
      device,
    })
    return made
      ? { entity: made.entity, notices: made.notices.map((text) => about(source, id, text)) }
      : about(source, id, 'it is not known')
  } catch (error) {
    if (error instanceof ConfigFault) return about(source, id, error.message)
    throw error
  }
}

function notUsed(component: string): string | null {
  if (components.has(component)) return null
  const name = cleanText(component, 40)
  return ignoredComponents.has(component)
    ? `TALI has no use for the component ${name} yet`
    : `TALI does not know the component ${name} yet`
}

function about(source: string, part: string, what: string): string {
  return `${cleanText(part, 100)} in the discovery message on ${cleanText(source, 200)}: ${cleanText(what, 400)}.`
}

import type { Entity } from '@tali/contracts'
import type { Capabilities } from '../capabilities.ts'
import type { Command } from '../components/component.ts'
import { components } from '../components/components.ts'
import { cleanName, cleanText } from '../names/clean-text.ts'
import { displayName, type Naming } from '../names/entity-name.ts'
import { listenToAvailability, type Availability } from './availability.ts'
import { Config, type Binding } from './config.ts'
import type { DiscoveredDevice } from './device.ts'
import { listenToJsonAttributes } from './json-attributes.ts'

/** An entity as its discovery message describes it, ready to read messages and to take commands. */
export interface DiscoveredEntity {
  /** `component/object_id` or `component/node_id/object_id`: the same in every discovery message of the entity. */
  readonly key: string
  /** The topic of its discovery message; an empty message there takes the entity away. */
  readonly source: string
  readonly uniqueId: string | null
  readonly domain: string
  readonly deviceClass: string | null
  readonly category: 'config' | 'diagnostic' | null
  readonly unit: string | null
  readonly icon: string | null
  /** False: it is known, and hidden until somebody wants it. */
  readonly enabledByDefault: boolean
  readonly device: DiscoveredDevice | null
  /** For `displayName` and `entityIdFor`. */
  readonly naming: Naming
  readonly capabilities: Capabilities
  /** What it listens to, by topic. */
  readonly bindings: ReadonlyMap<string, readonly Binding[]>
  readonly availability: Availability
  /** Seconds after which a reading expires; null when it does not. */
  readonly expireAfter: number | null
  readonly commands: Readonly<Record<string, Command>>
}

export interface Described {
  readonly component: string
  readonly key: string
  readonly source: string
  readonly raw: Record<string, unknown>
  readonly device: DiscoveredDevice | null
}

/** Makes the entity of one component's configuration. Throws `ConfigFault`; null for a component TALI does not know. */
export function makeEntity({
  component,
  key,
  source,
  raw,
  device,
}: Described): { entity: DiscoveredEntity; notices: readonly string[] } | null {
  const make = components.get(component)
  if (!make) return null
  const config = new Config(raw)
  const behaviour = make(config)
  const availability = listenToAvailability(config)
  listenToJsonAttributes(config, new Set(behaviour.attributes))
  const commands = Object.fromEntries(
    Object.entries(behaviour.commands).filter((entry): entry is [string, Command] => entry[1] !== null),
  )
  const domain = component === 'device_automation' ? 'event' : component
  const deviceClass = classOf(config)
  const entity: DiscoveredEntity = {
    key,
    source,
    uniqueId: uniqueIdOf(config),
    domain,
    deviceClass,
    category: component === 'device_automation' ? 'diagnostic' : categoryOf(config),
    unit: cleanText(config.text('unit_of_measurement') ?? '', 30) || null,
    icon: iconOf(config),
    enabledByDefault: config.flag('enabled_by_default', true) && config.flag('visible_by_default', true),
    device,
    naming: {
      domain,
      name: nameOf(config, component),
      deviceName: device?.name ?? null,
      deviceClass,
      wishedId: config.text('default_entity_id') ?? config.text('object_id'),
    },
    capabilities: { ...behaviour.capabilities, actions: actionsOf(commands), reports_state: behaviour.reportsState },
    bindings: byTopic(config.bindings),
    availability,
    expireAfter: config.number('expire_after'),
    commands,
  }
  return { entity, notices: [...new Set(config.notices)] }
}

/** `toggle` is there for whatever can be turned both ways. */
export const togglePairs = [
  ['turn_on', 'turn_off'],
  ['open_cover', 'close_cover'],
  ['open_valve', 'close_valve'],
] as const

function actionsOf(commands: Readonly<Record<string, Command>>): string[] {
  const actions = Object.keys(commands)
  const toggles = togglePairs.some(([there, back]) => there in commands && back in commands)
  return toggles ? [...actions, 'toggle'] : actions
}

function byTopic(bindings: readonly Binding[]): Map<string, Binding[]> {
  const topics = new Map<string, Binding[]>()
  for (const binding of bindings) {
    const there = topics.get(binding.topic)
    if (there) there.push(binding)
    else topics.set(binding.topic, [binding])
  }
  return topics
}

/** Undefined when the message has no name, null when it says so or nothing visible is in it. */
function nameOf(config: Config, component: string): string | null | undefined {
  if (component === 'device_automation') return cleanName(`${config.text('subtype', '')} ${config.text('type', '')}`)
  if (!config.has('name')) return undefined
  return cleanName(config.text('name') ?? '')
}

function uniqueIdOf(config: Config): string | null {
  const id = config.text('unique_id')
  return id === null || id === '' || id.length > 255 ? null : id
}

function classOf(config: Config): string | null {
  const word = config.text('device_class')?.toLowerCase() ?? ''
  return /^[a-z0-9_]{1,40}$/.test(word) ? word : null
}

function categoryOf(config: Config): 'config' | 'diagnostic' | null {
  const word = config.text('entity_category')
  return word === 'config' || word === 'diagnostic' ? word : null
}

function iconOf(config: Config): string | null {
  const icon = config.text('icon') ?? ''
  return /^[a-z0-9-]{1,20}:[a-z0-9-]{1,60}$/.test(icon) ? icon : null
}

/** What people have given an entity beside what its device says. */
export interface Placed {
  readonly id: string
  readonly name?: string | null
  readonly aliases?: readonly string[]
  readonly deviceId: string | null
  readonly areaId: string | null
}

/** The entity as everybody else sees it. */
export function describeEntity(entity: DiscoveredEntity, placed: Placed): Entity {
  return {
    id: placed.id,
    name: placed.name ?? displayName(entity.naming),
    aliases: [...(placed.aliases ?? [])],
    domain: entity.domain,
    deviceClass: entity.deviceClass,
    deviceId: placed.deviceId,
    areaId: placed.areaId,
    category: entity.category,
    unit: entity.unit,
    icon: entity.icon,
    capabilities: { ...entity.capabilities },
  }
}

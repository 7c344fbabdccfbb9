import { isRecord } from '../bounded-json.ts'
import { cleanName, cleanText } from '../names/clean-text.ts'
import { recordOf } from './config.ts'
import { ConfigFault } from './config-fault.ts'

/** A device as its discovery message describes it. */
export interface DiscoveredDevice {
  /** Its first identifier, or else its first connection: the same in every message of the device. */
  readonly id: string
  readonly identifiers: readonly string[]
  /** Pairs such as `mac` and an address. */
  readonly connections: readonly (readonly [string, string])[]
  readonly name: string | null
  readonly manufacturer: string | null
  readonly model: string | null
  readonly suggestedArea: string | null
  readonly swVersion: string | null
  readonly hwVersion: string | null
  readonly serialNumber: string | null
  /** The device it is part of or reached through. */
  readonly via: string | null
}

const maxIds = 20
const maxIdLength = 255

/** Reads `device`; null when the message has none. */
export function readDevice(raw: unknown): DiscoveredDevice | null {
  if (raw === undefined || raw === null) return null
  const device = recordOf('device', raw)
  const identifiers = idsOf('device identifiers', device['identifiers'])
  const connections = connectionsOf(device['connections'])
  const id = identifiers[0] ?? connections[0]?.join(':')
  if (id === undefined) throw new ConfigFault('device must have identifiers or connections, so that it is known again')
  const whole: DiscoveredDevice = {
    id,
    identifiers,
    connections,
    name: nameOf(device['name']),
    manufacturer: nameOf(device['manufacturer']),
    model: nameOf(device['model']) ?? nameOf(device['model_id']),
    suggestedArea: nameOf(device['suggested_area']),
    swVersion: textOf(device['sw_version']),
    hwVersion: textOf(device['hw_version']),
    serialNumber: textOf(device['serial_number']),
    via: textOf(device['via_device']),
  }
  return isRecord(device['child_device']) ? childOf(whole, device['child_device']) : whole
}

/** A part of a device that is a device of its own, such as one gang of a double switch. */
export function childOf(parent: DiscoveredDevice, raw: Record<string, unknown>): DiscoveredDevice {
  const identifiers = idsOf('child device identifiers', raw['identifiers'])
  const [id] = identifiers
  if (id === undefined) throw new ConfigFault('a child device must have identifiers')
  return { ...parent, id, identifiers, connections: [], name: nameOf(raw['name']) ?? parent.name, via: parent.id }
}

function idsOf(what: string, raw: unknown): string[] {
  if (raw === undefined || raw === null) return []
  const list: unknown[] = Array.isArray(raw) ? raw : [raw]
  return list.slice(0, maxIds).map((item) => idOf(what, item))
}

function idOf(what: string, item: unknown): string {
  const text = typeof item === 'number' ? String(item) : item
  if (typeof text !== 'string' || text === '' || text.length > maxIdLength)
    throw new ConfigFault(`${what} must be texts of 1 to ${maxIdLength} characters`)
  return text
}

function connectionsOf(raw: unknown): (readonly [string, string])[] {
  if (raw === undefined || raw === null) return []
  if (!Array.isArray(raw)) throw new ConfigFault('device connections must be a list of pairs')
  return raw.slice(0, maxIds).map((pair: unknown) => {
    if (!Array.isArray(pair) || pair.length !== 2)
      throw new ConfigFault('device connections must be pairs, such as ["mac", "02:5b:26:a8:dc:12"]')
    return [idOf('device connections', pair[0]), idOf('device connections', pair[1])] as const
  })
}

function nameOf(raw: unknown): string | null {
  return typeof raw === 'string' ? cleanName(raw) : typeof raw === 'number' ? String(raw) : null
}

function textOf(raw: unknown): string | null {
  return typeof raw === 'string' ? cleanText(raw, 255) || null : typeof raw === 'number' ? String(raw) : null
}

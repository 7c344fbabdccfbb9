import { isRecord } from '../bounded-json.ts'
import { abbreviations, deviceAbbreviations, originAbbreviations } from './abbreviations.ts'

type Keys = ReadonlyMap<string, string>

/** A discovery message with long keys, inside its device, origin, availability, components and child devices too. */
export function withLongKeys(message: Record<string, unknown>): Record<string, unknown> {
  const long = componentWithLongKeys(message)
  if (isRecord(long['origin'])) long['origin'] = renamed(long['origin'], originAbbreviations)
  if (isRecord(long['device'])) long['device'] = deviceWithLongKeys(long['device'])
  if (isRecord(long['components'])) long['components'] = eachWithLongKeys(long['components'])
  const children = long['child_devices']
  if (Array.isArray(children)) {
    long['child_devices'] = children.map((child: unknown) => {
      if (!isRecord(child)) return child
      const longChild = renamed(renamed(child, deviceAbbreviations), abbreviations)
      return isRecord(longChild['components'])
        ? { ...longChild, components: eachWithLongKeys(longChild['components']) }
        : longChild
    })
  }
  return long
}

function eachWithLongKeys(parts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    ownEntries(parts).map(([id, part]) => [id, isRecord(part) ? componentWithLongKeys(part) : part]),
  )
}

function componentWithLongKeys(part: Record<string, unknown>): Record<string, unknown> {
  const long = renamed(part, abbreviations)
  const availability = long['availability']
  if (Array.isArray(availability)) {
    long['availability'] = availability.map((item: unknown) => (isRecord(item) ? renamed(item, abbreviations) : item))
  } else if (isRecord(availability)) {
    long['availability'] = renamed(availability, abbreviations)
  }
  return long
}

function deviceWithLongKeys(device: Record<string, unknown>): Record<string, unknown> {
  const long = renamed(device, deviceAbbreviations)
  if (isRecord(long['child_device'])) long['child_device'] = renamed(long['child_device'], deviceAbbreviations)
  return long
}

function renamed(part: Record<string, unknown>, keys: Keys): Record<string, unknown> {
  return Object.fromEntries(ownEntries(part).map(([key, value]) => [keys.get(key) ?? key, value]))
}

function ownEntries(part: Record<string, unknown>): [string, unknown][] {
  return Object.entries(part).filter(([key]) => key !== '__proto__')
}

/** Puts the base topic `~` in at the beginning or end of every topic, those of the availability list too. */
export function withBaseTopic(part: Record<string, unknown>): Record<string, unknown> {
  const base = part['~']
  if (typeof base !== 'string') return part
  const based = basedTopics(part, base)
  delete based['~']
  const availability = based['availability']
  if (Array.isArray(availability))
    based['availability'] = availability.map((item: unknown) => (isRecord(item) ? basedTopics(item, base) : item))
  else if (isRecord(availability)) based['availability'] = basedTopics(availability, base)
  return based
}

function basedTopics(part: Record<string, unknown>, base: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [
      key,
      key.endsWith('topic') && typeof value === 'string' ? based(value, base) : value,
    ]),
  )
}

function based(topic: string, base: string): string {
  const front = topic.startsWith('~') ? base + topic.slice(1) : topic
  return front.endsWith('~') ? front.slice(0, -1) + base : front
}

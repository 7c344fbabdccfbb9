import { slug } from './slug.ts'

/** What a name is made from; `name` is undefined when the discovery message has none, null when it says null. */
export interface Naming {
  readonly domain: string
  readonly name: string | null | undefined
  readonly deviceName: string | null
  readonly deviceClass: string | null
  /** `default_entity_id`, or the older `object_id`. */
  readonly wishedId: string | null
}

/**
 * The name a person sees, by Home Assistant's rule: the device's name and the entity's; only the device's when the
 * entity's is null; the device class stands in for a name that was not given. A device's name is not said twice.
 */
export function displayName(naming: Naming): string {
  const own = naming.name === undefined ? defaultName(naming) : naming.name
  if (naming.deviceName === null) return own ?? defaultName(naming)
  if (own === null || own === naming.deviceName) return naming.deviceName
  return own.startsWith(`${naming.deviceName} `) ? own : `${naming.deviceName} ${own}`
}

const spoken: Readonly<Record<string, string>> = {
  aqi: 'Air quality index',
  pm1: 'PM1',
  pm10: 'PM10',
  pm25: 'PM2.5',
  ph: 'pH',
}

function defaultName(naming: Naming): string {
  const word = naming.deviceClass ?? naming.domain
  return spoken[word] ?? word.charAt(0).toUpperCase() + word.slice(1).replaceAll('_', ' ')
}

/**
 * The entity id that Home Assistant gives: `domain.slug`, from the wished id or else from the displayed name, with `_2`,
 * `_3`, … while `taken` says that it is in use.
 */
export function entityIdFor(naming: Naming, taken: (entityId: string) => boolean): string {
  const wished = naming.wishedId === null ? '' : slug(naming.wishedId.replace(/^[a-z_]+\./, ''))
  const object = wished || slug(displayName(naming)) || 'unknown'
  const first = `${naming.domain}.${object}`
  if (!taken(first)) return first
  for (let number = 2; ; number += 1) {
    const next = `${first}_${number}`
    if (!taken(next)) return next
  }
}

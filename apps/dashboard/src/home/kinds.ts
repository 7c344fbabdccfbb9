/** The kind of control that an entity gets. */
export type Kind =
  | 'light'
  | 'toggle'
  | 'cover'
  | 'climate'
  | 'fan'
  | 'lock'
  | 'alarm'
  | 'vacuum'
  | 'media'
  | 'press'
  | 'number'
  | 'select'
  | 'sensor'
  | 'binary'
  | 'presence'
  | 'other'

const kinds: Record<string, Kind> = {
  light: 'light',
  switch: 'toggle',
  input_boolean: 'toggle',
  siren: 'toggle',
  humidifier: 'toggle',
  cover: 'cover',
  valve: 'cover',
  climate: 'climate',
  water_heater: 'climate',
  fan: 'fan',
  lock: 'lock',
  alarm_control_panel: 'alarm',
  vacuum: 'vacuum',
  lawn_mower: 'vacuum',
  media_player: 'media',
  button: 'press',
  scene: 'press',
  number: 'number',
  select: 'select',
  sensor: 'sensor',
  binary_sensor: 'binary',
  person: 'presence',
  device_tracker: 'presence',
}

export function kindOf(entity: { domain: string }): Kind {
  return kinds[entity.domain] ?? 'other'
}

/** The groups of an area's page, in the order in which they are shown. */
export const groups = ['lights', 'climate', 'openings', 'devices', 'sensors'] as const
export type Group = (typeof groups)[number]

export function groupOf(entity: { domain: string }): Group {
  const kind = kindOf(entity)
  switch (kind) {
    case 'light':
      return 'lights'
    case 'climate':
      return 'climate'
    case 'cover':
    case 'lock':
    case 'alarm':
      return 'openings'
    case 'toggle':
    case 'fan':
    case 'vacuum':
    case 'media':
    case 'press':
    case 'number':
    case 'select':
      return 'devices'
    case 'sensor':
    case 'binary':
    case 'presence':
    case 'other':
      return 'sensors'
  }
}

/** Covers that let people in: the gate asks before it opens them, and the page has them held, not tapped. */
export function isDoorway(entity: { domain: string; deviceClass: string | null }): boolean {
  return entity.domain === 'cover' && ['garage', 'gate', 'door'].includes(entity.deviceClass ?? '')
}

import type { EntityRef, Scope } from '@tali/contracts'
import { own } from './own.ts'

/** Kinds of things as a household counts them: "3 lights", "no window". */
export const nouns = [
  'light', 'switch', 'plug', 'fan', 'blind', 'curtain', 'awning', 'garage_door', 'gate', 'door', 'window', 'opening',
  'valve', 'lock', 'thermostat', 'boiler', 'humidifier', 'alarm', 'vacuum', 'mower', 'speaker', 'television', 'siren',
  'camera', 'button', 'scene', 'script', 'automation', 'person', 'motion_sensor', 'presence_sensor', 'smoke_detector',
  'gas_detector', 'leak_sensor', 'sensor', 'thermometer', 'battery', 'device',
] as const // prettier-ignore
export type Noun = (typeof nouns)[number]

const byDomain: Readonly<Record<string, Noun>> = {
  light: 'light',
  switch: 'switch',
  input_boolean: 'switch',
  fan: 'fan',
  cover: 'blind',
  valve: 'valve',
  lock: 'lock',
  climate: 'thermostat',
  water_heater: 'boiler',
  humidifier: 'humidifier',
  alarm_control_panel: 'alarm',
  vacuum: 'vacuum',
  lawn_mower: 'mower',
  media_player: 'speaker',
  siren: 'siren',
  camera: 'camera',
  button: 'button',
  input_button: 'button',
  scene: 'scene',
  script: 'script',
  automation: 'automation',
  person: 'person',
  device_tracker: 'person',
  sensor: 'sensor',
  binary_sensor: 'sensor',
}

/** `domain.device_class`, where the class makes it another thing. */
const byClass: Readonly<Record<string, Noun>> = {
  'switch.outlet': 'plug',
  'cover.curtain': 'curtain',
  'cover.awning': 'awning',
  'cover.garage': 'garage_door',
  'cover.gate': 'gate',
  'cover.door': 'door',
  'cover.window': 'window',
  'media_player.tv': 'television',
  'binary_sensor.door': 'door',
  'binary_sensor.window': 'window',
  'binary_sensor.garage_door': 'garage_door',
  'binary_sensor.opening': 'opening',
  'binary_sensor.lock': 'lock',
  'binary_sensor.motion': 'motion_sensor',
  'binary_sensor.occupancy': 'presence_sensor',
  'binary_sensor.presence': 'presence_sensor',
  'binary_sensor.smoke': 'smoke_detector',
  'binary_sensor.gas': 'gas_detector',
  'binary_sensor.carbon_monoxide': 'gas_detector',
  'binary_sensor.moisture': 'leak_sensor',
  'binary_sensor.battery': 'battery',
  'sensor.battery': 'battery',
  'sensor.temperature': 'thermometer',
}

/** The noun of a domain and class; `device` for what has none. */
export function nounOf(domain: string | null, deviceClass: string | null): Noun {
  return own(byClass, `${domain}.${deviceClass}`) ?? own(byDomain, domain) ?? 'device'
}

/** The one noun that fits all of them: their own, or else the scope's, or `device`. */
export function nounOfAll(entities: readonly EntityRef[], scope: Scope): Noun {
  const kinds = new Set(entities.map((entity) => nounOf(entity.domain, entity.deviceClass)))
  const [first] = kinds
  if (first === undefined) return nounOfScope(scope)
  if (kinds.size === 1) return first
  return kinds.isSubsetOf(openings) ? 'opening' : 'device'
}

/** Together they are "windows and doors". */
const openings: ReadonlySet<Noun> = new Set<Noun>(['window', 'door', 'opening'])

/** A scope often carries only a class ("is any window open?"). */
export function nounOfScope(scope: Scope): Noun {
  if (scope.domain !== null) return nounOf(scope.domain, scope.deviceClass)
  const classed = ['binary_sensor', 'cover', 'sensor', 'switch', 'media_player'].map((domain) =>
    own(byClass, `${domain}.${scope.deviceClass}`),
  )
  return classed.find((noun) => noun !== undefined) ?? 'device'
}

import { own } from './own.ts'

/** What a state means, whatever the device calls it. The languages have a word for each. */
export const senses = [
  'on', 'off', 'open', 'closed', 'opening', 'closing', 'stopped',
  'locked', 'unlocked', 'locking', 'unlocking', 'jammed',
  'motion', 'no_motion', 'occupied', 'vacant', 'present', 'absent', 'moving', 'still', 'sound', 'quiet',
  'vibration', 'no_vibration', 'smoke', 'no_smoke', 'gas', 'no_gas', 'carbon_monoxide', 'no_carbon_monoxide',
  'wet', 'dry', 'hot', 'not_hot', 'cold', 'not_cold', 'light', 'dark', 'battery_low', 'battery_ok',
  'charge_low', 'charge_ok',
  'charging', 'not_charging', 'connected', 'disconnected', 'plugged', 'unplugged', 'power', 'no_power',
  'problem', 'ok', 'running', 'not_running', 'unsafe', 'safe', 'tampered', 'untampered', 'update', 'up_to_date',
  'home', 'away',
  'mode_heat', 'mode_cool', 'mode_heat_cool', 'mode_auto', 'mode_dry', 'mode_fan_only',
  'heating', 'cooling', 'drying', 'fanning', 'preheating', 'defrosting', 'idle',
  'disarmed', 'armed_home', 'armed_away', 'armed_night', 'armed_vacation', 'armed_custom_bypass',
  'arming', 'disarming', 'pending', 'triggered',
  'cleaning', 'mowing', 'docked', 'returning', 'paused', 'error',
  'playing', 'buffering', 'standby', 'active',
  'above_horizon', 'below_horizon',
] as const // prettier-ignore
export type Sense = (typeof senses)[number]

const known: ReadonlySet<string> = new Set(senses)

/** Binary sensors say only on and off; the device class tells what that means. [on, off] */
const binary: Readonly<Record<string, readonly [Sense, Sense]>> = {
  battery: ['battery_low', 'battery_ok'],
  battery_charging: ['charging', 'not_charging'],
  carbon_monoxide: ['carbon_monoxide', 'no_carbon_monoxide'],
  cold: ['cold', 'not_cold'],
  connectivity: ['connected', 'disconnected'],
  door: ['open', 'closed'],
  garage_door: ['open', 'closed'],
  gas: ['gas', 'no_gas'],
  heat: ['hot', 'not_hot'],
  light: ['light', 'dark'],
  lock: ['unlocked', 'locked'],
  moisture: ['wet', 'dry'],
  motion: ['motion', 'no_motion'],
  moving: ['moving', 'still'],
  occupancy: ['occupied', 'vacant'],
  opening: ['open', 'closed'],
  plug: ['plugged', 'unplugged'],
  power: ['power', 'no_power'],
  presence: ['present', 'absent'],
  problem: ['problem', 'ok'],
  running: ['running', 'not_running'],
  safety: ['unsafe', 'safe'],
  smoke: ['smoke', 'no_smoke'],
  sound: ['sound', 'quiet'],
  tamper: ['tampered', 'untampered'],
  update: ['update', 'up_to_date'],
  vibration: ['vibration', 'no_vibration'],
  window: ['open', 'closed'],
}

const climateModes: Readonly<Record<string, Sense>> = {
  off: 'off',
  heat: 'mode_heat',
  cool: 'mode_cool',
  heat_cool: 'mode_heat_cool',
  auto: 'mode_auto',
  dry: 'mode_dry',
  fan_only: 'mode_fan_only',
}

/** States whose word differs from that of other domains. */
const byDomain: Readonly<Record<string, Readonly<Record<string, Sense>>>> = {
  climate: climateModes,
  person: { home: 'home', not_home: 'away' },
  device_tracker: { home: 'home', not_home: 'away' },
  update: { on: 'update', off: 'up_to_date' },
  sun: { above_horizon: 'above_horizon', below_horizon: 'below_horizon' },
}

/** What a climate device is doing, from its attribute `hvac_action`. */
const climateActions: Readonly<Record<string, Sense>> = {
  off: 'off',
  heating: 'heating',
  cooling: 'cooling',
  drying: 'drying',
  fan: 'fanning',
  preheating: 'preheating',
  defrosting: 'defrosting',
  idle: 'idle',
}

/** Domains in which a word such as `open` or `docked` is a state and not somebody's text. */
const worded: ReadonlySet<string> = new Set([
  'light', 'switch', 'input_boolean', 'fan', 'cover', 'valve', 'lock', 'binary_sensor', 'climate', 'water_heater',
  'humidifier', 'alarm_control_panel', 'vacuum', 'lawn_mower', 'media_player', 'remote', 'siren', 'group', 'timer',
  'automation', 'script', 'camera', 'schedule', 'calendar', 'air_quality',
]) // prettier-ignore

/** The meaning of a state in Home Assistant's words; undefined for free text, numbers and what nobody knows. */
export function senseOf(domain: string, deviceClass: string | null, value: string): Sense | undefined {
  if (value === 'on' || value === 'off') {
    const pair = domain === 'binary_sensor' ? (own(binary, deviceClass) ?? ['on', 'off']) : asked(domain, deviceClass)
    if (pair !== undefined) return value === 'on' ? pair[0] : pair[1]
  }
  const special = own(own(byDomain, domain) ?? {}, value)
  if (special !== undefined) return special
  return worded.has(domain) && isSense(value) ? value : undefined
}

/** A battery in per cent is asked about as one that says only low or not. */
function asked(domain: string, deviceClass: string | null): readonly [Sense, Sense] | undefined {
  return domain === 'sensor' && deviceClass === 'battery' ? ['charge_low', 'charge_ok'] : undefined
}

export function climateActionOf(action: unknown): Sense | undefined {
  return typeof action === 'string' ? own(climateActions, action) : undefined
}

export function climateModeOf(mode: unknown): Sense | undefined {
  return typeof mode === 'string' ? own(climateModes, mode) : undefined
}

function isSense(value: string): value is Sense {
  return known.has(value)
}

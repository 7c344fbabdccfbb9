import type { Attributes } from '@tali/contracts'
import { colourOfHueSaturation, colourOfName, colourOfRgb, type Colour } from './colour.ts'
import { numberOf } from './number.ts'
import { climateModeOf, type Sense } from './sense.ts'

/** Actions that the languages have an infinitive for. */
export const actions = [
  'turn_on', 'turn_off', 'toggle', 'open_cover', 'close_cover', 'stop_cover', 'open_valve', 'close_valve', 'stop_valve',
  'lock', 'unlock', 'open', 'start', 'start_mowing', 'pause', 'stop', 'return_to_base', 'dock', 'clean_spot', 'locate',
  'media_play', 'media_pause', 'media_play_pause', 'media_stop', 'media_next_track', 'media_previous_track',
  'play_media', 'volume_up', 'volume_down', 'mute', 'unmute', 'press', 'trigger',
  'alarm_arm_home', 'alarm_arm_away', 'alarm_arm_night', 'alarm_arm_vacation', 'alarm_arm_custom_bypass',
  'alarm_disarm', 'alarm_trigger', 'brighten', 'dim', 'oscillate',
] as const // prettier-ignore
export type KnownAction = (typeof actions)[number]

const knownActions: ReadonlySet<string> = new Set(actions)

/** What a command wants, whatever fields it came in. */
export type Aim =
  | { kind: 'act'; action: KnownAction }
  /** Brightness of a light, speed of a fan. */
  | { kind: 'level'; percent: number }
  /** A cover or valve, 0 closed to 100 open. */
  | { kind: 'position'; percent: number }
  | { kind: 'temperature'; value: number; unit: string }
  | { kind: 'range'; low: number; high: number; unit: string }
  | { kind: 'humidity'; percent: number }
  | { kind: 'kelvin'; value: number }
  | { kind: 'colour'; colour: Colour }
  | { kind: 'mode'; sense: Sense }
  | { kind: 'option'; text: string }
  | { kind: 'volume'; percent: number }
  | { kind: 'number'; value: number }
  | { kind: 'unknown' }

/**
 * Reads Home Assistant's service and its fields. Temperatures are in `temperature_unit`, where the fields or the
 * device tell one, or else in °C.
 */
export function aimOf(action: string, parameters: Attributes): Aim {
  const number = (name: string) => numberOf(parameters[name])
  const text = (name: string) => (typeof parameters[name] === 'string' ? parameters[name] : undefined)
  switch (action) {
    case 'turn_on':
      return lightAim(parameters) ?? { kind: 'act', action }
    case 'set_percentage':
      return level(number('percentage')) ?? unknown
    case 'set_cover_position':
    case 'set_cover_tilt_position':
    case 'set_valve_position':
      return position(number('position') ?? number('tilt_position')) ?? unknown
    case 'set_temperature':
      return temperatureAim(parameters) ?? unknown
    case 'set_humidity': {
      const humidity = number('humidity')
      return humidity === undefined ? unknown : { kind: 'humidity', percent: humidity }
    }
    case 'set_hvac_mode': {
      const sense = climateModeOf(parameters['hvac_mode'])
      return sense === undefined ? option(text('hvac_mode')) : { kind: 'mode', sense }
    }
    case 'set_preset_mode':
      return option(text('preset_mode'))
    case 'set_fan_mode':
      return option(text('fan_mode'))
    case 'set_fan_speed':
      return option(text('fan_speed'))
    case 'set_mode':
      return option(text('mode'))
    case 'select_option':
      return option(text('option'))
    case 'select_source':
      return option(text('source'))
    case 'volume_set':
      return volume(number('volume_level')) ?? unknown
    case 'volume_mute':
      return { kind: 'act', action: parameters['is_volume_muted'] === false ? 'unmute' : 'mute' }
    case 'set_value': {
      const value = number('value')
      return value === undefined ? option(text('value')) : { kind: 'number', value }
    }
    default:
      return isKnownAction(action) ? { kind: 'act', action } : unknown
  }
}

/** What came of an aim, from the attributes that the device reports: its own numbers instead of the wished ones. */
export function reachedAim(aim: Aim, observed: Attributes): Aim {
  const number = (name: string) => numberOf(observed[name])
  switch (aim.kind) {
    case 'level':
      return brightness(observed) ?? level(number('percentage')) ?? aim
    case 'position':
      return position(number('current_position') ?? number('current_tilt_position')) ?? aim
    case 'temperature':
    case 'range':
      return temperatureAim({ temperature_unit: aim.unit, ...observed }) ?? aim
    case 'kelvin':
      return kelvin(number('color_temp_kelvin')) ?? aim
    case 'volume':
      return volume(number('volume_level')) ?? aim
    case 'act':
      return steppedAim(aim.action, observed) ?? aim
    case 'colour':
    case 'mode':
    case 'option':
    case 'humidity':
    case 'number':
    case 'unknown':
      return aim
  }
}

const unknown: Aim = { kind: 'unknown' }

function lightAim(fields: Attributes): Aim | undefined {
  const colour =
    colourOfName(fields['color_name']) ?? colourOfHueSaturation(fields['hs_color']) ?? colourOfRgb(fields['rgb_color'])
  if (colour !== undefined) return { kind: 'colour', colour }
  if (typeof fields['color_name'] === 'string') return option(fields['color_name'])
  const step = numberOf(fields['brightness_step_pct']) ?? numberOf(fields['brightness_step'])
  if (step !== undefined) return { kind: 'act', action: step < 0 ? 'dim' : 'brighten' }
  return (
    kelvin(numberOf(fields['color_temp_kelvin'])) ?? level(numberOf(fields['brightness_pct'])) ?? brightness(fields)
  )
}

function temperatureAim(fields: Attributes): Aim | undefined {
  const unit = typeof fields['temperature_unit'] === 'string' ? fields['temperature_unit'] : '°C'
  const value = numberOf(fields['temperature'])
  if (value !== undefined) return { kind: 'temperature', value, unit }
  const low = numberOf(fields['target_temp_low'])
  const high = numberOf(fields['target_temp_high'])
  return low === undefined || high === undefined ? undefined : { kind: 'range', low, high, unit }
}

/** Relative commands tell no number of their own; the device's report does. */
function steppedAim(action: KnownAction, observed: Attributes): Aim | undefined {
  if (action === 'brighten' || action === 'dim') return brightness(observed)
  if (action === 'volume_up' || action === 'volume_down') return volume(numberOf(observed['volume_level']))
  return undefined
}

/** The brightness that fields tell, in per cent. */
export function levelOf(fields: Attributes): number | undefined {
  const value = numberOf(fields['brightness'])
  return numberOf(fields['brightness_pct']) ?? (value === undefined ? undefined : (value / 255) * 100)
}

/** Home Assistant's `brightness` is 0–255. */
function brightness(fields: Attributes): Aim | undefined {
  const value = numberOf(fields['brightness'])
  return value === undefined ? undefined : level((value / 255) * 100)
}

function level(percent: number | undefined): Aim | undefined {
  return percent === undefined ? undefined : { kind: 'level', percent }
}

function position(percent: number | undefined): Aim | undefined {
  return percent === undefined ? undefined : { kind: 'position', percent }
}

function kelvin(value: number | undefined): Aim | undefined {
  // Lamps count in mireds: 2702 K is their 2700 K.
  return value === undefined ? undefined : { kind: 'kelvin', value: Math.round(value / 50) * 50 }
}

/** Home Assistant's `volume_level` is 0–1. */
function volume(value: number | undefined): Aim | undefined {
  return value === undefined ? undefined : { kind: 'volume', percent: value * 100 }
}

function option(text: string | undefined): Aim {
  return text === undefined ? unknown : { kind: 'option', text }
}

function isKnownAction(action: string): action is KnownAction {
  return knownActions.has(action)
}

import type { Candidate } from '@tali/language'
import type { Entity, EntityState } from '@tali/contracts'

/** A service call in Home Assistant's words. */
export interface Action {
  readonly action: string
  readonly parameters: Readonly<Record<string, unknown>>
}

type Slots = Candidate['slots']
type Maker = (entity: Entity, slots: Slots, state: EntityState | undefined) => Action | null

/** What an intent means for one entity; null when it means nothing for it. By intent, in Home Assistant's names. */
const makers: Readonly<Record<string, Maker>> = {
  HassTurnOn: (entity) => first(entity, turnOn[entity.domain] ?? ['turn_on']),
  HassTurnOff: (entity) => first(entity, turnOff[entity.domain] ?? ['turn_off']),
  HassOpenCover: (entity) => first(entity, ['open_cover', 'open_valve']),
  HassCloseCover: (entity) => first(entity, ['close_cover', 'close_valve']),
  HassToggle: (entity) => first(entity, ['toggle']),
  HassLightSet: (_, slots) => ({ action: 'turn_on', parameters: lightParameters(slots) }),
  HassSetPosition: (entity, slots) =>
    with1(first(entity, ['set_cover_position', 'set_valve_position']), 'position', slots['position']),
  HassStopMoving: (entity) => first(entity, ['stop_cover', 'stop_valve']),
  HassClimateSetTemperature: (_, slots) => with1(plain('set_temperature'), 'temperature', slots['temperature']),
  TaliStepBrightness: (_, slots, state) => stepBrightness(stepOf(slots, 20), state),
  TaliStepTemperature: (_, slots, state) => stepTemperature(stepOf(slots, 1), state),
  HassFanSetSpeed: (_, slots) => with1(plain('set_percentage'), 'percentage', slots['percentage']),
  HassVacuumStart: (entity) => first(entity, ['start', 'turn_on']),
  HassVacuumReturnToBase: (entity) => first(entity, ['return_to_base', 'dock']),
  HassMediaPause: (entity) => first(entity, ['media_pause', 'media_stop']),
  HassMediaUnpause: () => plain('media_play'),
  HassMediaNext: () => plain('media_next_track'),
  HassMediaPrevious: () => plain('media_previous_track'),
  HassMediaPlayerMute: () => ({ action: 'volume_mute', parameters: { is_volume_muted: true } }),
  HassMediaPlayerUnmute: () => ({ action: 'volume_mute', parameters: { is_volume_muted: false } }),
  HassSetVolume: (_, slots) => volumeTo(numberOf(slots['volume_level'])),
  HassSetVolumeRelative: (_, slots, state) => volumeBy(slots['volume_step']?.value, state),
  HassLawnMowerStartMowing: () => plain('start_mowing'),
  HassLawnMowerDock: () => plain('dock'),
  TaliAlarmArm: (_, slots) => plain(`alarm_arm_${wordOf(slots['mode']) ?? 'away'}`),
  TaliAlarmDisarm: () => plain('alarm_disarm'),
}

/** What on and off are for what has no switch (Home Assistant's mapping of the two intents). */
const turnOn: Readonly<Record<string, readonly string[]>> = {
  cover: ['open_cover'],
  valve: ['open_valve'],
  lock: ['lock'],
  button: ['press'],
  vacuum: ['start', 'turn_on'],
  lawn_mower: ['start_mowing'],
  media_player: ['turn_on', 'media_play'],
  climate: ['turn_on', 'set_hvac_mode'],
}
const turnOff: Readonly<Record<string, readonly string[]>> = {
  cover: ['close_cover'],
  valve: ['close_valve'],
  lock: ['unlock'],
  vacuum: ['return_to_base', 'stop'],
  lawn_mower: ['dock'],
  media_player: ['turn_off', 'media_stop', 'media_pause'],
  climate: ['turn_off', 'set_hvac_mode'],
}

/** Intents that are carried out by commands to devices. */
export const commandIntents: ReadonlySet<string> = new Set(Object.keys(makers))

export function actionFor(intent: string, slots: Slots, entity: Entity, state: EntityState | undefined): Action | null {
  const action = makers[intent]?.(entity, slots, state) ?? null
  if (action?.action !== 'set_hvac_mode') return action
  return { action: 'set_hvac_mode', parameters: { hvac_mode: intent === 'HassTurnOff' ? 'off' : heatingMode(entity) } }
}

function plain(action: string): Action {
  return { action, parameters: {} }
}

/** The first of these actions that the entity takes; the first of all when it takes none, so that it can say so itself. */
function first(entity: Entity, wanted: readonly string[]): Action | null {
  const takes = actionsOf(entity)
  const action = wanted.find((each) => takes.includes(each)) ?? wanted[0]
  return action === undefined ? null : plain(action)
}

function with1(action: Action | null, name: string, slot: Slots[string] | undefined): Action | null {
  const value = numberOf(slot)
  return action && value !== null ? { ...action, parameters: { [name]: value } } : null
}

function lightParameters(slots: Slots): Record<string, unknown> {
  const brightness = numberOf(slots['brightness'])
  const kelvin = numberOf(slots['temperature'])
  const color = slots['color']?.value
  return {
    ...(brightness !== null && { brightness_pct: brightness }),
    ...(kelvin !== null && { color_temp_kelvin: kelvin }),
    ...(typeof color === 'string' && { color_name: color }),
  }
}

function volumeTo(percent: number | null): Action | null {
  return percent === null
    ? null
    : { action: 'volume_set', parameters: { volume_level: Math.min(100, Math.max(0, percent)) / 100 } }
}

/** `up`, `down`, or a number of per cent, from where it is now. */
function volumeBy(step: unknown, state: EntityState | undefined): Action | null {
  const by = step === 'up' ? 10 : step === 'down' ? -10 : Number(step)
  const now = Number(state?.attributes['volume_level'] ?? Number.NaN)
  return Number.isFinite(by) && Number.isFinite(now) ? volumeTo(Math.round(now * 100) + by) : null
}

/** How far up or down: as far as was said, or a usual step. */
function stepOf(slots: Slots, usual: number): number {
  const by = numberOf(slots['by']) ?? usual
  return wordOf(slots['step']) === 'down' ? -by : by
}

/** In per cent of full brightness, from where it is now; not down to nothing, since dimmer is not off. */
function stepBrightness(step: number, state: EntityState | undefined): Action {
  const now = state?.value === 'on' ? (Number(state.attributes['brightness'] ?? 255) / 255) * 100 : 0
  const percent = Math.round(Math.min(100, Math.max(1, now + step)))
  return { action: 'turn_on', parameters: { brightness_pct: percent } }
}

/** In degrees, from what is set now. */
function stepTemperature(step: number, state: EntityState | undefined): Action | null {
  const now = Number(state?.attributes['temperature'] ?? Number.NaN)
  return Number.isFinite(now) ? { action: 'set_temperature', parameters: { temperature: now + step } } : null
}

function heatingMode(entity: Entity): string {
  const modes = entity.capabilities['hvac_modes']
  const known = Array.isArray(modes) ? modes.map(String) : []
  return ['heat', 'auto', 'heat_cool', 'cool'].find((mode) => known.includes(mode)) ?? 'heat'
}

function actionsOf(entity: Entity): readonly string[] {
  const actions = entity.capabilities['actions']
  return Array.isArray(actions) ? actions.map(String) : []
}

export function numberOf(slot: Slots[string] | undefined): number | null {
  const number = typeof slot?.value === 'number' ? slot.value : Number.NaN
  return Number.isFinite(number) ? number : null
}

function wordOf(slot: Slots[string] | undefined): string | null {
  return typeof slot?.value === 'string' ? slot.value : null
}

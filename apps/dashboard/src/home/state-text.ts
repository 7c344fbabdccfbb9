import type { Entity, EntityState } from '@tali/contracts'
import type { Words } from '../words/words.ts'
import { abilitiesOf } from './abilities.ts'

type StateWord = Exclude<keyof Words['t']['state'], 'pressed'>

/** Binary sensors by device class: the words for off and on. */
const binaryWords: Record<string, [off: StateWord, on: StateWord]> = {
  door: ['closed', 'open'],
  garage_door: ['closed', 'open'],
  window: ['closed', 'open'],
  opening: ['closed', 'open'],
  motion: ['still', 'motion'],
  moving: ['stopped', 'moving'],
  occupancy: ['free', 'occupied'],
  presence: ['not_home', 'home'],
  moisture: ['dry', 'wet'],
  smoke: ['clear', 'smoke'],
  gas: ['clear', 'gas'],
  carbon_monoxide: ['clear', 'gas'],
  battery: ['normal', 'low'],
  battery_charging: ['notCharging', 'charging'],
  connectivity: ['disconnected', 'connected'],
  lock: ['locked', 'unlocked'],
  problem: ['ok', 'problem'],
  safety: ['safe', 'unsafe'],
  tamper: ['clear', 'detected'],
  vibration: ['clear', 'detected'],
  sound: ['quiet', 'sound'],
  running: ['stopped', 'on'],
}

/** Digits after the comma that a reading is worth, by device class. */
const digitsOfClass: Record<string, number> = { power: 0, humidity: 0, battery: 0, illuminance: 0, signal_strength: 0 }

export function digitsOf(entity: Pick<Entity, 'deviceClass' | 'capabilities' | 'domain'>): number {
  return abilitiesOf(entity).digits ?? digitsOfClass[entity.deviceClass ?? ''] ?? 1
}

/** A number, where the value is one. */
export function numberOf(value: string): number | null {
  const number = value.trim() === '' ? Number.NaN : Number(value)
  return Number.isFinite(number) ? number : null
}

/** One word for a state's value, by what reports it. What the catalogue does not know is shown as the device said it. */
export function valueText(
  of: { domain: string; deviceClass: string | null; unit: string | null; digits?: number },
  value: string,
  words: Words,
): string {
  const { t } = words
  if (value === 'unknown' || value === 'unavailable') return t.state.unknown
  if (of.domain === 'sensor' || of.domain === 'number') {
    const number = numberOf(value)
    if (number !== null) return words.quantity(number, of.unit, of.digits ?? 1)
    if (of.deviceClass === 'timestamp' && !Number.isNaN(Date.parse(value))) return words.time(value)
  }
  if (of.domain === 'binary_sensor') {
    const pair = binaryWords[of.deviceClass ?? '']
    if (pair && (value === 'on' || value === 'off')) return t.state[pair[value === 'on' ? 1 : 0]]
  }
  if (of.domain === 'climate' && Object.hasOwn(t.hvac, value)) return t.hvac[value as keyof typeof t.hvac]
  if (Object.hasOwn(t.state, value)) return t.state[value as StateWord]
  const spaced = value.replaceAll('_', ' ')
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

/** An attribute that is a number, or null. */
export function numberAttribute(state: EntityState | null, name: string): number | null {
  const value = state?.attributes[name]
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

/** Brightness in whole per cent; Home Assistant's attribute runs to 255. */
export function brightnessOf(state: EntityState | null): number | null {
  const brightness = numberAttribute(state, 'brightness')
  return brightness === null ? null : Math.max(brightness > 0 ? 1 : 0, Math.round((brightness / 255) * 100))
}

/** What an entity's tile says under its name: "On · 60 %", "Closed", "21.4 °C", "Heating · to 21 °C". */
export function stateText(entity: Entity, state: EntityState | null, words: Words, now: number): string {
  const { t } = words
  if (!state || state.value === 'unknown')
    return entity.domain === 'button' || entity.domain === 'scene' ? t.state.ready : t.state.unknown
  const value = valueText({ ...entity, digits: digitsOf(entity) }, state.value, words)
  switch (entity.domain) {
    case 'light': {
      const brightness = state.value === 'on' ? brightnessOf(state) : null
      return brightness === null ? value : `${value} · ${words.percent(brightness)}`
    }
    case 'fan': {
      const speed = state.value === 'on' ? numberAttribute(state, 'percentage') : null
      return speed === null ? value : `${value} · ${words.percent(speed)}`
    }
    case 'cover':
    case 'valve': {
      const position = numberAttribute(state, 'current_position')
      return position === null || position <= 0 || position >= 100 ? value : `${value} · ${words.percent(position)}`
    }
    case 'climate': {
      const action = state.attributes['hvac_action']
      const { hvacAction } = t
      return typeof action === 'string' && Object.hasOwn(hvacAction, action) && state.value !== 'off'
        ? hvacAction[action as keyof typeof hvacAction]
        : value
    }
    case 'media_player': {
      const title = state.attributes['media_title']
      return typeof title === 'string' && title !== '' && state.value !== 'off' ? `${value} · ${title}` : value
    }
    case 'vacuum': {
      const battery = numberAttribute(state, 'battery_level')
      return battery === null ? value : `${value} · ${words.percent(battery)}`
    }
    case 'button':
    case 'scene':
      // Its state is the time when it was last pressed.
      return Number.isNaN(Date.parse(state.value)) ? t.state.ready : t.state.pressed(words.ago(state.value, now))
    default:
      return value
  }
}

import type { Attributes, Entity } from '@tali/contracts'
import { ago, isTimestamp } from './clock.ts'
import { mannerOf, type LineOptions, type Manner } from './manner.ts'
import { amount, digitsOf, numberOf, numeral, percent } from './number.ts'
import { plainText } from './plain-text.ts'
import { isTold } from './predicate.ts'
import { climateActionOf, senseOf, type Sense } from './sense.ts'
import { spaced } from './words.ts'

type Kind = Pick<Entity, 'domain' | 'deviceClass'>

/**
 * A state as a label beside its name: "on, 40 %", "open", "21.4 °C", "heating to 21 °C", "verriegelt".
 * `attributes` and `unit` are the entity's; whether it is available is told elsewhere.
 */
export function wordState(
  entity: Kind,
  value: string,
  attributes: Attributes,
  unit: string | null,
  options: LineOptions,
): string {
  const m = mannerOf(options, false)
  if (value === 'unavailable') return m.words.unavailable
  if (!isTold(value)) return m.words.unknown
  if (entity.domain === 'climate') return climate(entity, value, attributes, unit, m)
  const sense = senseOf(entity.domain, entity.deviceClass, value)
  if (sense !== undefined)
    return [stateLabel(entity, sense, attributes, m), ...details(entity, sense, attributes, m)].join(', ')
  const number = numberOf(value)
  if (number !== undefined) return amount(number, unit, m, digitsOf(value, unit))
  if (isTimestamp(value)) return ago(m.nowMs - Date.parse(value), m)
  return plainText(value, false) || m.words.unknown
}

/** A cover between its ends is "50 % open". */
function stateLabel(entity: Kind, sense: Sense, attributes: Attributes, m: Manner): string {
  const position = numberOf(attributes['current_position'])
  if (entity.domain === 'cover' && sense === 'open' && position !== undefined && position > 0 && position < 100) {
    return m.words.predicates.position(percent(position, m)).label
  }
  return m.words.states[sense].label
}

/** What else is worth a glance: brightness of a lamp, speed of a fan, the title that plays. */
function details(entity: Kind, sense: Sense, attributes: Attributes, m: Manner): string[] {
  const number = (name: string) => numberOf(attributes[name])
  if (entity.domain === 'light' && sense === 'on') {
    const brightness = number('brightness')
    return brightness === undefined ? [] : [percent(Math.max((brightness / 255) * 100, 1), m)]
  }
  if (entity.domain === 'fan' && sense === 'on') {
    const speed = number('percentage')
    return speed === undefined ? [] : [percent(speed, m)]
  }
  if (entity.domain === 'cover' && (sense === 'opening' || sense === 'closing')) {
    const position = number('current_position')
    return position === undefined ? [] : [percent(position, m)]
  }
  const title = attributes['media_title']
  if (entity.domain === 'media_player' && sense === 'playing' && typeof title === 'string' && title.trim() !== '') {
    return [plainText(title, false)]
  }
  return []
}

/** Doing and target: "heating to 21 °C", "idle, set to 21 °C"; its mode where the device does not tell what it does. */
function climate(entity: Kind, value: string, attributes: Attributes, unit: string | null, m: Manner): string {
  const mode = senseOf(entity.domain, entity.deviceClass, value)
  const action = climateActionOf(attributes['hvac_action'])
  const goal = targetOf(attributes, unit, m)
  if (mode === 'off') return m.words.states.off.label
  if (goal !== '' && (action === 'heating' || action === 'cooling'))
    return spaced(m.words.states[action].label, m.words.toGoal(goal))
  const doing = action ?? mode
  const label = doing === undefined ? plainText(value, false) : m.words.states[doing].label
  return goal === '' ? label : `${label}, ${m.words.setTo(goal)}`
}

function targetOf(attributes: Attributes, unit: string | null, m: Manner): string {
  const degrees = unit ?? (typeof attributes['temperature_unit'] === 'string' ? attributes['temperature_unit'] : '°C')
  const value = numberOf(attributes['temperature'])
  if (value !== undefined) return amount(value, degrees, m)
  const low = numberOf(attributes['target_temp_low'])
  const high = numberOf(attributes['target_temp_high'])
  return low === undefined || high === undefined ? '' : m.words.range(numeral(low, m), amount(high, degrees, m))
}

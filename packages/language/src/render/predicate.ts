import type { Attributes, EntityRef } from '@tali/contracts'
import { aimOf, levelOf, reachedAim, type Aim, type KnownAction } from './aim.ts'
import { isTimestamp, moment } from './clock.ts'
import { dataOf, quotedData } from './data.ts'
import { own } from './own.ts'
import type { Manner } from './manner.ts'
import { amount, digitsOf, numberOf, numeral, percent } from './number.ts'
import { senseOf, type Sense } from './sense.ts'
import type { Predicate } from './words.ts'

type Kind = Pick<EntityRef, 'domain' | 'deviceClass'>

/** "is on", "is 50 % open", "is set to 21 °C": what is true after a command that was confirmed or already so. */
export function donePredicate(
  entity: Kind,
  command: { action: string; parameters: Attributes },
  observed: { value: string; attributes: Attributes } | null,
  m: Manner,
): Predicate {
  const wish = aimOf(command.action, command.parameters)
  const aim = observed === null ? wish : reachedAim(wish, observed.attributes)
  // A light that was dimmed to nothing is off, whatever was asked.
  if (aim.kind === 'level' && observed?.value === 'off') return m.words.states.off
  // It has begun to move, and is not there yet: where it is now is not what came of it.
  if (wish.kind === 'position' && observed !== null && isMoving(observed.value))
    return m.words.predicates.movingTo(percent(wish.percent, m))
  if (aim.kind === 'colour' || aim.kind === 'kelvin') return withLevel(aimPredicate(aim, m), command, observed, m)
  if (aim.kind !== 'act' && aim.kind !== 'unknown') return aimPredicate(aim, m)
  if (entity.domain === 'scene') return m.words.deeds.scene
  if (entity.domain === 'script') return m.words.deeds.script
  const deed = aim.kind === 'act' ? own<Predicate>(m.words.deeds, aim.action) : undefined
  if (deed !== undefined) return deed
  if (observed !== null && isTold(observed.value)) return statePredicate(entity, observed.value, null, m)
  const sense = aim.kind === 'act' ? own(wished, aim.action) : undefined
  return sense === undefined ? m.words.deeds.done : m.words.states[sense]
}

function isMoving(value: string): boolean {
  return value === 'opening' || value === 'closing'
}

/** "is blue at 40 %": a brightness that was asked for along with the colour, as the lamp reports it. */
function withLevel(
  colour: Predicate,
  { parameters }: { parameters: Attributes },
  observed: { attributes: Attributes } | null,
  m: Manner,
): Predicate {
  const asked = levelOf(parameters)
  if (asked === undefined) return colour
  const value = percent(levelOf(observed?.attributes ?? {}) ?? asked, m)
  return { ...colour, rest: m.words.atLevel(colour.rest, value), label: m.words.atLevel(colour.label, value) }
}

/** "is on", "is open", "reports motion", "is at 21.4 °C": a state as it was reported. */
export function statePredicate(entity: Kind, value: string, unit: string | null, m: Manner): Predicate {
  const sense = senseOf(entity.domain, entity.deviceClass, value)
  if (sense !== undefined) return m.words.states[sense]
  const number = numberOf(value)
  if (number !== undefined) return m.words.predicates.measured(amount(number, unit, m, digitsOf(value, unit)))
  if (entity.domain === 'person' || entity.domain === 'device_tracker') return m.words.predicates.zone(dataOf(value, m))
  if (isTimestamp(value)) return m.words.predicates.when(moment(value, m))
  return m.words.predicates.says(quotedData(value, m))
}

/** Whether a state tells anything: Home Assistant's `unknown` and `unavailable` do not. */
export function isTold(value: string): boolean {
  return value !== 'unknown' && value !== 'unavailable' && value.trim() !== ''
}

function aimPredicate(aim: Exclude<Aim, { kind: 'act' | 'unknown' }>, m: Manner): Predicate {
  const { predicates, states } = m.words
  switch (aim.kind) {
    case 'level':
      return predicates.level(percent(aim.percent, m))
    case 'position':
      if (aim.percent <= 0) return states.closed
      return aim.percent >= 100 ? states.open : predicates.position(percent(aim.percent, m))
    case 'humidity':
      return predicates.set(percent(aim.percent, m))
    case 'temperature':
      return predicates.set(amount(aim.value, aim.unit, m))
    case 'range':
      return predicates.set(m.words.range(numeral(aim.low, m), amount(aim.high, aim.unit, m)))
    case 'kelvin':
      return predicates.level(amount(aim.value, 'K', m))
    case 'colour':
      return predicates.colour(m.words.colours[aim.colour])
    case 'mode':
      return states[aim.sense]
    case 'volume':
      return predicates.volume(percent(aim.percent, m))
    case 'option':
      return predicates.set(dataOf(aim.text, m))
    case 'number':
      return predicates.set(numeral(aim.value, m))
  }
}

/** The state that an action leads to, for devices whose report did not come with the outcome. */
const wished: Readonly<Partial<Record<KnownAction, Sense>>> = {
  turn_on: 'on',
  turn_off: 'off',
  open_cover: 'open',
  close_cover: 'closed',
  open_valve: 'open',
  close_valve: 'closed',
  lock: 'locked',
  unlock: 'unlocked',
  open: 'open',
  start: 'cleaning',
  start_mowing: 'mowing',
  pause: 'paused',
  return_to_base: 'returning',
  dock: 'returning',
  clean_spot: 'cleaning',
  media_play: 'playing',
  media_pause: 'paused',
  play_media: 'playing',
  alarm_arm_home: 'armed_home',
  alarm_arm_away: 'armed_away',
  alarm_arm_night: 'armed_night',
  alarm_arm_vacation: 'armed_vacation',
  alarm_arm_custom_bypass: 'armed_custom_bypass',
  alarm_disarm: 'disarmed',
  alarm_trigger: 'triggered',
}

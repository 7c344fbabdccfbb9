import { reachedAim } from './aim.ts'
import { colourOfHueSaturation } from './colour.ts'
import { isTimestamp } from './clock.ts'
import { dataOf, quotedData } from './data.ts'
import type { Line } from './line.ts'
import type { Manner } from './manner.ts'
import { amount, digitsOf, numberOf, numeral, percent } from './number.ts'
import { isTold, statePredicate } from './predicate.ts'
import { climateActionOf, senseOf } from './sense.ts'
import { clause, pastClause, spaced, type Became, type Predicate, type Subject } from './words.ts'

/** A change of state: "went on", "rose from 21.2 to 21.4 °C". `when` stands where the language has its adverbs. */
export function changedState(line: Line, subject: Subject, m: Manner, when = ''): string {
  const { entity, from, to, unit } = line
  const words = m.words.lines
  const kind = { domain: entity?.domain ?? '', deviceClass: entity?.deviceClass ?? null }
  if (line.cause.kind === 'restart' && to !== null && isTold(to)) {
    return words.atStart(pastClause(subject, statePredicate(kind, to, unit, m), m.words.already), when)
  }
  const hand = line.cause.kind === 'manual' && when === '' ? words.byHand : ''
  const told = (became: Became) => {
    const verb = subject.many ? became.many : became.one
    return spaced(
      m.words.told(subject.text, verb, became.rest, spaced(when, hand)),
      hand === '' || m.ear ? '' : words.noKnownCause,
    )
  }
  if (to === null || !isTold(to)) return told(words.fellSilent)
  const sense = senseOf(kind.domain, kind.deviceClass, to)
  if (sense !== undefined) return told(m.words.states[sense].became)
  const [before, after] = [numberOf(from), numberOf(to)]
  if (after !== undefined) {
    const digits = Math.max(digitsOf(to, unit), before === undefined ? 0 : digitsOf(from ?? '', unit))
    const goal = amount(after, unit, m, digits)
    return told(
      before === undefined ? words.reached(goal) : words.moved(after > before, numeral(before, m, digits), goal),
    )
  }
  if (kind.domain === 'person' || kind.domain === 'device_tracker') return told(words.arrived(dataOf(to, m)))
  return told(isTimestamp(to) ? words.used : words.changedTo(quotedData(to, m)))
}

/** A change of attributes alone: "is now at 40 %"; at most two of them. */
export function changedAttribute(line: Line, subject: Subject, m: Manner): string {
  const action = climateActionOf(line.attributes['hvac_action'])
  if (action !== undefined) {
    const { became } = m.words.states[action]
    return m.words.told(subject.text, subject.many ? became.many : became.one, became.rest, '')
  }
  const [first, second] = newValues(line, m)
  if (first === undefined) return m.words.lines.changed(subject)
  const now = clause(subject, first, m.words.now)
  return second === undefined ? now : `${now}, ${second.label}`
}

/** The attributes that a household would tell, in this order. */
function newValues(line: Line, m: Manner): Predicate[] {
  const { attributes } = line
  const { predicates } = m.words
  const found: Predicate[] = []
  const level = reachedAim({ kind: 'level', percent: Number.NaN }, attributes)
  if (level.kind === 'level' && !Number.isNaN(level.percent)) found.push(predicates.level(percent(level.percent, m)))
  const colour = colourOfHueSaturation(attributes['hs_color'])
  if (colour !== undefined) found.push(predicates.colour(m.words.colours[colour]))
  const number = (name: string, make: (value: number) => Predicate) => {
    const value = numberOf(attributes[name])
    if (value !== undefined) found.push(make(value))
  }
  const temperatureUnit = typeof attributes['temperature_unit'] === 'string' ? attributes['temperature_unit'] : '°C'
  if (colour === undefined)
    number('color_temp_kelvin', (value) => predicates.level(amount(Math.round(value / 50) * 50, 'K', m)))
  number('current_position', (value) => predicates.position(percent(value, m)))
  number('temperature', (value) => predicates.set(amount(value, temperatureUnit, m)))
  number('current_temperature', (value) => predicates.measured(amount(value, temperatureUnit, m)))
  number('humidity', (value) => predicates.set(percent(value, m)))
  number('volume_level', (value) => predicates.volume(percent(value * 100, m)))
  const title = attributes['media_title']
  if (typeof title === 'string' && title !== '') found.push(predicates.plays(quotedData(title, m)))
  return found
}

import type { Reading } from '@tali/contracts'
import { age, ago } from './clock.ts'
import type { Manner } from './manner.ts'
import { amount, digitsOf, numberOf } from './number.ts'
import { isTold, statePredicate } from './predicate.ts'
import { named } from './subject.ts'
import { clause, type Predicate } from './words.ts'

/** A reading that an answer can be built on; an old one is, with its age. */
export function isUsable(reading: Reading): boolean {
  return reading.available && isTold(reading.value)
}

export function readingPredicate(reading: Reading, m: Manner): Predicate {
  return statePredicate(reading.entity, reading.value, reading.unit, m)
}

/** "21.4 °C", "open": the value alone. */
export function readingValue(reading: Reading, m: Manner): string {
  const number = numberOf(reading.value)
  if (number === undefined) return readingPredicate(reading, m).label
  return amount(number, reading.unit, m, digitsOf(reading.value, reading.unit))
}

/** "3 hours ago" for an old reading, empty for a fresh one. */
export function readingAge(reading: Reading, m: Manner): string {
  return reading.old && reading.ageMs !== null ? ago(reading.ageMs, m) : ''
}

/**
 * What an answer about several has to admit: "the office window has not reported; the hall window is offline". Empty
 * when all of them told their state.
 */
export function missing(readings: readonly Reading[], m: Manner): string {
  const { offline, unreported } = m.words.predicates
  const gone = readings.filter((reading) => !reading.available).map((reading) => reading.entity)
  const mute = readings
    .filter((reading) => reading.available && !isTold(reading.value))
    .map((reading) => reading.entity)
  return [
    mute.length > 0 ? clause(named(mute, m), unreported) : '',
    gone.length > 0 ? clause(named(gone, m), offline('')) : '',
  ]
    .filter((part) => part !== '')
    .join('; ')
}

/** What is missing, as the whole answer. */
export function untold(lacking: string, m: Manner): string {
  return m.tone === 'brief' && lacking !== '' ? lacking : m.words.answers.cannotTell(lacking)
}

/** What the age of old readings adds: ", as reported 3 hours ago" for one, "; the oldest report is …" for several. */
export function oldest(readings: readonly Reading[], m: Manner): string {
  const old = readings.filter((reading) => reading.old && reading.ageMs !== null)
  const [only] = old
  if (only === undefined) return ''
  if (readings.length === 1) return `, ${m.words.asOf(readingAge(only, m))}`
  return `; ${m.words.oldest(age(Math.max(...old.map((reading) => reading.ageMs ?? 0)), m))}`
}

import type { Reading, SayOf } from '@tali/contracts'
import type { Manner } from '../manner.ts'
import { amount, digitsOf, numberOf } from '../number.ts'
import { listed } from '../join.ts'
import { own } from '../own.ts'
import { plainText } from '../plain-text.ts'
import { isUsable, missing, readingAge, readingPredicate, readingValue, untold } from '../reading.ts'
import { sentence } from '../sentence.ts'
import { named, nameOf, placeOf, placeOfScope } from '../subject.ts'
import { clause, pastClause, spaced } from '../words.ts'

type Value = SayOf<'value'>

/** "It is 21.4 °C in the bedroom.", "Upstairs it is 21.4 °C on average: bedroom 21.0, office 22.1 and bathroom 21.2 °C." */
export function value(say: Value, m: Manner): string {
  const usable = say.readings.filter(isUsable)
  const lacking = missing(say.readings, m)
  const [only] = usable
  if (only === undefined) return sentence(unanswered(say, lacking, m))
  const told = usable.length === 1 ? one(say, only, m) : several(say, usable, m)
  return sentence(lacking === '' || m.tone === 'brief' ? told : `${told}; ${lacking}`)
}

function one(say: Value, reading: Reading, m: Manner): string {
  const worded = readingValue(reading, m)
  const since = readingAge(reading, m)
  if (m.tone === 'brief') return since === '' ? worded : `${worded}, ${since}`
  const subject = named([reading.entity], m)
  if (say.what === 'state' || numberOf(reading.value) === undefined) {
    const predicate = readingPredicate(reading, m)
    return since === '' ? clause(subject, predicate) : `${pastClause(subject, predicate)}, ${since}`
  }
  const place = placeOfReading(say, reading, m)
  if (say.what === 'temperature' && place !== '') return m.words.values.warmth(worded, place, since)
  const quantity = own(m.words.quantities, say.what)
  if (quantity === undefined) return m.words.values.named(subject.text, subject.many, worded, since)
  if (place !== '') return m.words.values.inPlace(quantity.the, place, worded, since)
  // "the freezer temperature is 21 °C", not "the temperature of the freezer temperature"
  if (quantity.within.test(reading.entity.name)) return m.words.values.named(subject.text, subject.many, worded, since)
  return m.words.values.of(quantity.the, named([reading.entity], m, { role: 'of' }).text, worded, since)
}

function several(say: Value, usable: readonly Reading[], m: Manner): string {
  const list = listOf(say, usable, m)
  if (say.mean === null) return list
  const unit = usable[0]?.unit ?? null
  // A mean has a digit more than whole degrees, and no more than other readings.
  const mean = amount(say.mean, unit, m, Math.max(mostDigits(usable), unit === '°C' || unit === '°F' ? 1 : 0))
  const place = placeOfScope(say.scope, m)
  if (adding.has(say.what) && isOneUnit(usable)) {
    const total = amount(say.mean * usable.length, unit, m, mostDigits(usable))
    return m.tone === 'brief' ? total : `${m.words.values.total(place, total)}: ${list}`
  }
  if (m.tone === 'brief') return m.words.values.briefMean(mean)
  if (say.what === 'temperature') return `${m.words.values.warmthMean(mean, place)}: ${list}`
  const quantity = own(m.words.quantities, say.what)
  return `${m.words.values.mean(quantity?.the ?? m.words.values.value, place, mean)}: ${list}`
}

/** What several use is used together; a mean of it tells nothing. */
const adding: ReadonlySet<string> = new Set(['power', 'energy', 'gas', 'water'])

/** What the eye gets of the rooms behind a mean. */
const listLimit = 6

/** "bedroom 21.0, office 22.1 and bathroom 21.2 °C": one number of digits, and the unit once where it is the same. */
function listOf(say: Value, readings: readonly Reading[], m: Manner): string {
  const labels = labelsOf(say, readings, m)
  const alike = isOneUnit(readings)
  const unitOnce = alike && readings.length <= (m.ear ? 3 : listLimit)
  const items = readings.map((reading, index) => {
    const number = numberOf(reading.value)
    const unit = unitOnce && index < readings.length - 1 ? null : reading.unit
    const digits = alike ? mostDigits(readings) : digitsOf(reading.value, reading.unit)
    const worded = number === undefined ? readingValue(reading, m) : amount(number, unit, m, digits)
    return m.words.values.item(labels[index] ?? '', worded, readingAge(reading, m), m.ear)
  })
  return listed(items, m, { limit: listLimit })
}

function mostDigits(readings: readonly Reading[]): number {
  return Math.max(...readings.map((reading) => digitsOf(reading.value, reading.unit)))
}

function isOneUnit(readings: readonly Reading[]): boolean {
  return (
    new Set(readings.map((reading) => (numberOf(reading.value) === undefined ? undefined : reading.unit))).size === 1
  )
}

/** Rooms name the readings when each has its own; their names do otherwise. */
function labelsOf(say: Value, readings: readonly Reading[], m: Manner): string[] {
  const areas = readings.map((reading) => reading.entity.areaName)
  const distinct = new Set(areas).size === areas.length && !areas.includes(null) && say.scope.areaName === null
  return readings.map((reading, index) => {
    const area = areas[index]
    return m.words.names.bare((distinct && plainText(area ?? '', m.ear)) || nameOf(reading.entity, m))
  })
}

/** A room's own quantity is said of the room; one that was asked of a thing is said of the thing. */
function placeOfReading(say: Value, reading: Reading, m: Manner): string {
  const { areaName, floorName } = say.scope
  if (areaName === null && floorName === null) return ''
  return placeOf(areaName ?? reading.entity.areaName, floorName, m)
}

function unanswered(say: Value, lacking: string, m: Manner): string {
  const [first] = say.readings
  const place = placeOfScope(say.scope, m)
  if (first === undefined) {
    const quantity = own(m.words.quantities, say.what)
    return m.words.values.noReading(quantity?.bare ?? '', place)
  }
  // What it said last is better than nothing, as long as its age is told.
  if (say.readings.length > 1 || numberOf(first.value) === undefined || first.ageMs === null) {
    return untold(lacking, m)
  }
  const last = readingValue(first, m)
  return spaced(`${lacking};`, m.words.values.lastReport(last, readingAge({ ...first, old: true }, m)))
}

import type { Reading, SayOf } from '@tali/contracts'
import type { Manner } from '../manner.ts'
import { nounOfAll } from '../noun.ts'
import { isTold, statePredicate } from '../predicate.ts'
import { isUsable, missing, oldest, readingAge, readingPredicate, untold } from '../reading.ts'
import { sentence } from '../sentence.ts'
import { counted, named, placeOfScope } from '../subject.ts'
import { clause, spaced, type Predicate, type Subject } from '../words.ts'
import { isAboutReach, reach } from './reach.ts'

type Truth = SayOf<'truth'>

/** "Yes, the garage door is open.", "No, no window is open.", "All windows are closed, as far as I know: …" */
export function truth(say: Truth, m: Manner): string {
  const readings = [...say.matching, ...say.others]
  if (readings.length === 0) return sentence(m.words.answers.nothingSuch(placeOfScope(say.scope, m)))
  if (isAboutReach(say)) return reach(say, m)
  if (!readings.some(isUsable)) return sentence(untold(missing(readings, m), m) + lastSaid(readings, m))
  if (say.question === 'one') return sentence(one(say, m))
  return sentence(say.question === 'any' ? any(say, m) : all(say, m))
}

/** What one thing that is offline reported last: old news, with its age. */
function lastSaid(readings: readonly Reading[], m: Manner): string {
  const [only] = readings
  if (!only || readings.length > 1 || m.tone === 'brief' || only.ageMs === null || !isTold(only.value)) return ''
  return `; ${m.words.values.lastReport(readingPredicate(only, m).label, readingAge({ ...only, old: true }, m))}`
}

function one(say: Truth, m: Manner): string {
  const reading = say.matching.find(isUsable) ?? say.others.find(isUsable)
  if (reading === undefined) return ''
  const { yes, no } = m.words.answers
  const predicate = readingPredicate(reading, m)
  const told = m.tone === 'brief' ? predicate.label : clause(named([reading.entity], m), predicate)
  return `${say.holds ? yes : no}, ${told}${oldest([reading], m)}`
}

function any(say: Truth, m: Manner): string {
  const { yes, no } = m.words.answers
  const found = say.matching.filter(isUsable)
  if (say.holds && found.length > 0) {
    const place = placeOfScope(say.scope, m)
    const entities = found.map((reading) => reading.entity)
    const names = named(entities, m)
    if (m.tone === 'brief') return `${yes}: ${names.bare}`
    const many = counted(found.length, nounOfAll(entities, say.scope), place, m)
    const told = found.length > 3 ? `${clause(many, wishOf(say, m))}: ${names.text}` : clause(names, wishOf(say, m))
    return `${yes}, ${told}${oldest(found, m)}`
  }
  const lacking = missing([...say.matching, ...say.others], m)
  if (m.tone === 'brief') return lacking === '' ? no : admitting(no, lacking, m)
  const none = clause(noneOf(say, m), wishOf(say, m))
  return lacking === '' ? `${no}, ${none}${oldest(say.others, m)}` : admitting(none, lacking, m)
}

function all(say: Truth, m: Manner): string {
  const { yes, no } = m.words.answers
  const lacking = missing([...say.matching, ...say.others], m)
  if (say.holds) {
    if (m.tone === 'brief') return lacking === '' ? yes : admitting(yes, lacking, m)
    const [first] = say.matching
    const subject =
      say.matching.length === 1 && first !== undefined && lacking === ''
        ? named([first.entity], m)
        : allOf(say, lacking === '', m)
    const told = clause(subject, wishOf(say, m))
    return lacking === '' ? `${yes}, ${told}${oldest(say.matching, m)}` : admitting(told, lacking, m)
  }
  const differing = say.others.filter(isUsable)
  if (differing.length === 0) return untold(lacking, m)
  if (m.tone === 'brief')
    return `${no}: ${
      named(
        differing.map((reading) => reading.entity),
        m,
      ).bare
    }`
  const told = byState(differing, m)
  return lacking === '' ? `${no}, ${told}` : `${no}, ${told}; ${lacking}`
}

/** The state that was asked for, as the things in question word it. */
function wishOf(say: Truth, m: Manner): Predicate {
  const first = say.matching.find(isUsable) ?? say.others[0] ?? say.matching[0]
  if (first === undefined) return m.words.predicates.says(say.state)
  return statePredicate(say.matching.find(isUsable)?.entity ?? first.entity, say.state, null, m)
}

function noneOf(say: Truth, m: Manner): Subject {
  const noun = nounOfAll(
    [...say.matching, ...say.others].map((reading) => reading.entity),
    say.scope,
  )
  const text = spaced(m.words.none(noun), placeOfScope(say.scope, m))
  return { text, bare: text, many: false }
}

/** "all 5 windows upstairs"; without the number when some of them did not report. */
function allOf(say: Truth, numbered: boolean, m: Manner): Subject {
  const noun = nounOfAll(
    say.matching.map((reading) => reading.entity),
    say.scope,
  )
  const text = spaced(m.words.all(numbered ? say.matching.length : null, noun), placeOfScope(say.scope, m))
  return { text, bare: text, many: true }
}

/** "the kitchen light and the hall lamp are on; the blind is closing" */
function byState(readings: readonly Reading[], m: Manner): string {
  const groups = Map.groupBy(readings, (reading) => readingPredicate(reading, m).label)
  return [...groups.values()]
    .map((group) => {
      const [first] = group
      const names = named(
        group.map((reading) => reading.entity),
        m,
      )
      return first === undefined ? '' : clause(names, readingPredicate(first, m))
    })
    .slice(0, 3)
    .join('; ')
}

function admitting(told: string, lacking: string, m: Manner): string {
  return `${told}, ${m.words.answers.asFarAsIKnow}: ${lacking}`
}

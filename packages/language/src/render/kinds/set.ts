import type { SayOf } from '@tali/contracts'
import type { Manner } from '../manner.ts'
import { nounOfAll } from '../noun.ts'
import { statePredicate } from '../predicate.ts'
import { isUsable, missing, oldest, untold } from '../reading.ts'
import { sentence } from '../sentence.ts'
import { counted, named, placeOfScope } from '../subject.ts'
import { clause, spaced, type Predicate } from '../words.ts'
import { isAboutReach, reach } from './reach.ts'

type Found = SayOf<'set'>

/** The answer to "which?" is the list itself, so the eye gets more of it than elsewhere. */
const whichLimit = 10

/** "The kitchen light and the hall lamp are on.", "3 windows are open: …", "No light is on." */
export function set(say: Found, m: Manner): string {
  const readings = [...say.matching, ...say.others]
  if (readings.length === 0) return sentence(m.words.answers.nothingSuch(placeOfScope(say.scope, m)))
  if (isAboutReach(say)) return reach(say, m)
  const lacking = missing(readings, m)
  if (!readings.some(isUsable)) return sentence(untold(lacking, m))
  const told = say.matching.length === 0 ? none(say, m) + oldest(say.others, m) : some(say, m) + oldest(say.matching, m)
  return sentence(lacking === '' ? told : `${told}; ${lacking}`)
}

function some(say: Found, m: Manner): string {
  const entities = say.matching.map((reading) => reading.entity)
  const names = named(entities, m, { limit: say.question === 'which' ? whichLimit : 3 })
  if (say.question === 'which') {
    return m.tone === 'brief' ? names.bare : clause(names, stateOf(say, m))
  }
  if (m.tone === 'brief') return String(entities.length)
  const subject = counted(entities.length, nounOfAll(entities, say.scope), placeOfScope(say.scope, m), m)
  return `${clause(subject, stateOf(say, m))}: ${names.text}`
}

function none(say: Found, m: Manner): string {
  if (m.tone === 'brief') return say.question === 'count' ? '0' : m.words.answers.noneAtAll
  const noun = nounOfAll(
    say.others.map((reading) => reading.entity),
    say.scope,
  )
  const text = spaced(m.words.none(noun), placeOfScope(say.scope, m))
  return clause({ text, bare: text, many: false }, stateOf(say, m))
}

function stateOf(say: Found, m: Manner): Predicate {
  const first = say.matching[0] ?? say.others[0]
  if (first === undefined) return m.words.predicates.says(say.state)
  return statePredicate(first.entity, say.state, null, m)
}

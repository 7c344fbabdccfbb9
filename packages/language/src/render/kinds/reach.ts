import type { SayOf } from '@tali/contracts'
import type { Manner } from '../manner.ts'
import { nounOfAll } from '../noun.ts'
import { sentence } from '../sentence.ts'
import { counted, named, placeOfScope } from '../subject.ts'
import { clause, spaced, type Predicate } from '../words.ts'

type Asked = SayOf<'truth'> | SayOf<'set'>

/** Whether the question is about answering at all, and not about what was answered. */
export function isAboutReach({ state }: Asked): boolean {
  return state === 'online' || state === 'offline'
}

/** "Yes, the TV is online.", "The TV and the desk plug are offline.", "No, no device is offline." */
export function reach(say: Asked, m: Manner): string {
  return sentence(say.kind === 'truth' ? truth(say, m) : found(say, m))
}

function truth(say: SayOf<'truth'>, m: Manner): string {
  const word = say.holds ? m.words.answers.yes : m.words.answers.no
  if (say.question === 'one') {
    const online = (say.state === 'online') === say.holds
    const told = named(entitiesOf([...say.matching, ...say.others]), m)
    return `${word}, ${clause(told, predicate(online, m))}`
  }
  // Those that are offline are worth naming, whichever way it was asked.
  const differ = say.question === 'all' && !say.holds
  const list = differ ? say.others : say.question === 'any' ? say.matching : []
  const online = differ ? say.state === 'offline' : say.state === 'online'
  if (m.tone === 'brief') return list.length === 0 ? word : `${word}: ${named(entitiesOf(list), m).bare}`
  if (list.length > 0) return `${word}, ${clause(named(entitiesOf(list), m), predicate(online, m))}`
  return say.question === 'all' ? word : `${word}, ${none(say, m)}`
}

function found(say: SayOf<'set'>, m: Manner): string {
  const online = say.state === 'online'
  const entities = entitiesOf(say.matching)
  const count = say.question === 'count'
  if (entities.length === 0) return m.tone === 'brief' ? m.words.answers.noneAtAll : none(say, m)
  const names = named(entities, m, { limit: 10 })
  if (m.tone === 'brief') return count ? String(entities.length) : names.bare
  if (!count) return clause(names, predicate(online, m))
  const subject = counted(entities.length, nounOfAll(entities, say.scope), placeOfScope(say.scope, m), m)
  return `${clause(subject, predicate(online, m))}: ${names.text}`
}

function none(say: Asked, m: Manner): string {
  const text = spaced(m.words.none('device'), placeOfScope(say.scope, m))
  return clause({ text, bare: text, many: false }, predicate(say.state === 'online', m))
}

function predicate(online: boolean, m: Manner): Predicate {
  return online ? m.words.predicates.online : m.words.predicates.offline('')
}

function entitiesOf(readings: Asked['matching']) {
  return readings.map((reading) => reading.entity)
}

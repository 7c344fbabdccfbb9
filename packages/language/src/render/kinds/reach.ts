import type { SayOf } from '@tali/contracts'
import type { Manner } from '../manner.ts'
import { nounOfAll } from '../noun.ts'
import { sentence } from '../sentence.ts'
import { counted, named, placeOfScope } from '../subject.ts'
import { clause, type Predicate } from '../words.ts'

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
    if (m.tone === 'brief') return `${word}, ${predicate(online, m).label}`
    return `${word}, ${clause(named(entitiesOf([...say.matching, ...say.others]), m), predicate(online, m))}`
  }
  // Those that decide it are named: what is offline, or what is not online.
  const deciding = say.question === 'all' ? (say.holds ? [] : say.others) : say.matching
  const online = (say.state === 'online') === (say.question === 'any')
  if (m.tone === 'brief') return deciding.length === 0 ? word : `${word}: ${named(entitiesOf(deciding), m).bare}`
  if (deciding.length === 0) return `${word}, ${allAre(say.state === 'online' ? say.holds : !say.holds, m)}`
  return `${word}, ${clause(named(entitiesOf(deciding), m), predicate(online, m))}`
}

function found(say: SayOf<'set'>, m: Manner): string {
  const online = say.state === 'online'
  const entities = entitiesOf(say.matching)
  const count = say.question === 'count'
  if (entities.length === 0) return m.tone === 'brief' ? m.words.answers.noneAtAll : allAre(!online, m)
  const names = named(entities, m, { limit: 10 })
  if (m.tone === 'brief') return count ? String(entities.length) : names.bare
  if (!count) return clause(names, predicate(online, m))
  const subject = counted(entities.length, nounOfAll(entities, say.scope), placeOfScope(say.scope, m), m)
  return `${clause(subject, predicate(online, m))}: ${names.text}`
}

/** "all devices are online": that none is offline, without a double negation. */
function allAre(online: boolean, m: Manner): string {
  const text = m.words.all(null, 'device')
  return clause({ text, bare: text, many: true }, predicate(online, m))
}

function predicate(online: boolean, m: Manner): Predicate {
  return online ? m.words.predicates.online : m.words.predicates.offline('')
}

function entitiesOf(readings: Asked['matching']) {
  return readings.map((reading) => reading.entity)
}

import type { EntityRef, SayOf } from '@tali/contracts'
import { ago, isTimestamp, moment } from '../clock.ts'
import { framed, type Frame } from '../frame.ts'
import type { Manner } from '../manner.ts'
import { nounOfAll } from '../noun.ts'
import { amount, numeral } from '../number.ts'
import { orderOf } from '../order.ts'
import { donePredicate } from '../predicate.ts'
import { sentence } from '../sentence.ts'
import { counted, named, placeOfScope } from '../subject.ts'
import { clause, type Predicate, type Subject } from '../words.ts'

type Did = SayOf<'did'>
type Result = Did['results'][number]

/** Results that are told in one clause. */
interface Group {
  first: Result
  entities: EntityRef[]
  /** What is true now, for `confirmed` and `already`. */
  predicate: Predicate
}

/** More different results than this are told as "have done it". */
const mostPredicates = 3

/** What came of commands: "The kitchen light is on.", "3 lights in the kitchen are on; the counter light has not answered." */
export function did(say: Did, m: Manner): string {
  if (say.results.length === 0) return sentence(m.words.did.nothing)
  const groups = grouped(say.results, m)
  const text = m.tone === 'brief' ? brief(groups, say, m) : full(groups, say, m)
  return sentence(framed(text, frameOf(say.results), m))
}

function full(groups: readonly Group[], say: Did, m: Manner): string {
  const alone = groups.length === 1
  let place = placeOfScope(say.scope, m)
  let told: Predicate | undefined
  let text = ''
  for (const group of groups) {
    const subject = subjectOf(group, say, place, m)
    const { outcome } = group.first
    // "3 lights are on, 2 more already were": said of the same state only, and only of what one is.
    const too = outcome === 'already' && told?.label === group.predicate.label && told.verb === m.words.states.on.verb
    const part = too ? m.words.did.alreadyToo(subject, group.entities.length) : clauseOf(group, subject, alone, m)
    text += text === '' ? part : `${too ? ',' : ';'} ${part}`
    if (outcome === 'confirmed') told = group.predicate
    // The place is said once.
    if (group.entities.length > 1) place = ''
  }
  return text
}

function brief(groups: readonly Group[], say: Did, m: Manner): string {
  let place = placeOfScope(say.scope, m)
  const parts: string[] = []
  for (const group of groups) {
    parts.push(`${m.words.names.bare(subjectOf(group, say, place, m).bare)}: ${labelOf(group, m)}`)
    if (group.entities.length > 1) place = ''
  }
  return parts.join('; ')
}

function grouped(results: readonly Result[], m: Manner): Group[] {
  const groups = gather(results, (result) => donePredicate(result.entity, result, result.observed, m))
  const wordings = groups.filter((group) => group.first.outcome === 'confirmed').length
  const plainer = wordings > mostPredicates ? gather(results, () => m.words.deeds.done) : groups
  return plainer.sort((a, b) => outcomes.indexOf(a.first.outcome) - outcomes.indexOf(b.first.outcome))
}

const outcomes: readonly Result['outcome'][] = ['confirmed', 'already', 'no_echo', 'failed', 'refused']

function gather(results: readonly Result[], predicateOf: (result: Result) => Predicate): Group[] {
  const groups = new Map<string, Group>()
  for (const first of results) {
    const predicate = predicateOf(first)
    const good = first.outcome === 'confirmed' || first.outcome === 'already'
    const key = `${first.outcome} ${good ? predicate.label : `${first.reason} ${first.action}`}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { first, entities: [first.entity], predicate })
    else group.entities.push(first.entity)
  }
  return [...groups.values()]
}

/** Many that were meant by place or kind are counted; those that did not do it are named, while they are few. */
function subjectOf(group: Group, say: Did, place: string, m: Manner): Subject {
  const { areaName, floorName, domain } = say.scope
  const byScope = areaName !== null || floorName !== null || domain !== null
  const count = group.entities.length
  const good = group.first.outcome === 'confirmed' || group.first.outcome === 'already'
  return byScope && count > (good ? 1 : 3)
    ? counted(count, nounOfAll(group.entities, say.scope), place, m)
    : named(group.entities, m)
}

function clauseOf(group: Group, subject: Subject, alone: boolean, m: Manner): string {
  const { first, entities, predicate } = group
  const words = m.words.did
  const object = named(entities, m, { role: 'object' })
  const order = orderOf(first.action, first.parameters, m)
  if (first.outcome === 'confirmed') return clause(subject, predicate)
  if (first.outcome === 'already') return clause(subject, predicate, m.words.already)
  if (first.reason === 'interrupted') return words.interrupted(subject)
  if (first.outcome === 'refused') {
    if (first.reason === 'needs_resident') return words.needsResident(order, object.text)
    if (first.reason === 'not_confirmed') return words.notConfirmed(order, object.text)
    return words.refused(order, object.text)
  }
  if (first.reason === 'reports_no_state' && isStarted(first)) return clause(subject, m.words.deeds.script)
  if (first.reason === 'reports_no_state') return words.sent(clause(subject, m.words.predicates.statelessOnly))
  if (first.reason === 'device_offline') return clause(subject, m.words.predicates.offline(sinceOf(group, m)))
  if (first.reason === 'not_supported') return clause(subject, words.notSupported)
  if (first.reason === 'bad_parameter') return clause(subject, words.badParameter(rangeOf(group, m)))
  if (first.reason === 'send_failed') return clause(subject, words.unreachable)
  if (first.outcome === 'failed' && first.reason !== 'device_silent') return clause(subject, words.notDone)
  const silent = clause(subject, m.words.predicates.silent)
  return alone ? words.silentSince(silent, ago(sentAgoMs(first, m), m)) : silent
}

/** Scenes and scripts have nothing to report: they are started, and that is all there is to know. */
function isStarted({ entity }: Result): boolean {
  return entity.domain === 'scene' || entity.domain === 'script'
}

/** The result alone, for a brief reply: "on", "already on", "no answer". */
function labelOf(group: Group, m: Manner): string {
  const { first, predicate } = group
  const words = m.words.did
  if (first.outcome === 'confirmed') return predicate.label
  if (first.outcome === 'already') return `${m.words.already} ${predicate.label}`
  switch (first.reason) {
    case 'interrupted':
      return words.briefly.interrupted
    case 'needs_resident':
      return words.briefly.needsResident
    case 'not_confirmed':
      return words.briefly.notConfirmed
    case 'reports_no_state':
      return m.words.predicates.statelessOnly.label
    case 'device_offline':
      return m.words.predicates.offline('').label
    case 'not_supported':
      return words.notSupported.label
    case 'bad_parameter':
      return words.badParameter(rangeOf(group, m)).label
    case 'send_failed':
      return words.unreachable.label
    case 'device_silent':
    case null:
      if (first.outcome === 'refused') return words.briefly.refused
      return first.outcome === 'failed' && first.reason === null ? words.notDone.label : m.words.predicates.silent.label
  }
}

/** None for a partial success, and for what a device never confirms: neither to be glad nor to be sorry about. */
function frameOf(results: readonly Result[]): Frame | null {
  if (results.every((result) => result.outcome === 'already')) return 'needless'
  const good = results.filter((result) => result.outcome === 'confirmed' || result.outcome === 'already')
  if (results.some((result) => result.reason === 'reports_no_state')) return null
  if (good.length === 0) return 'sorry'
  return good.length === results.length ? 'gladly' : null
}

function sentAgoMs(result: Result, m: Manner): number {
  const ageMs = result.sentAt === null ? Number.NaN : m.nowMs - Date.parse(result.sentAt)
  return Number.isFinite(ageMs) ? ageMs : result.tookMs
}

/** For a device that is offline, `detail` may tell since when: an ISO 8601 time. */
function sinceOf(group: Group, m: Manner): string {
  const detail = detailOf(group)
  return isTimestamp(detail) ? m.words.clock.since(moment(detail, m)) : ''
}

/** For a parameter that does not suit, `detail` tells the bounds: "temperature must be from 7 to 30 °C; …". */
function rangeOf(group: Group, m: Manner): string {
  const [, low, high, unit] = /\bfrom (-?\d+(?:\.\d+)?) to (-?\d+(?:\.\d+)?) ?(°C|°F|K|%)?/.exec(detailOf(group)) ?? []
  if (low === undefined || high === undefined) return ''
  return m.words.range(numeral(Number(low), m), amount(Number(high), unit ?? null, m))
}

/** One device's detail is not that of a whole group. */
function detailOf({ first, entities }: Group): string {
  return entities.length === 1 ? (first.detail ?? '') : ''
}

import type { CauseStep, SayOf } from '@tali/contracts'
import { asker, causeChip } from '../cause.ts'
import { changedState } from '../change.ts'
import { clockTime, dayWord, digital, moment, wallTime } from '../clock.ts'
import { wordLine } from '../event.ts'
import { lineOfStep } from '../line.ts'
import type { Manner } from '../manner.ts'
import { own } from '../own.ts'
import { capitalised, sentence } from '../sentence.ts'
import { nameOf, named, placeOfScope } from '../subject.ts'
import { spaced } from '../words.ts'

type Happened = SayOf<'happened'>

/** What the ear can hold. */
const spokenLimit = 3
/** What a chat message shows; the page has the rest. */
const shownLimit = 20

/** "In the kitchen this morning:" and a line for each event; for the ear three of them in one sentence. */
export function happened(say: Happened, m: Manner): string {
  const period = periodOf(say, m)
  const place = placeOfScope(say.scope, m)
  if (say.steps.length === 0) {
    const { nothing, nothingOf } = m.words.whats
    return sentence(say.entity === null ? nothing(place, period) : nothingOf(named([say.entity], m), period))
  }
  const limit = m.ear ? spokenLimit : shownLimit
  const shown = say.steps.slice(0, limit)
  const left = say.steps.length - shown.length + say.more
  const head = capitalised(
    say.entity === null ? m.words.whats.head(place, period) : `${nameOf(say.entity, m)}, ${period}`,
  )
  if (m.ear) {
    const parts = shown.map((step) => spoken(step, m))
    return sentence(`${head}: ${[...parts, ...(left > 0 ? [m.words.whats.andMore(left)] : [])].join('; ')}`)
  }
  const lines = shown.map((step) => written(step, m))
  const listed = [...lines, ...(left > 0 ? [m.words.whats.andMore(left)] : [])].join('\n')
  return m.tone === 'brief' ? listed : `${head}:\n${listed}`
}

/** "07:02 Kitchen light went on (Maddie, by chat)" */
function written(step: CauseStep, m: Manner): string {
  const wall = wallTime(step.at, m.timeZone, m.words.locale)
  const when = wall === undefined ? m.words.clock.unknown : spaced(dayWord(wall, m), digital(wall))
  const line = capitalised(wordLine(lineOfStep(step), m))
  return `${when} ${line}${chip(step, m)}`
}

/** "at 7 oh 2 AM the kitchen light went on" */
function spoken(step: CauseStep, m: Manner): string {
  const line = lineOfStep(step)
  if (step.type !== 'tali.core.state.changed' || step.entity === null)
    return m.words.whys.at(moment(step.at, m), wordLine(line, m))
  const by = asker(step.cause, m)
  const silent = step.cause.kind === 'restart' || step.cause.kind === 'device'
  const cause =
    by === null ? `, ${causeChip(step.cause, m)}` : m.words.whys.asked(by.name, m.words.causes.by[by.channel])
  return changedState(line, named([step.entity], m), m, moment(step.at, m)) + (silent ? '' : cause)
}

/** A change by hand says so itself, whoever asked is named, and a sensor is always its own cause; all else is told. */
function chip(step: CauseStep, m: Manner): string {
  const { cause, entity, type } = step
  const told = cause.kind === 'manual' || cause.kind === 'restart' || type !== 'tali.core.state.changed'
  const sensed = cause.kind === 'device' && entity !== null && observers.has(entity.domain)
  return told || sensed ? '' : ` (${causeChip(cause, m)})`
}

/** Domains that only report. */
const observers: ReadonlySet<string> = new Set(['sensor', 'binary_sensor', 'person', 'device_tracker', 'event', 'sun'])

function periodOf(say: Happened, m: Manner): string {
  const known = own(m.words.periods, say.period)
  if (known !== undefined) return known
  const [from, to] = [Date.parse(say.from), Date.parse(say.to)]
  const hours = Math.round((to - from) / 3_600_000)
  if (say.period === null && hours >= 1 && hours <= 48 && Math.abs(m.nowMs - to) < 60_000)
    return m.words.whats.lastHours(hours)
  return m.words.whats.between(
    spaced(dayOf(say.from, m), clockTime(say.from, m)),
    spaced(dayOf(say.to, m), clockTime(say.to, m)),
  )
}

function dayOf(iso: string, m: Manner): string {
  const wall = wallTime(iso, m.timeZone, m.words.locale)
  return wall === undefined ? '' : dayWord(wall, m)
}

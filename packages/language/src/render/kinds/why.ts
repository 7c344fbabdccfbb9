import type { CauseStep, SayOf } from '@tali/contracts'
import { asker, causeChip } from '../cause.ts'
import { changedState } from '../change.ts'
import { moment } from '../clock.ts'
import { speechOf } from '../data.ts'
import { wordLine } from '../event.ts'
import { lineOfStep } from '../line.ts'
import type { Manner } from '../manner.ts'
import { orderOf } from '../order.ts'
import { own } from '../own.ts'
import { plainText } from '../plain-text.ts'
import { senseOf } from '../sense.ts'
import { sentence } from '../sentence.ts'
import { named } from '../subject.ts'

type Why = SayOf<'why'>

/** Earlier links that are told after the first sentence; a longer chain is for the page. */
const mostEarlier = 2

/**
 * The chain as sentences, newest cause first: "The kitchen light went on at 18:02 because Maddie asked for it by chat
 * (“turn on the kitchen light”)."
 */
export function why(say: Why, m: Manner): string {
  const [head, ...earlier] = told(say.chain)
  if (head === undefined) return sentence(m.words.whys.noRecord)
  const turn = say.chain.find((step) => step.type === 'tali.core.turn.received' && step.text !== null)
  const first = sentence(m.tone === 'brief' ? briefly(head, turn, m) : headOf(head, turn, m))
  return [first, ...earlier.slice(0, mostEarlier).map((step) => sentence(earlierOf(step, turn, m)))].join(' ')
}

/**
 * Links worth a word of their own: a command and the turn it came from are told by the change that they led to, and so
 * is the end of a timer.
 */
function told(chain: readonly CauseStep[]): CauseStep[] {
  const changes = chain.filter((step, index) => !carriers.has(step.type) && !(index > 0 && step.type === finished))
  return changes.length > 0 ? changes : chain.slice(0, 1)
}

const finished = 'tali.core.timer.finished'
const carriers = new Set(['tali.core.command.sent', 'tali.core.command.concluded', 'tali.core.turn.received'])

function headOf(head: CauseStep, turn: CauseStep | undefined, m: Manner): string {
  const when = moment(head.at, m)
  if (head.cause.kind === 'restart') return changed(head, when, m)
  if (head.action !== null && carriers.has(head.type)) {
    const object = head.entity === null ? m.words.something : named([head.entity], m, { role: 'object' }).text
    const wish = m.words.whys.wish(orderOf(head.action, {}, m), object, when)
    const outcome = own(m.words.outcomes, head.outcome) ?? m.words.outcomes.unknown
    return `${wish}${reason(head, turn, m)}; ${m.words.whys.outcome(outcome)}`
  }
  return changed(head, when, m) + reason(head, turn, m)
}

/** The cause with as few words as it takes: "Maddie, by chat (“…”)". */
function briefly(head: CauseStep, turn: CauseStep | undefined, m: Manner): string {
  if (head.cause.kind === 'restart') return headOf(head, turn, m)
  const by = head.cause.kind === 'manual' ? m.words.whys.briefManual : causeChip(head.cause, m)
  return `${by}${asker(head.cause, m) === null ? '' : quoted(turn, m)}, ${moment(head.at, m)}`
}

function changed(step: CauseStep, when: string, m: Manner): string {
  const line = lineOfStep(step)
  if (step.type === 'tali.core.state.changed' && step.entity !== null) {
    return changedState(line, named([step.entity], m), m, when)
  }
  return m.words.whys.at(when, wordLine(line, m))
}

function reason(head: CauseStep, turn: CauseStep | undefined, m: Manner): string {
  const words = m.words.whys
  const { cause } = head
  switch (cause.kind) {
    case 'resident':
    case 'owner':
      return `${words.asked(who(head, m), m.words.causes.by[cause.channel])}${quoted(turn, m)}`
    case 'timer':
      return words.timer(cause.name === null ? '' : m.words.timers.name(plainText(cause.name, m.ear), '', m.ear))
    case 'device':
      return isSensor(head) ? sensed(head, m) : words.device
    case 'manual':
    case 'restart':
      return words[cause.kind]
  }
}

function isSensor(step: CauseStep): boolean {
  return step.entity?.domain === 'sensor' || step.entity?.domain === 'binary_sensor'
}

/** "The window opened" hides that a sensor says so; "the sensor reported motion" does not. */
function sensed({ entity, to }: CauseStep, m: Manner): string {
  const sense = senseOf(entity?.domain ?? '', entity?.deviceClass ?? null, to ?? '')
  return sense === 'open' || sense === 'closed' || sense === 'locked' || sense === 'unlocked' ? m.words.whys.sensed : ''
}

function who(step: CauseStep, m: Manner): string {
  return asker(step.cause, m)?.name ?? ''
}

/** What was said, for the eye: a voice that quotes is hard to follow. */
function quoted(turn: CauseStep | undefined, m: Manner): string {
  if (turn === undefined || turn.text === null || m.ear) return ''
  return ` (${m.words.quote(speechOf(turn.text, m), false)})`
}

/** An earlier link with who was behind it. */
function earlierOf(step: CauseStep, turn: CauseStep | undefined, m: Manner): string {
  const by = asker(step.cause, m)
  if (by !== null && step.type === 'tali.core.timer.started') {
    return m.words.whys.startedIt(by.name, m.words.causes.by[by.channel], moment(step.at, m)) + quoted(turn, m)
  }
  const done = changed(step, moment(step.at, m), m)
  return m.words.whys.before(by === null ? done : done + m.words.whys.asked(by.name, m.words.causes.by[by.channel]))
}

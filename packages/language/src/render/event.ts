import type { EntityRef, LedgerEvent } from '@tali/contracts'
import { asker } from './cause.ts'
import { span } from './clock.ts'
import { speechOf } from './data.ts'
import { lineOfEvent, type Line } from './line.ts'
import { mannerOf, type LineOptions, type Manner } from './manner.ts'
import { numeral } from './number.ts'
import { orderLabel } from './order.ts'
import { own } from './own.ts'
import { plainText } from './plain-text.ts'
import { capitalised } from './sentence.ts'
import { changedAttribute, changedState } from './change.ts'
import { nameOf } from './subject.ts'
import type { Subject } from './words.ts'

export interface EventOptions extends LineOptions {
  /** What an entity is called and is now; the ledger knows only its name of that time. */
  names?: (entityId: string) => EntityRef | undefined
}

/** One line of the timeline, without its time: "Kitchen light went on", "Maddie asked by chat: turn on the kitchen light". */
export function wordEvent(event: LedgerEvent, options: EventOptions): string {
  const line = lineOfEvent(event, options.names ?? (() => undefined))
  return capitalised(wordLine(line, mannerOf(options, false)))
}

/** The line in mid-sentence form. Types that are not known here are told as such. */
export function wordLine(line: Line, m: Manner): string {
  const words = m.words.lines
  const subject = subjectOf(line, m)
  switch (line.type) {
    case 'tali.core.state.changed':
      return line.from === line.to ? changedAttribute(line, subject, m) : changedState(line, subject, m)
    case 'tali.core.availability.changed':
      return availability(line, subject, m)
    case 'tali.core.turn.received':
      return asked(line, m)
    case 'tali.core.command.sent':
      return words.sent(subject.bare, orderLabel(line.action ?? '', line.parameters, m))
    case 'tali.core.command.concluded':
      return words.concluded(subject.bare, orderLabel(line.action ?? '', line.parameters, m), outcomeOf(line, m))
    case 'tali.core.entity.discovered':
      return words.discovered(subject)
    case 'tali.core.entity.removed':
      return words.removed(subject)
    case 'tali.core.timer.started':
      return words.timerStarted(nameOfLine(line, m), line.seconds === null ? '' : span(line.seconds, m))
    case 'tali.core.timer.finished':
      return words.timerFinished(nameOfLine(line, m))
    case 'tali.core.service.started':
      return words.started(line.version === null || m.ear ? '' : plainText(line.version, false))
    case 'tali.core.resident.joined':
      return words.joined(nameOfLine(line, m) || m.words.causes.somebody)
    default:
      return words.other(m.ear ? '' : plainText(line.type, false))
  }
}

/** A line begins with the bare name: "Kitchen light", not "the kitchen light". */
function subjectOf(line: Line, m: Manner): Subject {
  const name = line.entity === null ? m.words.something : nameOf(line.entity, m)
  return { text: name, bare: name, many: line.entity !== null && m.words.names.isPlural(name) }
}

function asked(line: Line, m: Manner): string {
  const who = asker(line.cause, m)
  const text = speechOf(line.text ?? '', m)
  if (who === null) return m.words.lines.askedUnknown(text)
  return m.words.lines.asked(who.name, who.channel, text)
}

function availability(line: Line, subject: Subject, m: Manner): string {
  const gone = line.to === 'offline' || line.to === 'unavailable' || line.to === 'false'
  return gone ? m.words.lines.wentOffline(subject) : m.words.lines.cameBack(subject)
}

function outcomeOf(line: Line, m: Manner): string {
  const word = own(m.words.outcomes, line.outcome) ?? m.words.outcomes.unknown
  if (line.tookMs === null || line.outcome !== 'confirmed') return word
  const seconds = line.tookMs / 1_000
  return m.words.lines.after(word, numeral(seconds, m, seconds < 10 ? 1 : 0), m.ear)
}

function nameOfLine(line: Line, m: Manner): string {
  return line.name === null ? '' : plainText(line.name, m.ear)
}

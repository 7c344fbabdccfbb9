import type { SayOf, Timer } from '@tali/contracts'
import { moment, span } from '../clock.ts'
import { framed } from '../frame.ts'
import { listed } from '../join.ts'
import type { Manner } from '../manner.ts'
import { plainText } from '../plain-text.ts'
import { sentence } from '../sentence.ts'

/** "The pizza timer runs for 10 minutes, until 18:12." */
export function timer(say: SayOf<'timer'>, m: Manner): string {
  const words = m.words.timers
  const [first] = say.timers
  switch (say.event) {
    case 'none':
      return sentence(words.none)
    case 'too_many':
      return sentence(framed(words.tooMany(say.timers.length), 'sorry', m))
    case 'cancelled_all':
      return sentence(framed(words.cancelledAll(say.timers.length), 'fine', m))
    case 'ambiguous':
      return sentence(
        words.which(
          listed(
            say.timers.map((one) => nameOfTimer(one, m, 'in list')),
            m,
            { or: true, limit: 4 },
          ),
        ),
      )
    case 'status':
      if (first === undefined) return sentence(words.none)
      return sentence(say.timers.length === 1 ? status(first, m) : statusOfAll(say.timers, m))
    case 'finished':
      return sentence(
        listed(
          say.timers.map((one) => words.finished(nameOfTimer(one, m))),
          m,
        ),
      )
    case 'started':
    case 'changed':
    case 'paused':
    case 'resumed':
    case 'cancelled':
      if (first === undefined) return sentence(words.none)
      return sentence(changed(first, say.event, m))
  }
}

function changed(one: Timer, event: 'started' | 'changed' | 'paused' | 'resumed' | 'cancelled', m: Manner): string {
  const words = m.words.timers
  const name = nameOfTimer(one, m, event === 'started' ? 'new' : 'known')
  const left = span(one.remainingSeconds, m)
  if (event === 'cancelled') {
    return m.tone === 'brief' ? words.briefly.cancelled : framed(words.cancelled(name), 'fine', m)
  }
  if (m.tone === 'brief')
    return event === 'paused' ? words.briefly.paused(left) : event === 'started' ? span(one.seconds, m) : left
  const until = moment(one.endsAt, m)
  if (event === 'paused') return framed(words.paused(name, left), 'fine', m)
  if (event === 'started') return framed(words.started(name, span(one.seconds, m), until), 'gladly', m)
  return framed(event === 'changed' ? words.changed(name, left, until) : words.resumed(name, left, until), 'fine', m)
}

function status(one: Timer, m: Manner): string {
  const left = span(one.remainingSeconds, m)
  if (m.tone === 'brief') return one.paused ? m.words.timers.briefly.paused(left) : left
  return m.words.timers.left(nameOfTimer(one, m), left, one.paused)
}

function statusOfAll(timers: readonly Timer[], m: Manner): string {
  const items = timers.map((one) =>
    m.words.timers.item(one.name === null ? '' : plainText(one.name, m.ear), span(one.remainingSeconds, m), one.paused),
  )
  return m.tone === 'brief' ? listed(items, m) : `${m.words.timers.running(timers.length)}: ${listed(items, m)}`
}

/** "the pizza timer", "the 10-minute timer"; a new one without a name is just "the timer": its length is said anyway. */
function nameOfTimer(one: Timer, m: Manner, use: 'new' | 'known' | 'in list' = 'known'): string {
  const name = one.name === null ? '' : plainText(one.name, m.ear)
  if (use === 'in list') return m.words.timers.label(name, span(one.seconds, m))
  if (name === '' && use === 'new') return m.words.timers.theTimer
  return m.words.timers.name(name, span(one.seconds, m), m.ear)
}

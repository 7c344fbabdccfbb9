import type { Say, Worded } from '@tali/contracts'
import { ask } from './kinds/ask.ts'
import { date } from './kinds/date.ts'
import { did } from './kinds/did.ts'
import { happened } from './kinds/happened.ts'
import { help } from './kinds/help.ts'
import { list } from './kinds/list.ts'
import { notOffered } from './kinds/not-offered.ts'
import { notUnderstood } from './kinds/not-understood.ts'
import { pleasantry } from './kinds/pleasantry.ts'
import { questionOver } from './kinds/question-over.ts'
import { set } from './kinds/set.ts'
import { stopped } from './kinds/stopped.ts'
import { time } from './kinds/time.ts'
import { timer } from './kinds/timer.ts'
import { trouble } from './kinds/trouble.ts'
import { truth } from './kinds/truth.ts'
import { value } from './kinds/value.ts'
import { why } from './kinds/why.ts'
import { mannerOf, type Manner, type WordOptions } from './manner.ts'

/**
 * Words what there is to say, for the eye and for the ear. Pure: the same structure gives the same words.
 * Names and texts inside are data: they are quoted, capped at 80 characters, and cannot end or reorder a sentence.
 * Throws a RangeError when `timeZone` is no time zone; never for any `Say`.
 */
export function word(say: Say, options: WordOptions): Worded {
  return { text: worded(say, mannerOf(options, false)), speech: worded(say, mannerOf(options, true)) }
}

function worded(say: Say, m: Manner): string {
  switch (say.kind) {
    case 'did':
      return did(say, m)
    case 'value':
      return value(say, m)
    case 'truth':
      return truth(say, m)
    case 'set':
      return set(say, m)
    case 'time':
      return time(say, m)
    case 'date':
      return date(say, m)
    case 'timer':
      return timer(say, m)
    case 'list':
      return list(say, m)
    case 'ask':
      return ask(say, m)
    case 'question_over':
      return questionOver(say, m)
    case 'not_understood':
      return notUnderstood(say, m)
    case 'not_offered':
      return notOffered(say, m)
    case 'help':
      return help(say, m)
    case 'why':
      return why(say, m)
    case 'happened':
      return happened(say, m)
    case 'stopped':
      return stopped(say, m)
    case 'pleasantry':
      return pleasantry(say, m)
    case 'trouble':
      return trouble(say, m)
  }
}

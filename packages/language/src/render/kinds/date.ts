import type { SayOf } from '@tali/contracts'
import { wallTime } from '../clock.ts'
import type { Manner } from '../manner.ts'
import { sentence } from '../sentence.ts'

/** "Today is Saturday, 21 November 2026." */
export function date(say: SayOf<'date'>, m: Manner): string {
  const wall = wallTime(say.at, say.timeZone, m.words.locale)
  const told = wall === undefined ? m.words.clock.unknown : m.words.clock.today(wall, m.ear)
  return sentence(m.tone === 'brief' ? told : m.words.clock.todayIs(told))
}

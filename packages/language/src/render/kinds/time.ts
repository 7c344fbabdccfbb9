import type { SayOf } from '@tali/contracts'
import { clockTime } from '../clock.ts'
import type { Manner } from '../manner.ts'
import { sentence } from '../sentence.ts'

/** "It is 18:02." */
export function time(say: SayOf<'time'>, m: Manner): string {
  const told = clockTime(say.at, { ...m, timeZone: say.timeZone })
  return sentence(m.tone === 'brief' ? told : m.words.clock.itIs(told))
}

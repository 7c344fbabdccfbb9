import type { SayOf } from '@tali/contracts'
import type { Manner } from '../manner.ts'
import { sentence } from '../sentence.ts'

/** "Hello!", "You're welcome." */
export function pleasantry(say: SayOf<'pleasantry'>, m: Manner): string {
  return sentence(m.words.pleasantries[say.what])
}

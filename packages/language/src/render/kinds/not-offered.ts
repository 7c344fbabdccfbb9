import type { SayOf } from '@tali/contracts'
import type { Manner } from '../manner.ts'
import { sentence } from '../sentence.ts'

/** "I know nothing of the weather: …": what is not done here, and what is done instead. */
export function notOffered(say: SayOf<'not_offered'>, m: Manner): string {
  return sentence(m.words.notOffered[say.what])
}

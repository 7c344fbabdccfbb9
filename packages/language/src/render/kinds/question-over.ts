import type { SayOf } from '@tali/contracts'
import { framed } from '../frame.ts'
import type { Manner } from '../manner.ts'
import { sentence } from '../sentence.ts'

/** "That question is no longer open; I did nothing." */
export function questionOver(say: SayOf<'question_over'>, m: Manner): string {
  const words = m.words.overs
  if (m.tone === 'brief') return sentence(words.briefly[say.why])
  return sentence(framed(words[say.why], say.why === 'declined' ? null : 'sorry', m))
}

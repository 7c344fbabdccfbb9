import type { SayOf } from '@tali/contracts'
import { framed } from '../frame.ts'
import type { Manner } from '../manner.ts'
import { own } from '../own.ts'
import { plainText } from '../plain-text.ts'
import { sentence } from '../sentence.ts'

/** Something of ours is broken, in plain words; the code of one that has none, for the eye. */
export function trouble(say: SayOf<'trouble'>, m: Manner): string {
  const known = own(m.words.troubles, say.code)
  const code = plainText(say.code, m.ear)
  return sentence(framed(known ?? (m.ear || code === '' ? m.words.trouble : m.words.troubleWith(code)), 'sorry', m))
}

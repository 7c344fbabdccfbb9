import type { SayOf } from '@tali/contracts'
import { framed } from '../frame.ts'
import type { Manner } from '../manner.ts'
import { sentence } from '../sentence.ts'

/** "All right, never mind.", "Stopped.", "Nothing was running." */
export function stopped(say: SayOf<'stopped'>, m: Manner): string {
  const words = m.tone === 'brief' ? m.words.stops.briefly : m.words.stops
  return sentence(framed(words[say.what], say.what === 'stopped' ? 'fine' : null, m))
}

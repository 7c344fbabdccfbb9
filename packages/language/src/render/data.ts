import type { Manner } from './manner.ts'
import { plainQuote, plainText } from './plain-text.ts'

/** A word of a device or a person within a sentence; "something" where nothing of it can be said. */
export function dataOf(raw: string, m: Manner): string {
  return plainText(raw, m.ear) || m.words.something
}

/** The same in quotes for the eye; a voice has none. */
export function quotedData(raw: string, m: Manner): string {
  return m.words.quote(dataOf(raw, m), m.ear)
}

/** What a person said, with the tone it ended on. */
export function speechOf(raw: string, m: Manner): string {
  return plainQuote(raw, m.ear) || m.words.something
}

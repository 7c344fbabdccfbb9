import type { Tone } from '@tali/contracts'
import { catalogueOf, type Catalogue } from './catalogue.ts'

/** How something is to be said. */
export interface Manner {
  words: Catalogue
  tone: Tone
  /** For the ear: no symbols, units and times as words, short lists. */
  ear: boolean
  /** Milliseconds since the epoch. */
  nowMs: number
  timeZone: string
}

/** What every wording needs to know. `now` is ISO 8601; `timeZone` an IANA name (a RangeError when it is none). */
export interface LineOptions {
  /** `en` or `de`, also as `de-AT`; anything else is worded in English. */
  language: string
  now: string
  timeZone: string
}

export interface WordOptions extends LineOptions {
  tone: Tone
}

export function mannerOf(options: LineOptions & { tone?: Tone }, ear: boolean): Manner {
  const { language, now, timeZone, tone = 'plain' } = options
  return { words: catalogueOf(language), tone, ear, nowMs: Date.parse(now), timeZone }
}

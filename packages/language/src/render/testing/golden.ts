import type { Say, Tone } from '@tali/contracts'
import { describe, expect, it } from 'vitest'
import { word } from '../word.ts'
import { houses, now, timeZone, type House } from './house.ts'

/** One string when eye and ear get the same; else [for the eye, for the ear]. */
type Wording = string | readonly [text: string, speech: string]
type Tones = Readonly<Record<Tone, Wording>>

/** One row of a kind's table: what there is to say, and its words in both languages, all tones, both variants. */
export function golden(
  title: string,
  sayOf: (house: House) => Say,
  expected: Readonly<Record<'en' | 'de', Tones>>,
): void {
  describe(title, () => {
    for (const language of ['en', 'de'] as const) {
      for (const tone of ['plain', 'warm', 'brief'] as const) {
        it(`${language}, ${tone}`, () => {
          const wording = expected[language][tone]
          const [text, speech] = typeof wording === 'string' ? [wording, wording] : wording
          expect(word(sayOf(houses[language]), { language, tone, now, timeZone })).toEqual({ text, speech })
        })
      }
    }
  })
}

import type { LanguageRules } from '../languages/language.ts'
import { fold } from './fold.ts'

/** A word, number or symbol of a text. */
export interface Token {
  /** Folded: what is compared. */
  readonly word: string
  /** Where it stands in the tidied text. */
  readonly start: number
  readonly end: number
  /** A comma, semicolon or full stop stands before it. */
  readonly pause: boolean
}

/** Characters that are not seen: zero-width, bidi controls, soft hyphen, byte order mark, variation selectors, tags. */
const unseen = /\p{Default_Ignorable_Code_Point}/gu

const apostrophe = "'’‘ʼ`´"
const pieces = new RegExp(
  [
    String.raw`(?:(?<![\p{L}\p{N}])-)?\d+(?:[.,]\d+)?`,
    String.raw`[½¼¾%°º&+]`,
    String.raw`(?:[\p{L}\p{M}]|(?![\d½¼¾])\p{N})(?:[\p{L}\p{M}${apostrophe}]|(?![\d½¼¾])\p{N})*`,
    String.raw`[,;.!?]`,
  ].join('|'),
  'gu',
)
const pauses = new Set([',', ';', '.', '!', '?'])
const number = /^-?\d/

/** The text as it is shown back in slots: composed, without characters that are not seen. */
export function tidy(text: string): string {
  return text.replace(unseen, '').normalize('NFC')
}

/**
 * Splits a tidied text into tokens, the same way for templates, names and what people say.
 * Hyphens and all other punctuation separate; digits part from letters (`20min`, `21°C`); `21,5` is read as 21.5.
 */
export function tokenise(tidied: string, language: LanguageRules): Token[] {
  const tokens: Token[] = []
  let pause = false
  for (const match of tidied.matchAll(pieces)) {
    const piece = match[0]
    if (pauses.has(piece)) {
      pause = tokens.length > 0
      continue
    }
    const start = match.index
    const word = number.test(piece) ? piece.replace(',', '.') : spell(fold(piece), language)
    const last = tokens.at(-1)
    const joined = last && !pause ? language.pairs.get(`${last.word} ${word}`) : undefined
    if (last && joined !== undefined)
      tokens[tokens.length - 1] = { word: joined, start: last.start, end: start + piece.length, pause: last.pause }
    else if (word !== '') tokens.push({ word, start, end: start + piece.length, pause })
    pause = false
  }
  return tokens
}

function spell(word: string, language: LanguageRules): string {
  return language.spellings.get(word) ?? word
}

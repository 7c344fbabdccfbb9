import type { LanguageRules } from '../languages/language.ts'
import { tidy, tokenise, type Token } from '../normalise/tokens.ts'

/** Phrases by their first word, so that a position is asked once. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>

export function phrasesOf(texts: readonly string[], rules: LanguageRules): Phrases {
  const phrases = new Map<string, string[][]>()
  for (const text of texts) {
    const words = tokenise(tidy(text), rules).map((token) => token.word)
    const [first] = words
    if (first !== undefined) phrases.getOrInsertComputed(first, () => []).push(words)
  }
  return phrases
}

/** Where the phrases that begin at `at` end. */
export function phraseEnds(phrases: Phrases, tokens: readonly Token[], at: number): number[] {
  const ends: number[] = []
  for (const phrase of phrases.get(tokens[at]?.word ?? '') ?? [])
    if (phrase.every((word, index) => tokens[at + index]?.word === word)) ends.push(at + phrase.length)
  return ends
}

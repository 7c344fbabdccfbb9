import { readDigits } from '../normalise/digits.ts'
import { english } from './en.ts'
import { german } from './de.ts'
import type { LanguageRules } from './language.ts'

/** The rules of `en-GB`, `de_AT`, … by their first part; a language without rules of its own gets digits and no more. */
export function languageRules(language: string): LanguageRules {
  const code = languageCode(language)
  if (code === english.code) return english
  if (code === german.code) return german
  return { ...plain, code }
}

/** `en-GB` is `en`. */
export function languageCode(language: string): string {
  return language.split(/[-_]/)[0]?.toLowerCase() ?? ''
}

const plain: LanguageRules = {
  code: '',
  spellings: new Map(),
  pairs: new Map(),
  joiners: [],
  exceptions: new Set(),
  negations: new Set(),
  pronouns: new Set(),
  articles: new Set(),
  kinds: new Set(),
  sides: new Set(),
  droppable: new Map(),
  links: [],
  heads: new Set(),
  levels: new Map(),
  top: [],
  bottom: [],
  upper: [],
  lower: [],
  readNumber: readDigits,
  inflect: () => [],
  variants: () => [],
}

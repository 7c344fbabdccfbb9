import type { Token } from '../normalise/tokens.ts'

/** A number that starts at a position: `twenty five` is 20 up to the next word, and 25 up to the one after. */
export interface NumberReading {
  readonly end: number
  readonly value: number
}

/** What the recogniser knows of a language beside its sentences. */
export interface LanguageRules {
  /** ISO 639-1. */
  readonly code: string
  /** Folded words that are one word to us: `percent` is `%`. */
  readonly spellings: ReadonlyMap<string, string>
  /** Two folded words that are one: `per cent` is `%`. */
  readonly pairs: ReadonlyMap<string, string>
  /** Folded words between two clauses, the longest first. */
  readonly joiners: readonly (readonly string[])[]
  /** Folded words after which what follows is taken out of what was said: `except`. */
  readonly exceptions: ReadonlySet<string>
  /** Folded words that make of an order its opposite. */
  readonly negations: ReadonlySet<string>
  /** Folded words that stand for what was spoken of before: `it`, `them`. */
  readonly pronouns: ReadonlySet<string>
  /** Folded articles with which a name may begin. */
  readonly articles: ReadonlySet<string>
  /** Folded words for kinds of things (`light`, `lamp`); alone they are never short for an entity's name. */
  readonly kinds: ReadonlySet<string>
  /** Folded words that tell one of several alike, and may be left away: `left`, `2`. */
  readonly sides: ReadonlySet<string>
  /** By domain, folded words that people leave away from a name: `Front Door Lock` is also the front door. */
  readonly droppable: ReadonlyMap<string, ReadonlySet<string>>
  /** Letters between the parts of a compound: `Küche` + `n` + `licht`. */
  readonly links: readonly string[]
  /** Folded ends of compounds before which anything may stand: a `Nudeltimer` is a timer for the noodles. */
  readonly heads: ReadonlySet<string>
  /** Everyday names of floors, by the level (0 is the ground floor) that has them. */
  readonly levels: ReadonlyMap<number, readonly string[]>
  readonly top: readonly string[]
  readonly bottom: readonly string[]
  /** Words for the higher and the lower floor of a home that has two. */
  readonly upper: readonly string[]
  readonly lower: readonly string[]
  /** All readings of a number that starts at `at`, the longest first. */
  readNumber(tokens: readonly Token[], at: number): NumberReading[]
  /** Plural and possessive of the folded word that ends a name. */
  inflect(word: string): readonly string[]
  /** Other spellings of a folded word in a name: `2` and `two`. */
  variants(word: string, last: boolean): readonly string[]
}

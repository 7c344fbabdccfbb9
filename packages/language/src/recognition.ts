import type { Source } from './pack/pack.ts'

/** What a text was understood to ask for. */
export interface Recognition {
  readonly text: string
  readonly language: string
  /** One for each thing asked: "turn on the lamp and the fan" has two. A text that is not for the home has one, with a miss. */
  readonly clauses: readonly Clause[]
}

export interface Clause {
  /** The clause as it was said; with shared words filled in: "turn on the fan". */
  readonly text: string
  /** Best first. Empty when nothing fits, and then there is a miss. */
  readonly candidates: readonly Candidate[]
  readonly miss?: Miss
}

/** A slot's value as the intent takes it, and the words that were said for it; empty when none were. */
export interface Slot {
  /** An id for `area` and `floor`, a name of the home for `name`; else what the sentences say. */
  readonly value: unknown
  readonly text: string
}

export interface Candidate {
  /** Home Assistant's name; ours begin with `Tali`. */
  readonly intent: string
  /** Home Assistant's slot names. */
  readonly slots: Readonly<Record<string, Slot>>
  /** Ids of the entities meant. Empty when the intent is about none, or when `choice` must be asked first. */
  readonly targets: readonly string[]
  /** What it is about was said with a word such as "it", for what was spoken of before. */
  readonly referred?: true
  /** Ambiguous: ids of the entities or areas of which one must be chosen. */
  readonly choice?: { readonly slot: 'name' | 'area'; readonly options: readonly string[] }
  /** 0 to 1: how much of what was said is explained, and how well. */
  readonly score: number
  /** How it came to this, for a person. */
  readonly reasons: readonly string[]
  /** Home Assistant's response key: which kind of answer is expected. */
  readonly response?: string
  /** Metadata of the sentences. */
  readonly metadata: Readonly<Record<string, unknown>>
  readonly template: Source & { readonly text: string }
}

export interface Miss {
  /**
   * - `no_match`: no sentence is like this; most likely it is not for the home.
   * - `unknown_pronoun`: understood, but nothing was spoken of before that "it" could be.
   * - `unknown_name`, `unknown_area`: understood but for a name that the home has none of.
   * - `nothing_there`: understood, and there is no such thing, or not there.
   * - `not_supported`: understood, and what is meant cannot do it.
   * - `empty`, `too_long`: nothing to look at, or more than is looked at.
   */
  readonly why:
    | 'no_match'
    | 'unknown_pronoun'
    | 'unknown_name'
    | 'unknown_area'
    | 'nothing_there'
    | 'not_supported'
    | 'empty'
    | 'too_long'
  /** The words that were the trouble. */
  readonly said?: string
  /** Names that are like what was said, the most alike first. */
  readonly nearest: readonly string[]
  /** A few names of what could have been meant, when none is like it. */
  readonly examples?: readonly string[]
}

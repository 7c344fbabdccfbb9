import type { Expression } from '../template/expression.ts'

/** Where something was written. */
export interface Source {
  readonly file: string
  /** From 1. */
  readonly line: number
}

/** Something in a sentence file that cannot be used; the rest of the file is. */
export interface Fault extends Source {
  readonly message: string
}

export interface Template {
  readonly text: string
  readonly expression: Expression
  readonly source: Source
}

export interface ListValue {
  readonly in: Expression
  /** Undefined: the text that was said. */
  readonly out: unknown
  readonly context: Readonly<Record<string, unknown>>
  readonly metadata: Readonly<Record<string, unknown>>
}

/** A number from `from` to `to`, both included. What is said is multiplied by `multiplier`. */
export interface Range {
  readonly from: number
  readonly to: number
  readonly step: number
  readonly fractions: 'none' | 'halves' | 'tenths'
  readonly multiplier: number
  readonly digits: boolean
  readonly words: boolean
}

export type List =
  | { readonly type: 'values'; readonly values: readonly ListValue[] }
  | { readonly type: 'range'; readonly range: Range }
  | { readonly type: 'wildcard' }

/** Sentences of one intent that share slots and conditions. */
export interface Block {
  readonly intent: string
  readonly sentences: readonly Template[]
  readonly slots: Readonly<Record<string, unknown>>
  readonly requiresContext: Readonly<Record<string, unknown>>
  readonly excludesContext: Readonly<Record<string, unknown>>
  readonly requiredKeywords: readonly string[]
  readonly rules: ReadonlyMap<string, Template>
  readonly lists: ReadonlyMap<string, List>
  readonly metadata: Readonly<Record<string, unknown>>
  readonly response: string | undefined
}

/** Sentences of one language, as written. */
export interface LanguagePack {
  readonly language: string
  readonly blocks: readonly Block[]
  readonly rules: ReadonlyMap<string, Template>
  readonly lists: ReadonlyMap<string, List>
  /** Words without meaning that may stand anywhere. */
  readonly skipWords: readonly string[]
  /** What a request may begin and end with: `could you`, `please`. An addition of ours to the format. */
  readonly openings: readonly string[]
  readonly closings: readonly string[]
}

/** A file's path, for messages, and its text. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

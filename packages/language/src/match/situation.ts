import type { Grammar } from '../compile/grammar.ts'
import type { HomeIndex } from '../names/home-index.ts'
import type { NamedEntity } from '../names/name-trie.ts'

/** What a clause is understood with. */
export interface Situation {
  readonly grammar: Grammar
  readonly home: HomeIndex
  /** The tidied text that the words are of. */
  readonly text: string
  readonly area: string | undefined
  /** What "it" and "them" mean; empty when nothing was spoken of. */
  readonly spokenOf: readonly NamedEntity[]
  readonly context: Readonly<Record<string, unknown>>
}

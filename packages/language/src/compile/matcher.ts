import type { ListValue, Range } from '../pack/pack.ts'
import type { Automaton } from './automaton.ts'

/**
 * What a template refers to and the text is searched for at a position: a rule, a list, or the names of the home.
 * A matcher's outcome at a position does not depend on who asks, so a search keeps it (`id` is the key).
 */
export type Matcher = { readonly id: number } & (
  | { readonly kind: 'rule'; readonly automaton: Automaton }
  | { readonly kind: 'values'; readonly automaton: Automaton; readonly values: readonly ListValue[] }
  | { readonly kind: 'range'; readonly range: Range }
  | { readonly kind: 'wildcard' }
  | { readonly kind: 'home'; readonly what: HomeList }
)

/** Lists that the home fills. */
export type HomeList = 'name' | 'area' | 'floor'

/** A place of a template where a matcher is asked, and what becomes of its answer. */
export interface Reference {
  readonly matcher: Matcher
  /** Undefined for a rule: its own slots go up. */
  readonly slot: string | undefined
  readonly capture: boolean
  /** Letters that touch the list's text: `{area}licht`. */
  readonly prefix: string
  readonly suffix: string
}

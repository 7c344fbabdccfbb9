import type { HomeList, Reference } from '../compile/matcher.ts'
import type { NamedEntity } from '../names/name-trie.ts'
import type { ListValue } from '../pack/pack.ts'

/** What a list found at some words. */
export type Captured =
  | { readonly kind: 'value'; readonly value: ListValue }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text' }
  /** `referred`: by a word for what was spoken of before, and then all of them are meant. */
  | { readonly kind: 'name'; readonly entities: readonly NamedEntity[]; readonly referred?: true }
  | { readonly kind: 'area' | 'floor'; readonly ids: readonly string[] }
  /** Words where a name should be, and the home has none of it. */
  | { readonly kind: 'unknown'; readonly what: HomeList }

/** Slots filled so far, newest first. Shared between the readings that begin alike. */
export interface Step {
  readonly before: Step | undefined
  readonly reference: Reference
  readonly captured: Captured
  /** Words that were read, as positions in the clause. */
  readonly from: number
  readonly to: number
}

/** The steps, oldest first. */
export function stepsOf(last: Step | undefined): Step[] {
  const steps: Step[] = []
  for (let step = last; step; step = step.before) steps.push(step)
  return steps.reverse()
}

/** Did both fill the same slots with the same finds, of the same words? */
export function sameSteps(a: Step | undefined, b: Step | undefined): boolean {
  for (; a && b && a !== b; a = a.before, b = b.before)
    if (a.captured !== b.captured || a.reference.slot !== b.reference.slot || a.from !== b.from || a.to !== b.to)
      return false
  return a === b
}

/** `before` with all that `last` filled after it. */
export function appendSteps(before: Step | undefined, last: Step | undefined): Step | undefined {
  if (!before || !last) return last ?? before
  return { ...last, before: appendSteps(before, last.before) }
}

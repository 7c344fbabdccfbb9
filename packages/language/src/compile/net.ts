import type { RuleReference } from '../template/expression.ts'
import type { Matcher } from './matcher.ts'

/** A step through a template, in letters: words appear only when the net is read from gap to gap. */
export type Arc =
  | { readonly kind: 'empty'; readonly to: number }
  | { readonly kind: 'gap'; readonly to: number }
  | { readonly kind: 'piece'; readonly text: string; readonly to: number }
  | {
      readonly kind: 'list'
      readonly matcher: Matcher
      readonly slot: string
      readonly capture: boolean
      readonly to: number
    }
  | { readonly kind: 'rule'; readonly matcher: Matcher; readonly reference: RuleReference; readonly to: number }

/** All templates as one net of states without cycles. States are numbers. */
export class Net {
  readonly #arcs: Arc[][] = []

  /** Number of states; the next one gets this number. */
  get size(): number {
    return this.#arcs.length
  }

  state(): number {
    this.#arcs.push([])
    return this.#arcs.length - 1
  }

  arc(from: number, arc: Arc): number {
    this.#arcs[from]?.push(arc)
    return arc.to
  }

  arcs(state: number): readonly Arc[] {
    return this.#arcs[state] ?? []
  }

  /** Forgets the states from `size` on; no other state may lead there. */
  truncate(size: number): void {
    this.#arcs.length = size
  }

  /** Can one of `ends` be reached from `start` without reading a word? */
  isSkippable(start: number, ends: ReadonlyMap<number, number>): boolean {
    const seen = new Set([start])
    for (const state of seen) {
      if (ends.has(state)) return true
      for (const arc of this.arcs(state)) if (arc.kind === 'empty' || arc.kind === 'gap') seen.add(arc.to)
    }
    return false
  }

  /**
   * References to rules, among the states from `from` on, that touch other letters (`<area>s`): such a rule is part of a
   * word, so it cannot be matched for itself.
   */
  touchingRules(from: number): Set<RuleReference> {
    const after = new Set<number>()
    const before = new Set<number>()
    for (let state = from; state < this.size; state++)
      for (const arc of this.arcs(state))
        if (arc.kind !== 'gap' && arc.kind !== 'empty') {
          after.add(arc.to)
          before.add(state)
        }
    this.#spread(from, after, before)
    const touching = new Set<RuleReference>()
    for (let state = from; state < this.size; state++)
      for (const arc of this.arcs(state))
        if (arc.kind === 'rule' && (after.has(state) || before.has(arc.to))) touching.add(arc.reference)
    return touching
  }

  /** Carries `after` forward and `before` backward over empty arcs until nothing changes. */
  #spread(from: number, after: Set<number>, before: Set<number>): void {
    for (let changed = true; changed;) {
      changed = false
      for (let state = from; state < this.size; state++)
        for (const arc of this.arcs(state)) {
          if (arc.kind !== 'empty') continue
          if (after.has(state) && !after.has(arc.to)) changed = Boolean(after.add(arc.to))
          if (before.has(arc.to) && !before.has(state)) changed = Boolean(before.add(state))
        }
    }
  }
}

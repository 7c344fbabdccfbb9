import type { Reference } from './matcher.ts'
import type { WordReader } from './words.ts'

/** Most states kept; beyond, all are forgotten and made again as they are needed. */
const maxStates = 50_000

/** A step that needs a matcher. */
export interface ReferenceArc {
  readonly reference: Reference
  readonly to: State
}

/**
 * Deterministic in its labels: templates that begin alike share states, so a sentence walks all of them at once. States
 * come into being when a sentence first reaches them, as in RE2's lazy DFA; each stands for a set of word states.
 */
export class StateTable {
  readonly #words: WordReader
  #states = new Map<string, State>()

  constructor(words: WordReader) {
    this.#words = words
  }

  /** The state for a set of word states. */
  state(members: readonly number[]): State {
    if (this.#states.size >= maxStates) this.#states = new Map()
    const sorted = members.length > 1 ? [...new Set(members)].sort((a, b) => a - b) : members
    return this.#states.getOrInsertComputed(sorted.join(), () => this.#make(sorted))
  }

  #make(members: readonly number[]): State {
    const words = new Map<number, number[]>()
    const references = new Map<Reference, number[]>()
    const ends: number[] = []
    for (const member of members) {
      const from = this.#words.at(member)
      for (const { word, to } of from.words) words.getOrInsertComputed(word, () => []).push(to)
      for (const { reference, to } of from.references) references.getOrInsertComputed(reference, () => []).push(to)
      if (from.end !== undefined) ends.push(from.end)
    }
    return new State(this, words, references, ends)
  }
}

export class State {
  readonly #table: StateTable
  readonly #words: Map<number, State | number[]>
  readonly #references: Map<Reference, number[]>
  readonly #arcs = new Map<number, readonly ReferenceArc[]>()
  /** What is complete here: numbers of templates or list values. */
  readonly ends: readonly number[]

  constructor(
    table: StateTable,
    words: Map<number, number[]>,
    references: Map<Reference, number[]>,
    ends: readonly number[],
  ) {
    this.#table = table
    this.#words = words
    this.#references = references
    this.ends = ends
  }

  /** Where a word leads; undefined when no template goes on with it. */
  next(word: number): State | undefined {
    const to = this.#words.get(word)
    if (to === undefined || to instanceof State) return to
    const state = this.#table.state(to)
    this.#words.set(word, state)
    return state
  }

  /** The references that may begin with a word; -1 is any word of no template. */
  references(word: number): readonly ReferenceArc[] {
    const known = this.#arcs.get(word)
    if (known) return known
    const arcs: ReferenceArc[] = []
    for (const [reference, to] of this.#references)
      if (mayBegin(reference, word)) arcs.push({ reference, to: this.#table.state(to) })
    this.#arcs.set(word, arcs)
    return arcs
  }

  /** May a text that begins with a word go on from here? */
  mayBegin(word: number): boolean {
    if (this.#words.has(word)) return true
    return this.references(word).length > 0
  }
}

/** A rule, a list of values, or all templates: where a search of it begins. */
export class Automaton {
  readonly #table: StateTable
  readonly #members: readonly number[]
  #start: State | undefined

  constructor(table: StateTable, members: readonly number[]) {
    this.#table = table
    this.#members = members
  }

  get start(): State {
    return (this.#start ??= this.#table.state(this.#members))
  }
}

function mayBegin({ matcher, prefix, suffix }: Reference, word: number): boolean {
  if (prefix !== '' || suffix !== '') return true
  if (matcher.kind !== 'rule' && matcher.kind !== 'values') return true
  return matcher.automaton.start.mayBegin(word)
}

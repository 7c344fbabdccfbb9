import type { Automaton, ReferenceArc, State } from '../compile/automaton.ts'
import type { Grammar } from '../compile/grammar.ts'
import type { HomeList, Matcher, Reference } from '../compile/matcher.ts'
import { phraseEnds } from '../compile/phrases.ts'
import type { HomeIndex } from '../names/home-index.ts'
import type { NamedEntity, NameMatch } from '../names/name-trie.ts'
import { appendSteps, sameSteps, type Captured, type Step } from './captured.ts'
import { readRange } from './range.ts'
import type { Word } from './word.ts'

/** One way to read words: up to where, how good, and which slots it fills. */
export interface Reading {
  readonly end: number
  /** What is complete there: the number of a template or list value. */
  readonly number: number
  /** Sum over the words read; a word of a template or an entity's name counts 1. */
  readonly weight: number
  /** What a list found; undefined of a template or rule, whose slots are in its steps. */
  readonly captured: Captured | undefined
  readonly steps: Step | undefined
  /** A name that the home has none of is among them. */
  readonly unknown: boolean
}

/** How much a word counts, by what read it. A name of the home beats a kind, and anything beats a wildcard. */
const weights = {
  word: 1,
  name: 1.01,
  pronoun: 1.02,
  shortName: 0.95,
  place: 0.99,
  value: 0.99,
  number: 0.99,
  skipped: 0.97,
  text: 0.6,
  unknown: 0.2,
  part: 0.98,
}

/** Most steps of one search; a sentence takes some hundred. */
const maxSteps = 60_000
/** Most readings kept of one state at one position, and most positions of anything in one column. */
const maxReadings = 16
const maxColumn = 400
/** Longest name that is looked for where the home has none. */
const maxUnknown = 4
/** Most words of a list's text that touches other letters. */
const maxTouching = 4

interface Item {
  readonly state: State
  weight: number
  readonly steps: Step | undefined
  readonly unknown: boolean
}

type Columns = (Item[] | undefined)[]

/**
 * Searches a clause for all readings of all templates: column by column, each state once for each set of slots. What
 * rules and lists find at a position is kept, so time goes with the length of the clause. Used once.
 */
export class Search {
  readonly #grammar: Grammar
  readonly #words: readonly Word[]
  readonly #home: HomeIndex
  readonly #unknown: boolean
  readonly #spokenOf: readonly NamedEntity[]
  readonly #found = new Map<number, readonly Reading[]>()
  readonly #names: (readonly NameMatch[] | undefined)[] = []
  readonly #skips: readonly (readonly number[])[]
  #steps = 0

  /** `unknown`: a few words may stand where a name of the home should be. `spokenOf`: what a pronoun stands for. */
  constructor(
    grammar: Grammar,
    words: readonly Word[],
    home: HomeIndex,
    { unknown = false, spokenOf = [] }: { unknown?: boolean; spokenOf?: readonly NamedEntity[] } = {},
  ) {
    this.#grammar = grammar
    this.#words = words
    this.#home = home
    this.#unknown = unknown
    this.#spokenOf = spokenOf
    this.#skips = words.map((_, at) => phraseEnds(grammar.skipWords, words, at))
  }

  /** The search was given up: too many ways to read the clause. */
  get exhausted(): boolean {
    return this.#steps > maxSteps
  }

  /** Readings of the whole clause, politeness at its beginning and end aside. */
  readings(): Reading[] {
    const columns: Columns = []
    const { automaton } = this.#grammar
    for (const [at, weight] of this.#starts()) push(columns, at, automaton.start, weight, undefined, false)
    const stops = this.#stops()
    return this.#run(columns, 0, -1).filter((reading) => stops.has(reading.end))
  }

  /** Positions where the request itself may begin, and the weight of what stands before. */
  #starts(): Map<number, number> {
    const starts = new Map([[0, 0]])
    for (const [at, weight] of starts)
      for (const end of phraseEnds(this.#grammar.openings, this.#words, at))
        if (!starts.has(end)) starts.set(end, weight + (end - at) * weights.skipped)
    return starts
  }

  /** Positions where the request itself may end. */
  #stops(): Set<number> {
    const stops = new Set([this.#words.length])
    for (let at = this.#words.length - 1; at > 0; at--)
      if (phraseEnds(this.#grammar.closings, this.#words, at).some((end) => stops.has(end))) stops.add(at)
    return stops
  }

  /** Walks the columns from `first` on. Words without meaning are stepped over only behind `noSkip`. */
  #run(columns: Columns, first: number, noSkip: number): Reading[] {
    const words = this.#words
    const readings: Reading[] = []
    for (let at = first; at <= words.length; at++) {
      const column = columns[at]
      if (!column) continue
      const word = words[at]
      const skips = at > noSkip ? (this.#skips[at] ?? none) : none
      for (const item of column) {
        const { state, weight, steps, unknown } = item
        if (at > first)
          for (const number of state.ends)
            readings.push({ end: at, number, weight, captured: undefined, steps, unknown })
        if (!word || ++this.#steps > maxSteps) continue
        const next = state.next(word.id)
        if (next) push(columns, at + 1, next, weight + (word.part ? weights.part : weights.word), steps, unknown)
        for (const arc of state.references(word.id)) this.#follow(columns, at, item, arc)
        for (const end of skips) push(columns, end, state, weight + (end - at) * weights.skipped, steps, unknown)
      }
    }
    return readings
  }

  #follow(columns: Columns, at: number, item: Item, { reference, to }: ReferenceArc): void {
    const touching = reference.prefix !== '' || reference.suffix !== ''
    const found = touching ? this.#touching(reference, at) : this.#find(reference.matcher, at)
    this.#steps += found.length
    for (const { end, weight, captured, steps: inner, unknown } of found) {
      if (unknown && item.unknown) continue
      const before = appendSteps(item.steps, inner)
      const steps =
        captured && reference.slot !== undefined ? { before, reference, captured, from: at, to: end } : before
      push(columns, end, to, item.weight + weight, steps, unknown || item.unknown)
    }
  }

  #find(matcher: Matcher, at: number): readonly Reading[] {
    const key = matcher.id * (this.#words.length + 1) + at
    const known = this.#found.get(key)
    if (known) return known
    const found = this.#ask(matcher, at)
    this.#found.set(key, found)
    return found
  }

  #ask(matcher: Matcher, at: number): readonly Reading[] {
    switch (matcher.kind) {
      case 'rule':
        return this.#inner(matcher.automaton, at)
      case 'values':
        return this.#inner(matcher.automaton, at).flatMap((reading) => {
          const value = matcher.values[reading.number]
          return value
            ? [{ ...reading, weight: reading.weight * weights.value, captured: { kind: 'value' as const, value } }]
            : []
        })
      case 'range':
        return readRange(matcher.range, this.#grammar.rules, this.#words, at).map(({ end, value }) =>
          found(end, (end - at) * weights.number, { kind: 'number', value }),
        )
      case 'wildcard':
        return spans(at, this.#words.length, weights.text, { kind: 'text' })
      case 'home':
        return this.#bearers(matcher.what, at)
    }
  }

  #inner(automaton: Automaton, at: number): Reading[] {
    const columns: Columns = []
    push(columns, at, automaton.start, 0, undefined, false)
    return this.#run(columns, at, at)
  }

  #bearers(what: HomeList, at: number): readonly Reading[] {
    const readings: Reading[] = []
    const matches = (this.#names[at] ??= this.#home.match(this.#words, at))
    for (const { end, bearers } of matches) {
      if (bearers[what].length === 0) continue
      if (what !== 'name') readings.push(found(end, (end - at) * weights.place, { kind: what, ids: bearers[what] }))
      else {
        const weight = bearers.name.some((named) => named.exact) ? weights.name : weights.shortName
        readings.push(found(end, (end - at) * weight, { kind: 'name', entities: bearers.name }))
      }
    }
    if (what === 'name' && this.#spokenOf.length > 0 && this.#isPronoun(at))
      readings.push(found(at + 1, weights.pronoun, { kind: 'name', entities: this.#spokenOf, referred: true }))
    // What begins with a name of the home is not unknown to it.
    if (!this.#unknown || matches.length > 0 || !this.#mayBeUnknown(at)) return readings
    return spans(at, this.#unknownReach(at), weights.unknown, { kind: 'unknown', what }).map((span) => ({
      ...span,
      unknown: true,
    }))
  }

  /** A number, or a word of the sentences themselves ("not", "why"), begins no unknown name. */
  #mayBeUnknown(at: number): boolean {
    const word = this.#words[at]
    if (word === undefined || word.id >= 0 || this.#isPronoun(at)) return false
    return this.#grammar.rules.readNumber(this.#words, at).length === 0
  }

  #isPronoun(at: number): boolean {
    return this.#grammar.rules.pronouns.has(this.#words[at]?.word ?? '')
  }

  /** How far an unknown name may go: it holds no negation and nothing that may stand anywhere. */
  #unknownReach(at: number): number {
    const last = Math.min(this.#words.length, at + maxUnknown)
    for (let end = at; end < last; end++)
      if (this.#skips[end]?.length || this.#grammar.rules.negations.has(this.#words[end]?.word ?? '')) return end
    return last
  }

  /** A list that touches other letters: searched for in its words without them. */
  #touching({ matcher, prefix, suffix }: Reference, at: number): Reading[] {
    const first = this.#words[at]
    if (!first?.word.startsWith(prefix) || first.word.length === prefix.length) return []
    const readings: Reading[] = []
    for (let last = at; last < Math.min(this.#words.length, at + maxTouching); last++) {
      const bare = strip(strip(this.#words.slice(at, last + 1), 0, prefix, ''), -1, '', suffix)
      if (!bare) continue
      const words = bare.map((word) => ({ ...word, id: this.#grammar.wordId(word.word) }))
      const search = new Search(this.#grammar, words, this.#home)
      const whole = search.#find(matcher, 0).find((reading) => reading.end === words.length)
      if (whole) readings.push({ ...whole, end: last + 1 })
    }
    return readings
  }
}

/** Adds to a column what is new there, or better than what it has. */
function push(
  columns: Columns,
  at: number,
  state: State,
  weight: number,
  steps: Step | undefined,
  unknown: boolean,
): void {
  const column = (columns[at] ??= [])
  let same = 0
  for (const item of column) {
    if (item.state !== state) continue
    if (sameSteps(item.steps, steps)) {
      if (weight > item.weight) item.weight = weight
      return
    }
    same++
  }
  if (same < maxReadings && column.length < maxColumn) column.push({ state, weight, steps, unknown })
}

function found(end: number, weight: number, captured: Captured): Reading {
  return { end, number: 0, weight, captured, steps: undefined, unknown: false }
}

/** Any row of words from `at` to at most `last`. */
function spans(at: number, last: number, weight: number, captured: Captured): Reading[] {
  return Array.from({ length: last - at }, (_, index) => found(at + index + 1, (index + 1) * weight, captured))
}

/** The words, with one of them shorter; undefined when it does not begin or end so, or nothing is left of it. */
function strip(words: readonly Word[] | undefined, at: number, prefix: string, suffix: string): Word[] | undefined {
  const word = words?.at(at)
  if (!words || !word || !word.word.startsWith(prefix) || !word.word.endsWith(suffix)) return undefined
  const rest = word.word.slice(prefix.length, word.word.length - suffix.length)
  return rest === '' ? undefined : words.with(at, { ...word, word: rest })
}

const none: readonly never[] = []

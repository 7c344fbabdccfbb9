import { CompileError } from './compile-error.ts'
import type { Reference } from './matcher.ts'
import type { Arc, Net } from './net.ts'

/** Most ways through one word of a template: `(a|b)(c|d)` has four. */
const maxSpellings = 4_000

/** A state between two words: which words and references lead on. */
export interface WordState {
  readonly words: readonly { readonly word: number; readonly to: number }[]
  readonly references: readonly { readonly reference: Reference; readonly to: number }[]
  /** What is complete here: the number of a template or list value. */
  readonly end: number | undefined
}

type ListArc = Extract<Arc, { kind: 'list' }>

/** Reads the net from gap to gap, so that it is a net of words. What was read is kept. */
export class WordReader {
  readonly #net: Net
  readonly #ends: ReadonlyMap<number, number>
  readonly #vocabulary = new Map<string, number>()
  readonly #references = new Map<string, Reference>()
  readonly #states: (WordState | undefined)[] = []

  /** `ends`: states at which a template, rule or list value is complete, and its number. */
  constructor(net: Net, ends: ReadonlyMap<number, number>) {
    this.#net = net
    this.#ends = ends
  }

  /** Number of a word that occurs in a template; -1 of any other. */
  wordId(word: string): number {
    return this.#vocabulary.get(word) ?? -1
  }

  /** @throws CompileError when a word has too many spellings, or two lists */
  at(state: number): WordState {
    return (this.#states[state] ??= this.#read(state))
  }

  /** Reads everything that can be reached from `start`, so that faults show now. */
  readAll(start: number): void {
    const seen = new Set([start])
    for (const state of seen) {
      const { words, references } = this.at(state)
      for (const { to } of words) seen.add(to)
      for (const { to } of references) seen.add(to)
    }
  }

  /** Forgets what was read of the states from `size` on. */
  truncate(size: number): void {
    if (this.#states.length > size) this.#states.length = size
  }

  /** Gives a word its number; all words of a language have theirs before a sentence is looked at. */
  learn(word: string): number {
    return this.#vocabulary.getOrInsertComputed(word, () => this.#vocabulary.size)
  }

  #read(start: number): WordState {
    const words: { word: number; to: number }[] = []
    const references: { reference: Reference; to: number }[] = []
    let end: number | undefined
    let spellings = 0
    const emit = (prefix: string, list: ListArc | undefined, suffix: string, to: number) => {
      if (list) addOnce(references, 'reference', { reference: this.#reference(list, prefix, suffix), to })
      else addOnce(words, 'word', { word: this.learn(prefix), to })
    }
    const visit = (state: number, prefix: string, list: ListArc | undefined, suffix: string) => {
      if (++spellings > maxSpellings) throw new CompileError('one word of it has too many spellings')
      const empty = prefix === '' && list === undefined
      const number = this.#ends.get(state)
      if (number !== undefined)
        if (empty) end = number
        else emit(prefix, list, suffix, state)
      for (const arc of this.#net.arcs(state))
        switch (arc.kind) {
          case 'empty':
            visit(arc.to, prefix, list, suffix)
            break
          case 'gap':
            if (empty) visit(arc.to, '', undefined, '')
            else emit(prefix, list, suffix, arc.to)
            break
          case 'piece':
            if (list) visit(arc.to, prefix, list, suffix + arc.text)
            else visit(arc.to, prefix + arc.text, undefined, '')
            break
          case 'list':
            if (list) throw new CompileError('two lists in one word')
            visit(arc.to, prefix, arc, '')
            break
          case 'rule':
            if (empty) addOnce(references, 'reference', { reference: this.#reference(arc, '', ''), to: arc.to })
        }
    }
    visit(start, '', undefined, '')
    return { words, references, end }
  }

  #reference(arc: Extract<Arc, { kind: 'list' | 'rule' }>, prefix: string, suffix: string): Reference {
    const [slot, capture] = arc.kind === 'list' ? [arc.slot, arc.capture] : [undefined, false]
    const key = `${arc.matcher.id}|${slot ?? ''}|${capture}|${prefix}|${suffix}`
    return this.#references.getOrInsertComputed(key, () => ({ matcher: arc.matcher, slot, capture, prefix, suffix }))
  }
}

function addOnce<K extends string, T extends Record<K, unknown> & { to: number }>(list: T[], key: K, item: T): void {
  if (!list.some((other) => other[key] === item[key] && other.to === item.to)) list.push(item)
}

import type { LanguageRules } from '../languages/language.ts'
import type { Block, Fault, LanguagePack, Template } from '../pack/pack.ts'
import { Automaton, StateTable } from './automaton.ts'
import { CompileError } from './compile-error.ts'
import { Net } from './net.ts'
import { NetBuilder } from './net-builder.ts'
import { phrasesOf, type Phrases } from './phrases.ts'
import { WordReader } from './words.ts'

/** A template that can be recognised, with the block it stands in. */
export interface Sentence {
  readonly block: Block
  readonly template: Template
  /** Folded words of which one must be said; empty when there is no such condition. */
  readonly keywords: ReadonlySet<string>
}

/** The sentences of a language, ready to be searched. */
export interface Grammar {
  readonly rules: LanguageRules
  /** All templates at once; a template's number is its place in `sentences`. */
  readonly automaton: Automaton
  readonly sentences: readonly Sentence[]
  readonly skipWords: Phrases
  readonly openings: Phrases
  readonly closings: Phrases
  /** Templates that were left out, and why. */
  readonly faults: readonly Fault[]
  wordId(word: string): number
}

/** Compiles a language's pack once; a faulty template is reported and left out. */
export function compileGrammar(pack: LanguagePack, rules: LanguageRules): Grammar {
  const net = new Net()
  const ends = new Map<number, number>()
  const words = new WordReader(net, ends)
  const states = new StateTable(words)
  const builder = new NetBuilder({ pack, rules, net, ends, words, states })
  const sentences: Sentence[] = []
  const starts: number[] = []
  const faults: Fault[] = []
  for (const block of pack.blocks) {
    const scope = builder.scope(block)
    const keywords = new Set(block.requiredKeywords.flatMap((word) => builder.fold(word)))
    for (const template of block.sentences) {
      const start = attempt(template, faults, () => builder.template(template.expression, scope, sentences.length))
      if (start === undefined) continue
      starts.push(start)
      sentences.push({ block, template, keywords })
    }
  }
  return {
    rules,
    automaton: new Automaton(states, starts),
    sentences,
    skipWords: phrasesOf(pack.skipWords, rules),
    openings: phrasesOf(pack.openings, rules),
    closings: phrasesOf(pack.closings, rules),
    faults,
    wordId: (word) => words.wordId(word),
  }
}

function attempt(template: Template, faults: Fault[], compile: () => number): number | undefined {
  try {
    return compile()
  } catch (error) {
    if (!(error instanceof CompileError)) throw error
    faults.push({ ...template.source, message: `template "${template.text}": ${error.message}` })
    return undefined
  }
}

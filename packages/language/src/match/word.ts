import type { Grammar } from '../compile/grammar.ts'
import type { Token } from '../normalise/tokens.ts'

/** A token with its number in the grammar's vocabulary; -1 for a word of no template. */
export interface Word extends Token {
  readonly id: number
  /** Its place in the text. */
  readonly index: number
  /** One half of a compound that we took apart. */
  readonly part?: true
}

export function toWords(tokens: readonly Token[], grammar: Grammar): Word[] {
  return tokens.map((token, index) => ({ ...token, id: grammar.wordId(token.word), index }))
}

/** The words as they were said; words that were not said in one go are put together. */
export function saidAs(words: readonly Word[], text: string): string {
  const runs: { start: number; end: number; index: number }[] = []
  for (const { start, end, index } of words) {
    const last = runs.at(-1)
    if (last && (last.index === index || last.index + 1 === index)) {
      last.end = Math.max(last.end, end)
      last.index = index
    } else runs.push({ start, end, index })
  }
  return runs.map(({ start, end }) => text.slice(start, end)).join(' ')
}

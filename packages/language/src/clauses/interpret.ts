import type { Situation } from '../match/situation.ts'
import type { Word } from '../match/word.ts'
import { complete } from './complete.ts'
import { cutApart, type Span } from './cuts.ts'
import { interpretation, isUnderstood, type Interpretation } from './interpretation.ts'

/** Most clauses of one text. */
export const maxClauses = 8

/**
 * Splits a text into clauses and understands each: the whole first, since "salt and pepper" is one thing; then the
 * longest parts that can be understood; then parts that share words with a neighbour ("turn on the lamp and the fan").
 * Undefined when there are more clauses than are looked at.
 */
export function interpret(words: readonly Word[], situation: Situation): readonly Interpretation[] | undefined {
  const whole = interpretation(words, situation)
  const pieces = cutApart(words, situation)
  if (pieces.length < 2 || isClean(whole, pieces, words)) return [whole]
  if (pieces.length > maxClauses) return undefined
  const parts = joinLongest(words, pieces, situation)
  if (isUnderstood(whole) && !parts.every(isUnderstood)) return [whole]
  const clauses = complete(parts, situation)
  // What does not begin with a request is talk, whatever it goes on with.
  const [first] = clauses
  return first && (isUnderstood(first) || first.understanding.miss !== 'no_match') ? clauses : [whole]
}

/** Understood, and no wildcard of it swallowed a place where the text can be cut. */
function isClean({ understanding }: Interpretation, pieces: readonly Span[], words: readonly Word[]): boolean {
  const [best] = understanding.candidates
  if (!best) return false
  const swallowed = understanding.spans.get(best)?.wildcards ?? []
  const starts = pieces.slice(1).map(([from]) => words[from]?.index ?? 0)
  return !swallowed.some(([first, last]) => starts.some((start) => first < start && start <= last))
}

/** From the left, the longest row of pieces that is understood as one; a piece that is not stays alone. */
function joinLongest(words: readonly Word[], pieces: readonly Span[], situation: Situation): Interpretation[] {
  const parts: Interpretation[] = []
  for (let at = 0; at < pieces.length;) {
    const row = longestRow(words, pieces.slice(at), situation, at === 0)
    parts.push(row.part)
    at += row.taken
  }
  return parts
}

function longestRow(
  words: readonly Word[],
  pieces: readonly Span[],
  situation: Situation,
  isAll: boolean,
): { part: Interpretation; taken: number } {
  const from = pieces[0]?.[0] ?? 0
  const single = { part: interpretation(words.slice(from, pieces[0]?.[1]), situation), taken: 1 }
  let swallowing: { part: Interpretation; taken: number } | undefined
  for (let taken = isAll ? pieces.length - 1 : pieces.length; taken > 1; taken--) {
    const part = interpretation(words.slice(from, pieces[taken - 1]?.[1]), situation)
    if (isClean(part, pieces.slice(0, taken), words)) return { part, taken }
    if (isUnderstood(part)) swallowing ??= { part, taken }
  }
  return isUnderstood(single.part) ? single : (swallowing ?? single)
}

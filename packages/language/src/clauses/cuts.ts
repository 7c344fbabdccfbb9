import type { Situation } from '../match/situation.ts'
import type { Word } from '../match/word.ts'

/** A row of words: from, and up to but not including. */
export type Span = readonly [from: number, to: number]

/** Most words of a name that a cut could go through. */
const reach = 8

/**
 * Where a text can be taken apart: at commas, full stops and words such as `and then`, though never inside a name of the
 * home. The joining words themselves belong to no piece.
 */
export function cutApart(words: readonly Word[], { grammar, home }: Situation): Span[] {
  const pieces: Span[] = []
  let from = 0
  for (let at = 0; at < words.length;) {
    const joiner = grammar.rules.joiners.find((phrase) =>
      phrase.every((part, index) => words[at + index]?.word === part),
    )
    if ((!joiner && !words[at]?.pause) || isInsideName(words, at, home)) {
      at++
      continue
    }
    if (at > from) pieces.push([from, at])
    from = at + (joiner?.length ?? 0)
    at = Math.max(from, at + 1)
  }
  if (words.length > from) pieces.push([from, words.length])
  return pieces
}

function isInsideName(words: readonly Word[], at: number, home: Situation['home']): boolean {
  for (let start = Math.max(0, at - reach); start < at; start++)
    if (home.match(words, start).some(({ end, bearers }) => end > at && bearers.name.length > 0)) return true
  return false
}

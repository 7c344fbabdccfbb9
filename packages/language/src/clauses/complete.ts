import type { Situation } from '../match/situation.ts'
import type { Word } from '../match/word.ts'
import { intentOf, interpretation, isUnderstood, type Interpretation } from './interpretation.ts'

/** Most words of the last part that the first may borrow, and most words in front of a slot that go with it (`in the`). */
const maxTail = 4
const maxLead = 2
/** Most attempts for one text. */
const maxAttempts = 40
/** Longest piece that a wildcard may swallow after borrowing: "add milk to the list and eggs". */
const maxWildcardWords = 2

/**
 * Parts that are not understood borrow what they share with a neighbour: "turn on the lamp and *the fan*", "set the desk
 * lamp to 50 % and *the hall light*", "mach *die Lampe* und den Ventilator aus".
 */
export function complete(parts: readonly Interpretation[], situation: Situation): readonly Interpretation[] {
  const borrower = new Borrower(situation)
  const [first] = parts
  if (first && !isUnderstood(first)) return borrower.fromTheEnd(parts) ?? parts
  const done: Interpretation[] = []
  for (const part of parts) {
    const before = done.at(-1)
    const borrowed =
      !isUnderstood(part) && before && isUnderstood(before) ? borrower.fromBefore(part, before) : undefined
    done.push(borrowed ?? part)
  }
  return done
}

/** Tries what parts could mean with words of their neighbours; a number of times at most. */
class Borrower {
  readonly #situation: Situation
  #attempts = 0

  constructor(situation: Situation) {
    this.#situation = situation
  }

  /** The first part wants the words that end the last one, and then all parts must ask for the same. */
  fromTheEnd(parts: readonly Interpretation[]): Interpretation[] | undefined {
    const [first, ...others] = parts
    const lender = others.at(-1)
    if (!first || !lender) return undefined
    for (let count = 1; count <= Math.min(maxTail, lender.words.length - 1); count++) {
      const completed = this.#attempt([...first.words, ...lender.words.slice(-count)], first, undefined)
      if (!completed) continue
      const rest = others.map((part) =>
        intentOf(part) === intentOf(completed) ? part : this.fromBefore(part, completed),
      )
      if (rest.every((part) => part !== undefined)) return [completed, ...rest]
    }
    return undefined
  }

  /** The part stands in the place of what the sentence before was about: of most of it first. */
  fromBefore(part: Interpretation, before: Interpretation): Interpretation | undefined {
    if (this.#excepts(before)) return undefined
    for (const [from, to] of placesIn(before))
      for (let lead = 0; lead <= Math.min(maxLead, from); lead++) {
        const words = [...before.words.slice(0, from - lead), ...part.words, ...before.words.slice(to)]
        const completed = this.#attempt(words, part, intentOf(before))
        if (completed) return completed
      }
    return undefined
  }

  #attempt(words: readonly Word[], part: Interpretation, intent: string | undefined): Interpretation | undefined {
    if (++this.#attempts > maxAttempts) return undefined
    const completed = interpretation(words.map(unpaused), this.#situation)
    const [best] = completed.understanding.candidates
    if (!best || (intent !== undefined && best.intent !== intent)) return undefined
    const swallows = (completed.understanding.spans.get(best)?.wildcards.length ?? 0) > 0
    return swallows && part.words.length > maxWildcardWords ? undefined : completed
  }

  /** After "all lights except the hall lamp", the next thing may be an exception too. */
  #excepts({ words }: Interpretation): boolean {
    return words.some((word) => this.#situation.grammar.rules.exceptions.has(word.word))
  }
}

/** Rows of words that another thing can stand for: slots about targets, the longest row first; then up to the end. */
function placesIn({ words, understanding }: Interpretation): [from: number, to: number][] {
  const [best] = understanding.candidates
  const spans = best ? understanding.spans.get(best) : undefined
  const slots = [...(spans?.targets ?? []), ...(spans?.wildcards ?? [])].flatMap(
    ([first, last]): [number, number][] => {
      const from = words.findIndex((word) => word.index === first)
      const to = words.findLastIndex((word) => word.index === last) + 1
      return from >= 0 && to > from ? [[from, to]] : []
    },
  )
  const starts = [...new Set(slots.map(([from]) => from))]
  const ends = new Set(slots.map(([, to]) => to))
  const within = starts.flatMap((from) => [...ends].filter((to) => to > from).map((to): [number, number] => [from, to]))
  within.sort(([a, b], [c, d]) => d - c - (b - a))
  return [...within, ...starts.map((from): [number, number] => [from, words.length]).filter(([, to]) => !ends.has(to))]
}

function unpaused(word: Word): Word {
  return word.pause ? { ...word, pause: false } : word
}

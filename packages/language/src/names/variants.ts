import type { EntityDescription } from '../home.ts'
import type { LanguageRules } from '../languages/language.ts'
import { foldPlainly } from '../normalise/fold.ts'
import { tidy, tokenise } from '../normalise/tokens.ts'

/** Longest name that is indexed, in words; and most spellings of one name. */
const maxWords = 12
const maxSpellings = 40

/** The words of a name. */
export function nameWords(name: string, rules: LanguageRules): string[] {
  return tokenise(tidy(name), rules)
    .slice(0, maxWords)
    .map((token) => token.word)
}

/**
 * Other ways of saying the same name: without its article, umlauts spelled plainly, numbers as words, two words as one,
 * possessive, and whatever inflection the language adds.
 */
export function spellings(name: string, rules: LanguageRules): string[][] {
  const words = nameWords(name, rules)
  if (words.length === 0) return []
  const found = new Map<string, string[]>()
  const add = (spelling: string[]) => {
    if (spelling.length > 0 && found.size < maxSpellings) found.set(spelling.join(' '), spelling)
  }
  add(words)
  add(nameWords(foldPlainly(tidy(name)), rules))
  const [first = '', ...rest] = words
  if (rules.articles.has(first)) add(rest)
  for (const spelling of Array.from(found.values())) {
    spelling.forEach((word, index) => {
      for (const other of rules.variants(word, index === spelling.length - 1)) add(spelling.with(index, other))
    })
  }
  for (const spelling of Array.from(found.values())) {
    for (let at = 0; at + 1 < spelling.length; at++)
      add([...spelling.slice(0, at), `${spelling[at] ?? ''}${spelling[at + 1] ?? ''}`, ...spelling.slice(at + 2)])
    for (const other of inflected(spelling, rules)) add(other)
  }
  return [...found.values()]
}

/**
 * What people say for short, seeing where the thing stands and what it is: "Kitchen Ceiling Light" is the ceiling light
 * of the kitchen, "Front Door Lock" is locked as the front door, "Left Bedside Lamp" is one of the bedside lamps. Never a kind alone: "light" means any light.
 */
export function shortNames(
  name: string,
  entity: EntityDescription,
  areaNames: readonly string[],
  rules: LanguageRules,
): string[][] {
  const words = nameWords(name, rules)
  const droppable = rules.droppable.get(entity.domain)
  const found: string[][] = []
  const bare = withoutEnds(words, (word) => droppable?.has(word) ?? false)
  if (bare.length < words.length) found.push(bare)
  const either = withoutEnds(words, (word) => rules.sides.has(word))
  if (either.length > 0 && either.length < words.length) found.push(either)
  for (const area of areaNames) {
    const place = nameWords(area, rules)
    for (const spelling of [words, bare]) {
      const rest = without(spelling, place)
      if (rest) found.push(rest)
    }
  }
  return found
    .filter((short) => short.length > 0 && !short.every((word) => rules.kinds.has(word)))
    .flatMap((short) => [short, ...inflected(short, rules)])
}

/** As in "Tom's", "both bedside lamps", "beide Nachttischlampen". */
function inflected(words: readonly string[], rules: LanguageRules): string[][] {
  const last = words.at(-1) ?? ''
  return rules.inflect(last).map((word) => [...words.slice(0, -1), word])
}

function withoutEnds(words: readonly string[], drop: (word: string) => boolean): string[] {
  let [from, to] = [0, words.length]
  while (from < to && drop(words[from] ?? '')) from++
  while (to > from && drop(words[to - 1] ?? '')) to--
  return words.slice(from, to)
}

/** The words without a place's at their beginning or end; undefined when it is not there. */
function without(words: readonly string[], place: readonly string[]): string[] | undefined {
  if (place.length === 0 || place.length >= words.length) return undefined
  if (place.every((word, index) => words[index] === word)) return words.slice(place.length)
  const start = words.length - place.length
  return place.every((word, index) => words[start + index] === word) ? words.slice(0, start) : undefined
}

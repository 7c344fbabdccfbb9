import type { Grammar } from '../compile/grammar.ts'
import type { HomeIndex } from '../names/home-index.ts'
import type { Word } from './word.ts'

/** Shortest part of a compound, in letters. */
const shortest = 3

/**
 * The words with compounds taken apart that begin with an area of the home and end with a word of the sentences or a
 * name: `Küchenlicht`, `Wohnzimmerlampe`, `Badezimmerspiegellicht`; and what ends like `Nudeltimer`. Undefined when there is none.
 */
export function splitCompounds(words: readonly Word[], grammar: Grammar, home: HomeIndex): Word[] | undefined {
  let found = false
  const split = words.flatMap((word) => {
    const parts = word.id < 0 && word.word.length >= 2 * shortest ? partsOf(word, grammar, home) : undefined
    found ||= parts !== undefined
    return parts ?? [word]
  })
  return found ? split : undefined
}

function partsOf(word: Word, grammar: Grammar, home: HomeIndex): Word[] | undefined {
  for (let at = word.word.length - shortest; at >= shortest; at--) {
    const tail = word.word.slice(at)
    const id = grammar.wordId(tail)
    if (id < 0 && !home.isName('name', tail)) continue
    const head = areaOf(word.word.slice(0, at), grammar, home)
    if (head === undefined && grammar.rules.heads.has(tail)) return named(word, tail, grammar)
    if (head === undefined) continue
    return [
      { ...word, word: head, id: grammar.wordId(head), part: true },
      { ...word, word: tail, id, pause: false, part: true },
    ]
  }
  return undefined
}

/** `Nudeltimer`: what stands before is a name, as it was said. */
function named(word: Word, tail: string, grammar: Grammar): Word[] {
  const between = word.end - tail.length
  const head = word.word.slice(0, -tail.length)
  return [
    { ...word, word: head, id: grammar.wordId(head), end: between, part: true },
    { ...word, word: tail, id: grammar.wordId(tail), start: between, pause: false, part: true },
  ]
}

function areaOf(head: string, grammar: Grammar, home: HomeIndex): string | undefined {
  for (const link of grammar.rules.links) {
    const area = head.endsWith(link) ? head.slice(0, head.length - link.length) : ''
    if (area.length >= shortest - 1 && home.isName('area', area)) return area
  }
  return undefined
}

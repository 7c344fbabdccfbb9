import type { NumberReading } from '../languages/language.ts'
import type { Token } from './tokens.ts'

const digits = /^-?\d+(?:\.\d+)?$/
const fractions: ReadonlyMap<string, number> = new Map([
  ['½', 0.5],
  ['¼', 0.25],
  ['¾', 0.75],
])

/** A number in digits at `at`, with a fraction sign behind it or alone: `21`, `21.5`, `21½`, `½`. */
export function readDigits(tokens: readonly Token[], at: number): NumberReading[] {
  const word = tokens[at]?.word ?? ''
  const alone = fractions.get(word)
  if (alone !== undefined) return [{ end: at + 1, value: alone }]
  if (!digits.test(word)) return []
  const value = Number(word)
  const fraction = fractions.get(tokens[at + 1]?.word ?? '')
  return fraction === undefined
    ? [{ end: at + 1, value }]
    : [
        { end: at + 2, value: value + fraction },
        { end: at + 1, value },
      ]
}

import type { LanguageRules, NumberReading } from '../languages/language.ts'
import type { Token } from '../normalise/tokens.ts'
import type { Range } from '../pack/pack.ts'

const digits = /^[-\d½¼¾]/

/** The numbers of a range that begin at a position, multiplied as the range says. */
export function readRange(range: Range, rules: LanguageRules, tokens: readonly Token[], at: number): NumberReading[] {
  return rules
    .readNumber(tokens, at)
    .filter(({ value }) => contains(range, value))
    .filter(() => (digits.test(tokens[at]?.word ?? '') ? range.digits : range.words))
    .map(({ end, value }) => ({ end, value: round(value * range.multiplier) }))
}

function contains({ from, to, step, fractions }: Range, value: number): boolean {
  const whole = Math.floor(value)
  const part = round(value - whole)
  if (whole < from || whole > to || (whole - from) % step !== 0) return false
  if (part === 0) return true
  return fractions === 'tenths' ? round(part * 10) % 1 === 0 : fractions === 'halves' && part === 0.5
}

/** Without the crumbs of binary fractions. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6
}

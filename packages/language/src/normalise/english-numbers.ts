import type { NumberReading } from '../languages/language.ts'
import { readDigits } from './digits.ts'
import type { Token } from './tokens.ts'

const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const small: ReadonlyMap<string, number> = new Map(units.split(' ').map((word, value) => [word, value]))
const tens: ReadonlyMap<string, number> = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, index) => [word, (index + 2) * 10]),
)

/** The English number at `at`, in digits or words up to the thousands, with `point five` and `and a half`. */
export function readEnglishNumber(tokens: readonly Token[], at: number): NumberReading[] {
  const word = (index: number) => tokens[index]?.word ?? ''
  if (word(at) === 'minus') return readEnglishNumber(tokens, at + 1).map((r) => ({ end: r.end, value: -r.value }))
  const whole = readDigits(tokens, at)
  const found = whole.length > 0 ? whole : readWords(word, at)
  const finer: NumberReading[] = []
  for (const { end, value } of found) {
    if (!Number.isInteger(value)) continue
    if (word(end) === 'and' && word(end + 1) === 'a' && word(end + 2) === 'half')
      finer.push({ end: end + 3, value: value + 0.5 })
    const digit = word(end) === 'point' ? digitOf(word(end + 1)) : undefined
    if (digit !== undefined) finer.push({ end: end + 2, value: value + digit / 10 })
  }
  return [...finer, ...found]
}

function digitOf(word: string): number | undefined {
  const value = /^\d$/.test(word) ? Number(word) : small.get(word)
  return value !== undefined && value < 10 ? value : undefined
}

/** Below a hundred: `seven`, `twenty`, `twenty five`, `twentyfive`. */
function readTens(word: (index: number) => string, at: number): NumberReading[] {
  const first = word(at)
  const value = small.get(first)
  if (value !== undefined) return [{ end: at + 1, value }]
  const ten = tens.get(first)
  if (ten !== undefined) {
    const unit = small.get(word(at + 1)) ?? 0
    const alone = { end: at + 1, value: ten }
    return unit > 0 && unit < 10 ? [{ end: at + 2, value: ten + unit }, alone] : [alone]
  }
  for (const [start, value] of tens) {
    const unit = first.startsWith(start) ? (small.get(first.slice(start.length)) ?? 0) : 0
    if (unit > 0 && unit < 10) return [{ end: at + 1, value: value + unit }]
  }
  return []
}

function readWords(word: (index: number) => string, at: number): NumberReading[] {
  const lead = word(at) === 'a' ? [{ end: at + 1, value: 1 }] : readTens(word, at)
  const readings: NumberReading[] = word(at) === 'a' ? [] : [...lead]
  for (const { end, value } of lead) {
    const size = word(end) === 'hundred' ? 100 : word(end) === 'thousand' ? 1000 : 0
    if (size === 0 || value === 0) continue
    const round = { end: end + 1, value: value * size }
    const next = word(round.end) === 'and' ? round.end + 1 : round.end
    const rest = size === 1000 ? readWords(word, next) : readTens(word, next)
    readings.push(
      round,
      ...rest.filter((r) => r.value < size).map((r) => ({ end: r.end, value: round.value + r.value })),
    )
  }
  return readings.sort((a, b) => b.end - a.end)
}

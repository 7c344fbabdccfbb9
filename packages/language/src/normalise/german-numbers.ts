import type { NumberReading } from '../languages/language.ts'
import { readDigits } from './digits.ts'
import type { Token } from './tokens.ts'

const units =
  'null eins zwei drei vier fuenf sechs sieben acht neun zehn elf zwoelf dreizehn vierzehn fuenfzehn sechzehn siebzehn achtzehn neunzehn'
const small: ReadonlyMap<string, number> = new Map([
  ...units.split(' ').map((word, value): [string, number] => [word, value]),
  ...['ein', 'eine', 'einen', 'einem', 'einer'].map((word): [string, number] => [word, 1]),
  ['zwo', 2],
])
const tens: ReadonlyMap<string, number> = new Map(
  'zwanzig dreissig vierzig fuenfzig sechzig siebzig achtzig neunzig'
    .split(' ')
    .map((word, index) => [word, (index + 2) * 10]),
)
const halves: ReadonlyMap<string, number> = new Map([
  ['anderthalb', 1.5],
  ['eineinhalb', 1.5],
])

/** The German number at `at`, in digits or words up to the thousands, with `komma fünf` and `einhalb`. */
export function readGermanNumber(tokens: readonly Token[], at: number): NumberReading[] {
  const word = (index: number) => tokens[index]?.word ?? ''
  if (word(at) === 'minus') return readGermanNumber(tokens, at + 1).map((r) => ({ end: r.end, value: -r.value }))
  const whole = readDigits(tokens, at)
  const found = whole.length > 0 ? whole : readWord(word(at), at)
  const finer: NumberReading[] = []
  for (const { end, value } of found) {
    if (!Number.isInteger(value)) continue
    if (word(end) === 'einhalb') finer.push({ end: end + 1, value: value + 0.5 })
    if (word(end) === 'und' && word(end + 1) === 'einhalb') finer.push({ end: end + 2, value: value + 0.5 })
    if (word(end) === 'komma') {
      const digit = Number(/^\d$/.test(word(end + 1)) ? word(end + 1) : (small.get(word(end + 1)) ?? 10))
      if (digit < 10) finer.push({ end: end + 2, value: value + digit / 10 })
    }
  }
  return [...finer, ...found]
}

function readWord(word: string, at: number): NumberReading[] {
  const value = halves.get(word) ?? wholeOf(word) ?? halfOf(word)
  return value === undefined ? [] : [{ end: at + 1, value }]
}

/** `einundzwanzigeinhalb` is 21.5. */
function halfOf(word: string): number | undefined {
  const start = word.endsWith('einhalb') ? word.slice(0, -'einhalb'.length) : ''
  const value =
    start === '' ? undefined : wholeOf(start.endsWith('und') && start.length > 3 ? start.slice(0, -3) : start)
  return value === undefined ? undefined : value + 0.5
}

/** One compound: `siebzehn`, `fünfundzwanzig`, `zweihundertdreißig`, `tausend`. */
function wholeOf(word: string): number | undefined {
  for (const [name, size] of [
    ['tausend', 1000],
    ['hundert', 100],
  ] as const) {
    const at = word.indexOf(name)
    if (at < 0) continue
    const factor = at === 0 ? 1 : wholeOf(word.slice(0, at))
    const tail = word.slice(at + name.length).replace(/^und/, '')
    const rest = tail === '' ? 0 : wholeOf(tail)
    return factor === undefined || factor === 0 || rest === undefined || rest >= size ? undefined : factor * size + rest
  }
  const known = small.get(word) ?? tens.get(word)
  if (known !== undefined) return known
  const split = word.indexOf('und')
  const unit = split > 0 ? (small.get(word.slice(0, split)) ?? 0) : 0
  const ten = split > 0 ? tens.get(word.slice(split + 3)) : undefined
  return ten !== undefined && unit > 0 && unit < 10 ? ten + unit : undefined
}

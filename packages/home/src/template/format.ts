import { TemplateFailed } from './faults.ts'
import { asNumber, bounded, toText, type Value } from './value.ts'

const directive = /%([-+ 0#]*)(\d{1,3})?(?:\.(\d{1,2}))?([a-zA-Z%])/g

/** Python's `%` formatting with the directives that devices use: d i s f F g x X o c %. */
export function format(pattern: string, values: readonly Value[]): string {
  let next = 0
  const result = pattern.replace(
    directive,
    (whole, flags: string, width: string | undefined, precision: string | undefined, kind: string) => {
      if (kind === '%') return '%'
      if (next >= values.length) throw new TemplateFailed(`there is no value for ${whole}`)
      const text = one(values[next++], kind, precision === undefined ? null : Number(precision), flags)
      return padded(text, Number(width ?? 0), flags, kind)
    },
  )
  if (next < values.length) throw new TemplateFailed('there are more values than places for them')
  return bounded(result)
}

function one(value: Value, kind: string, precision: number | null, flags: string): string {
  if (kind === 's') return precision === null ? toText(value) : toText(value).slice(0, precision)
  if (kind === 'c')
    return typeof value === 'string' ? value.slice(0, 1) : String.fromCodePoint(codePoint(asNumber(value, '%c')))
  const number = asNumber(value, `%${kind}`)
  const sign = number >= 0 && flags.includes('+') ? '+' : number >= 0 && flags.includes(' ') ? ' ' : ''
  return sign + digits(number, kind, precision)
}

function digits(number: number, kind: string, precision: number | null): string {
  switch (kind) {
    case 'd':
    case 'i':
      return String(Math.trunc(number))
    case 'f':
    case 'F':
      return number.toFixed(precision ?? 6)
    case 'g':
      return String(Number(number.toPrecision(precision || 6)))
    case 'x':
      return Math.trunc(number).toString(16)
    case 'X':
      return Math.trunc(number).toString(16).toUpperCase()
    case 'o':
      return Math.trunc(number).toString(8)
    default:
      throw new TemplateFailed(`%${kind} is not a format that TALI has`)
  }
}

function padded(text: string, width: number, flags: string, kind: string): string {
  if (flags.includes('-')) return text.padEnd(width)
  if (!flags.includes('0') || kind === 's') return text.padStart(width)
  const sign = /^[-+ ]/.exec(text)?.[0] ?? ''
  return sign + text.slice(sign.length).padStart(width - sign.length, '0')
}

function codePoint(number: number): number {
  if (Number.isInteger(number) && number >= 0 && number <= 0x10ffff) return number
  throw new TemplateFailed('%c needs a character')
}

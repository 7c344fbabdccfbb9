import { TemplateFailed, templateBounds } from './faults.ts'
import { asNumber, bounded, compare, contains, equal, isList, kindOf, toText, type Value } from './value.ts'
import { format } from './format.ts'

type Binary = (left: Value, right: Value) => Value

/** The operators on two values, as Python has them. */
export const binary: Readonly<Record<string, Binary>> = {
  '==': equal,
  '!=': (left, right) => !equal(left, right),
  '<': (left, right) => compare(left, right) < 0,
  '>': (left, right) => compare(left, right) > 0,
  '<=': (left, right) => compare(left, right) <= 0,
  '>=': (left, right) => compare(left, right) >= 0,
  in: (left, right) => contains(right, left),
  'not in': (left, right) => !contains(right, left),
  '+': add,
  '-': (left, right) => asNumber(left, '-') - asNumber(right, '-'),
  '*': multiply,
  '/': (left, right) => asNumber(left, '/') / divisor(right),
  '//': (left, right) => floorDivision(asNumber(left, '//'), divisor(right)),
  '%': remainder,
  '**': (left, right) => power(asNumber(left, '**'), asNumber(right, '**')),
  '~': (left, right) => bounded(toText(left) + toText(right)),
}

function add(left: Value, right: Value): Value {
  if (typeof left === 'string' && typeof right === 'string') return bounded(left + right)
  if (isList(left) && isList(right)) {
    if (left.length + right.length > 10_000) throw new TemplateFailed('a list is too long')
    return [...left, ...right]
  }
  if (typeof left === 'string' || typeof right === 'string')
    throw new TemplateFailed(`${kindOf(left)} and ${kindOf(right)} cannot be added; join them with ~`)
  return asNumber(left, '+') + asNumber(right, '+')
}

function multiply(left: Value, right: Value): Value {
  if (typeof left === 'string') return repeat(left, asNumber(right, '*'))
  if (typeof right === 'string') return repeat(right, asNumber(left, '*'))
  return asNumber(left, '*') * asNumber(right, '*')
}

function repeat(text: string, times: number): string {
  if (!Number.isInteger(times)) throw new TemplateFailed('a text can only be repeated whole times')
  if (text.length * times > templateBounds.text) throw new TemplateFailed('the result is too long')
  return text.repeat(Math.max(0, times))
}

/** The sign of the divisor, as in Python; of a text it is printf's. */
function remainder(left: Value, right: Value): Value {
  if (typeof left === 'string') return format(left, isList(right) ? right : [right])
  const by = divisor(right)
  const rest = asNumber(left, '%') % by
  return rest !== 0 && rest < 0 !== by < 0 ? rest + by : rest
}

function power(base: number, exponent: number): number {
  const result = base ** exponent
  if (!Number.isFinite(result)) throw new TemplateFailed('a power that is no number')
  return result
}

/** Python's: what is left over by `%` is taken away first, so that 7 // 0.1 is 69. */
function floorDivision(left: number, by: number): number {
  const rest = left % by
  return Math.round((left - rest) / by) - (rest !== 0 && rest < 0 !== by < 0 ? 1 : 0)
}

function divisor(value: Value): number {
  const by = asNumber(value, 'a division')
  if (by === 0) throw new TemplateFailed('a division by zero')
  return by
}

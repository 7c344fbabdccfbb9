import { readJson } from '../bounded-json.ts'
import { numberOf, roundEven } from '../number-text.ts'
import { TemplateFailed, templateBounds } from './faults.ts'
import { format } from './format.ts'
import {
  asList,
  asNumber,
  asText,
  bounded,
  compare,
  itemOf,
  joined,
  kindOf,
  lengthOf,
  toJson,
  toText,
  truthy,
  type Value,
} from './value.ts'

/** Arguments of a filter, function or test: by place and by name. */
export interface Arguments {
  readonly list: readonly Value[]
  readonly named: Readonly<Record<string, Value>>
}
export type Filter = (value: Value, args: Arguments) => Value

/** An argument by place or name; `undefined` when it was not given. */
export function argument(args: Arguments, place: number, name: string): Value {
  return args.list.length > place ? args.list[place] : args.named[name]
}
function given(args: Arguments, place: number, name: string): boolean {
  return args.list.length > place || Object.hasOwn(args.named, name)
}

/** Jinja's and Home Assistant's filters that make sense in a device's template. */
export const filters: ReadonlyMap<string, Filter> = new Map<string, Filter>([
  ['float', toFloat],
  ['int', toInt],
  ['bool', toBool],
  ['round', round],
  ['abs', (value) => Math.abs(asNumber(value, 'abs'))],
  [
    'multiply',
    (value, args) => asNumber(toFloat(value, none), 'multiply') * asNumber(argument(args, 0, 'amount'), 'multiply'),
  ],
  ['add', (value, args) => asNumber(toFloat(value, none), 'add') + asNumber(argument(args, 0, 'amount'), 'add')],
  ['sqrt', (value) => Math.sqrt(asNumber(toFloat(value, none), 'sqrt'))],
  [
    'clamp',
    (value, args) =>
      Math.min(Math.max(asNumber(value, 'clamp'), asNumber(args.list[0], 'clamp')), asNumber(args.list[1], 'clamp')),
  ],
  ['bitwise_and', (value, args) => asNumber(value, 'bitwise_and') & asNumber(args.list[0], 'bitwise_and')],
  ['bitwise_or', (value, args) => asNumber(value, 'bitwise_or') | asNumber(args.list[0], 'bitwise_or')],
  ['default', otherwise],
  ['d', otherwise],
  ['iif', choose],
  ['is_defined', defined],
  ['is_number', (value) => isNumber(value)],
  ['lower', (value) => toText(value).toLowerCase()],
  ['upper', (value) => toText(value).toUpperCase()],
  ['trim', (value, args) => trimmed(toText(value), args.list[0])],
  ['title', (value) => titleCase(toText(value))],
  ['capitalize', (value) => capitalised(toText(value))],
  ['replace', (value, args) => replaced(toText(value), args)],
  ['string', (value) => toText(value)],
  ['safe', (value) => value],
  ['length', lengthOf],
  ['count', lengthOf],
  ['first', (value) => asList(value, 'first')[0]],
  ['last', (value) => asList(value, 'last').at(-1)],
  ['list', (value) => asList(value, 'list')],
  [
    'reverse',
    (value) =>
      typeof value === 'string' ? Array.from(value).reverse().join('') : [...asList(value, 'reverse')].reverse(),
  ],
  ['join', (value, args) => joined(asList(value, 'join'), toText(argument(args, 0, 'd') ?? ''))],
  ['min', (value) => extreme(asList(value, 'min'), -1)],
  ['max', (value) => extreme(asList(value, 'max'), 1)],
  ['sum', (value) => asList(value, 'sum').reduce<number>((total, item) => total + asNumber(item, 'sum'), 0)],
  ['tojson', (value) => toJson(value)],
  ['to_json', (value) => toJson(value)],
  ['from_json', (value, args) => fromJson(value, args)],
  ['contains', (value, args) => asList(value, 'contains').includes(args.list[0])],
  ['format', (value, args) => format(asText(value, 'format'), args.list)],
  ['attr', (value, args) => itemOf(value, args.list[0])],
])

const none: Arguments = { list: [], named: {} }

export function toFloat(value: Value, args: Arguments): Value {
  const number =
    typeof value === 'string'
      ? numberOf(value)
      : typeof value === 'number' || typeof value === 'boolean'
        ? Number(value)
        : null
  return number ?? fallback('float', value, args, 0)
}

export function toInt(value: Value, args: Arguments): Value {
  const base = argument(args, 1, 'base')
  if (typeof value === 'string' && typeof base === 'number' && base !== 10)
    return parsed(value, base) ?? fallback('int', value, args, 0)
  const number =
    typeof value === 'string'
      ? numberOf(value)
      : typeof value === 'number' || typeof value === 'boolean'
        ? Number(value)
        : null
  return number === null || !Number.isFinite(number) ? fallback('int', value, args, 0) : Math.trunc(number)
}

function parsed(text: string, base: number): number | null {
  const digits = base === 16 ? text.trim().replace(/^0x/i, '') : text.trim()
  const number = base >= 2 && base <= 36 && /^-?[0-9a-z]+$/i.test(digits) ? Number.parseInt(digits, base) : Number.NaN
  return Number.isNaN(number) ? null : number
}

const truths = new Map([
  ['1', true],
  ['true', true],
  ['yes', true],
  ['on', true],
  ['enable', true],
  ['0', false],
  ['false', false],
  ['no', false],
  ['off', false],
  ['disable', false],
])

export function toBool(value: Value, args: Arguments): Value {
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return value !== 0
  const truth = typeof value === 'string' ? truths.get(value.trim().toLowerCase()) : undefined
  return truth ?? fallback('bool', value, args, 0)
}

export function isNumber(value: Value): boolean {
  if (typeof value === 'string') return numberOf(value) !== null
  return typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))
}

function round(value: Value, args: Arguments): Value {
  const number = typeof value === 'string' ? numberOf(value) : isNumber(value) ? Number(value) : null
  const digits = argument(args, 0, 'precision') ?? 0
  if (number === null || typeof digits !== 'number') return fallback('round', value, args, 2)
  const unit = 10 ** digits
  const method = argument(args, 1, 'method')
  if (method === 'ceil') return Math.ceil(number * unit) / unit
  if (method === 'floor') return Math.floor(number * unit) / unit
  return method === 'half' ? roundEven(number * 2) / 2 : roundEven(number, digits)
}

/** Home Assistant's conversions fail without a default, where Jinja's would give 0. */
function fallback(name: string, value: Value, args: Arguments, place: number): Value {
  if (given(args, place, 'default')) return argument(args, place, 'default')
  throw new TemplateFailed(`${name} got ${kindOf(value)} and no default`)
}

function otherwise(value: Value, args: Arguments): Value {
  const alsoFalse = truthy(argument(args, 1, 'boolean'))
  return value === undefined || (alsoFalse && !truthy(value)) ? (argument(args, 0, 'default_value') ?? '') : value
}

export function choose(value: Value, args: Arguments): Value {
  const [yes, no, unknown] = [argument(args, 0, 'if_true'), argument(args, 1, 'if_false'), argument(args, 2, 'if_none')]
  if (value === null && given(args, 2, 'if_none')) return unknown
  return truthy(value) ? (given(args, 0, 'if_true') ? yes : true) : given(args, 1, 'if_false') ? no : false
}

function defined(value: Value): Value {
  if (value === undefined) throw new TemplateFailed('the value is not defined')
  return value
}

function trimmed(text: string, characters: Value): string {
  if (typeof characters !== 'string') return text.trim()
  let [start, end] = [0, text.length]
  while (start < end && characters.includes(text.charAt(start))) start += 1
  while (end > start && characters.includes(text.charAt(end - 1))) end -= 1
  return text.slice(start, end)
}

export function replaced(text: string, args: Arguments): string {
  const [old, fresh] = [toText(argument(args, 0, 'old')), toText(argument(args, 1, 'new'))]
  if (old === '') return text
  const parts = text.split(old)
  const limit = argument(args, 2, 'count')
  if (typeof limit === 'number' && limit >= 0 && parts.length - 1 > limit) {
    return bounded([...parts.slice(0, limit), parts.slice(limit).join(old)].join(fresh))
  }
  if ((parts.length - 1) * fresh.length > templateBounds.text) throw new TemplateFailed('the result is too long')
  return bounded(parts.join(fresh))
}

export function titleCase(text: string): string {
  return text.replace(/[^\s({[<-]+/gu, capitalised)
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1).toLowerCase()
}

export function extreme(list: readonly Value[], sign: 1 | -1): Value {
  return list.reduce((best, item) => (best === undefined || compare(item, best) * sign > 0 ? item : best), undefined)
}

function fromJson(value: Value, args: Arguments): Value {
  const json = readJson(asText(value, 'from_json'))
  // JSON's values are exactly those that templates work with.
  return json.ok ? (json.value as Value) : fallback('from_json', value, args, 0)
}

import { TemplateFailed, templateBounds } from './faults.ts'

/** What templates compute with. `undefined` is Jinja's undefined, `null` is None; a dict literal is a Map. */
export type Value =
  | undefined
  | null
  | boolean
  | number
  | string
  | readonly Value[]
  | ReadonlyMap<Value, Value>
  | JsonObject
export interface JsonObject {
  readonly [key: string]: Value
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value)
}

export function isDict(value: Value): value is JsonObject | ReadonlyMap<Value, Value> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Entries of a dict in their order. */
export function entriesOf(dict: JsonObject | ReadonlyMap<Value, Value>): [Value, Value][] {
  return dict instanceof Map ? [...dict] : Object.entries(dict)
}

/** Python's truth: empty things, zero, None and undefined are false. */
export function truthy(value: Value): boolean {
  if (typeof value === 'object' && value !== null) return sizeOf(value) > 0
  return Boolean(value)
}

function sizeOf(value: readonly Value[] | ReadonlyMap<Value, Value> | JsonObject): number {
  if (isList(value)) return value.length
  return value instanceof Map ? value.size : Object.keys(value).length
}

/** `length` of a text, list or dict. */
export function lengthOf(value: Value): number {
  if (value === undefined) return 0
  if (typeof value === 'string') return value.length
  if (typeof value === 'object' && value !== null) return sizeOf(value)
  throw new TemplateFailed(`${kindOf(value)} has no length`)
}

export function kindOf(value: Value): string {
  if (value === undefined) return 'an undefined value'
  if (value === null) return 'None'
  if (isList(value)) return 'a list'
  if (typeof value === 'object') return 'a dict'
  return `a ${typeof value}`
}

/** How many more values may be looked at. */
export interface Budget {
  left: number
}

export function budget(): Budget {
  return { left: templateBounds.values }
}

function spend(budget: Budget): void {
  budget.left -= 1
  if (budget.left < 0) throw new TemplateFailed('there is too much to look at')
}

/** Python's `==`: 1 equals True, lists and dicts are compared by what they hold. */
export function equal(left: Value, right: Value, within: Budget = budget()): boolean {
  spend(within)
  if (left === right) return true
  if (typeof left === 'boolean') return typeof right === 'number' && Number(left) === right
  if (typeof right === 'boolean') return typeof left === 'number' && Number(right) === left
  if (isList(left) && isList(right))
    return left.length === right.length && left.every((item, i) => equal(item, right[i], within))
  if (isDict(left) && isDict(right)) {
    const entries = entriesOf(left)
    return entries.length === sizeOf(right) && entries.every(([key, value]) => equal(value, itemOf(right, key), within))
  }
  return false
}

/** Python's order of two numbers or two texts; anything else cannot be compared. */
export function compare(left: Value, right: Value): number {
  const a = typeof left === 'boolean' ? Number(left) : left
  const b = typeof right === 'boolean' ? Number(right) : right
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0
  throw new TemplateFailed(`${kindOf(left)} cannot be compared with ${kindOf(right)}`)
}

/** `needle in container` */
export function contains(container: Value, needle: Value): boolean {
  if (container === undefined) return false
  if (typeof container === 'string') {
    if (typeof needle !== 'string') throw new TemplateFailed(`${kindOf(needle)} cannot be sought in a text`)
    return container.includes(needle)
  }
  if (isList(container)) {
    const within = budget()
    return container.some((item) => equal(item, needle, within))
  }
  if (isDict(container)) return itemOf(container, needle) !== undefined
  throw new TemplateFailed(`${kindOf(container)} holds nothing`)
}

/** `container[key]`; undefined when there is none. Only own keys count, so `constructor` is as absent as in Python. */
export function itemOf(container: Value, key: Value): Value {
  if (container === undefined)
    throw new TemplateFailed(`there is nothing to take ${JSON.stringify(key) ?? 'a member'} from`)
  if (typeof container === 'string' || isList(container)) {
    if (typeof key !== 'number' || !Number.isInteger(key)) return undefined
    return container[key < 0 ? container.length + key : key]
  }
  if (container instanceof Map) return container.get(key)
  if (isDict(container) && typeof key === 'string' && Object.hasOwn(container, key))
    return (container as JsonObject)[key]
  return undefined
}

/** As printed into the result. Lists and dicts print as JSON, since that is what devices and attributes want. */
export function toText(value: Value): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return numberText(value)
  if (value === undefined) return ''
  if (value === null) return 'None'
  if (value === true) return 'True'
  if (value === false) return 'False'
  return toJson(value)
}

function numberText(value: number): string {
  if (Number.isFinite(value)) return String(value)
  return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf'
}

export function toJson(value: Value): string {
  return bounded(JSON.stringify(plain(value, budget())) ?? 'null')
}

/** The value without Maps, for JSON. */
function plain(value: Value, within: Budget): unknown {
  spend(within)
  if (isList(value)) return value.map((item) => plain(item, within))
  if (isDict(value))
    return Object.fromEntries(entriesOf(value).map(([key, item]) => [toText(key), plain(item, within)]))
  return value
}

/** Texts one behind the other, given up as soon as they are too long. */
export function joined(texts: Iterable<Value>, separator: string): string {
  let text = ''
  let first = true
  for (const item of texts) {
    text = bounded(first ? toText(item) : text + separator + toText(item))
    first = false
  }
  return text
}

/** Throws when a text outgrows the bound. */
export function bounded(text: string): string {
  if (text.length > templateBounds.text) throw new TemplateFailed('the result is too long')
  return text
}

export function asText(value: Value, use: string): string {
  if (typeof value === 'string') return value
  throw new TemplateFailed(`${use} needs a text, not ${kindOf(value)}`)
}

export function asNumber(value: Value, use: string): number {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return Number(value)
  throw new TemplateFailed(`${use} needs a number, not ${kindOf(value)}`)
}

export function asList(value: Value, use: string): readonly Value[] {
  if (value === undefined) return []
  if (isList(value)) return value
  if (isDict(value)) return entriesOf(value).map(([key]) => key)
  if (typeof value === 'string') return Array.from(value)
  throw new TemplateFailed(`${use} needs a list, not ${kindOf(value)}`)
}

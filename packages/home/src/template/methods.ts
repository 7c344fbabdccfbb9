import { argument, capitalised, replaced, titleCase, type Arguments } from './filters.ts'
import { TemplateFailed } from './faults.ts'
import {
  asList,
  asText,
  bounded,
  budget,
  entriesOf,
  equal,
  isDict,
  isList,
  itemOf,
  joined,
  kindOf,
  type Value,
} from './value.ts'

const ofText: Readonly<Record<string, (text: string, args: Arguments) => Value>> = {
  lower: (text) => text.toLowerCase(),
  upper: (text) => text.toUpperCase(),
  title: titleCase,
  capitalize: capitalised,
  strip: (text) => text.trim(),
  lstrip: (text) => text.trimStart(),
  rstrip: (text) => text.trimEnd(),
  replace: replaced,
  split,
  splitlines: (text) => text.split(/\r\n|\r|\n/),
  join: (text, args) => joined(asList(args.list[0], 'join'), text),
  startswith: (text, args) => text.startsWith(asText(args.list[0], 'startswith')),
  endswith: (text, args) => text.endsWith(asText(args.list[0], 'endswith')),
  find: (text, args) => text.indexOf(asText(args.list[0], 'find')),
  count: (text, args) => text.split(asText(args.list[0], 'count')).length - 1,
  isdigit: (text) => /^\d+$/.test(text),
  isnumeric: (text) => /^\p{N}+$/u.test(text),
  zfill: (text, args) => bounded(text.padStart(Math.min(Number(args.list[0]) || 0, 1_000), '0')),
}

function split(text: string, args: Arguments): Value {
  const separator = argument(args, 0, 'sep')
  const parts =
    separator === undefined || separator === null ? text.trim().split(/\s+/) : text.split(asText(separator, 'split'))
  const limit = argument(args, 1, 'maxsplit')
  if (typeof limit !== 'number' || limit < 0 || parts.length <= limit + 1 || typeof separator !== 'string') return parts
  return [...parts.slice(0, limit), parts.slice(limit).join(separator)]
}

const ofOthers = ['get', 'keys', 'values', 'items', 'index', 'count']

/** Whether any kind of value has a method of that name: an unknown one is refused when the template is compiled. */
export function isMethod(name: string): boolean {
  return Object.hasOwn(ofText, name) || ofOthers.includes(name)
}

/** `object.name(…)`: the methods of texts, lists and dicts that change nothing. */
export function callMethod(object: Value, name: string, args: Arguments): Value {
  if (typeof object === 'string') {
    if (Object.hasOwn(ofText, name)) return ofText[name]?.(object, args)
  } else if (isDict(object)) {
    if (name === 'get')
      return itemOf(object, args.list[0]) ?? presentNull(object, args.list[0], argument(args, 1, 'default') ?? null)
    if (name === 'keys') return entriesOf(object).map(([key]) => key)
    if (name === 'values') return entriesOf(object).map(([, value]) => value)
    if (name === 'items') return entriesOf(object)
  } else if (isList(object)) {
    const within = budget()
    if (name === 'index') return object.findIndex((item) => equal(item, args.list[0], within))
    if (name === 'count') return object.filter((item) => equal(item, args.list[0], within)).length
  }
  throw new TemplateFailed(`${kindOf(object)} has no ${name}()`)
}

/** A key that is there and holds None answers None, not the default. */
function presentNull(dict: Value, key: Value, missing: Value): Value {
  return itemOf(dict, key) === null ? null : missing
}

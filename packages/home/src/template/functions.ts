import { choose, extreme, isNumber, toBool, toFloat, toInt, type Arguments } from './filters.ts'
import { asList, type Value } from './value.ts'

/** What a template may call by name. Nothing here knows the home, the clock or another entity: a template is pure. */
export const functions: ReadonlyMap<string, (args: Arguments) => Value> = new Map<string, (args: Arguments) => Value>([
  ['float', (args) => toFloat(args.list[0], rest(args))],
  ['int', (args) => toInt(args.list[0], rest(args))],
  ['bool', (args) => toBool(args.list[0], rest(args))],
  ['is_number', (args) => isNumber(args.list[0])],
  ['iif', (args) => choose(args.list[0], rest(args))],
  ['min', (args) => extreme(listed(args), -1)],
  ['max', (args) => extreme(listed(args), 1)],
  ['dict', (args) => ({ ...args.named })],
])

function rest(args: Arguments): Arguments {
  return { list: args.list.slice(1), named: args.named }
}

function listed(args: Arguments): readonly Value[] {
  return args.list.length === 1 ? asList(args.list[0], 'min and max') : args.list
}

import type { Expression } from '../template/expression.ts'
import { parseTemplate, TemplateError } from '../template/parse-template.ts'
import type { List, ListValue, Range, Template } from './pack.ts'
import type { YamlReader } from './yaml-reader.ts'

const templateSyntax = /[(){}<>[\]|]/
/** Most values of one list; a list of a home's names has its own index. */
const maxValues = 20_000

/** A template with its place; undefined with a fault when it is none. */
export function readTemplate(reader: YamlReader, what: string): Template | undefined {
  const text = reader.text(what)
  if (text === undefined) return undefined
  const expression = parseOrFault(text, reader)
  return expression && { text, expression, source: reader.source }
}

function parseOrFault(text: string, reader: YamlReader): Expression | undefined {
  try {
    return parseTemplate(text)
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error
    reader.fault(`template "${shorten(text)}": ${error.message}`)
    return undefined
  }
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

/** A list of values, a range of numbers, or a wildcard; undefined with a fault when it is none of them. */
export function readList(reader: YamlReader, name: string): List | undefined {
  const values = reader.get('values')
  if (!values.missing) {
    const items = values.items(`values of list "${name}"`)
    if (items.length > maxValues) values.fault(`list "${name}" has more than ${maxValues} values`)
    return { type: 'values', values: items.slice(0, maxValues).flatMap((item) => readValue(item, name) ?? []) }
  }
  const range = reader.get('range')
  if (!range.missing) {
    const read = readRange(range, name)
    return read && { type: 'range', range: read }
  }
  if (reader.get('wildcard').value() === true) return { type: 'wildcard' }
  reader.fault(`list "${name}" has neither values nor range nor wildcard: true`)
  return undefined
}

function readValue(reader: YamlReader, list: string): ListValue | undefined {
  const what = `a value of list "${list}"`
  if (!reader.isMap) {
    const text = reader.text(what)
    if (text === undefined) return undefined
    if (!templateSyntax.test(text)) return { in: { type: 'text', text }, out: text, context: {}, metadata: {} }
    const expression = parseOrFault(text, reader)
    return expression && { in: expression, out: undefined, context: {}, metadata: {} }
  }
  const text = reader.get('in').text(`"in" of ${what}`)
  if (text === undefined) return undefined
  const expression: Expression | undefined = templateSyntax.test(text)
    ? parseOrFault(text, reader)
    : { type: 'text', text }
  return (
    expression && {
      in: expression,
      out: reader.get('out').value(),
      context: reader.get('context').record(`context of ${what}`),
      metadata: reader.get('metadata').record(`metadata of ${what}`),
    }
  )
}

function readRange(reader: YamlReader, name: string): Range | undefined {
  const what = (key: string) => `"${key}" of range "${name}"`
  const from = reader.get('from').number(what('from'), Number.NaN)
  const to = reader.get('to').number(what('to'), Number.NaN)
  const step = reader.get('step').number(what('step'), 1)
  const multiplier = reader.get('multiplier').number(what('multiplier'), 1)
  const fractions = reader.get('fractions').value() ?? 'none'
  const range = { from, to, step, multiplier }
  if (Object.values(range).some((value) => Number.isNaN(value))) {
    if (reader.get('from').missing || reader.get('to').missing) reader.fault(`range "${name}" needs "from" and "to"`)
    return undefined
  }
  if (fractions !== 'none' && fractions !== 'halves' && fractions !== 'tenths') {
    reader.fault(`${what('fractions')} must be halves or tenths`)
    return undefined
  }
  if (from > to || step <= 0) {
    reader.fault(from > to ? `range "${name}" goes from ${from} down to ${to}` : `${what('step')} must be above 0`)
    return undefined
  }
  return {
    ...range,
    fractions,
    digits: reader.get('digits').value() !== false,
    words: reader.get('words').value() !== false,
  }
}

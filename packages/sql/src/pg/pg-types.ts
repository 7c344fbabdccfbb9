import { type CustomTypesConfig, types } from 'pg'

type Parser = (text: string) => unknown

const asIs: Parser = (text) => text

/**
 * How values come back where the driver's default is not the port's: `bigint` as a number, and days and times without
 * a zone as the text they are (the driver would take them for local time). By type OID, from PostgreSQL's `pg_type.dat`.
 */
const OURS = new Map<number, Parser>([
  [20, Number],
  [1016, arrayOf(Number)],
  [1082, asIs],
  [1182, arrayOf(asIs)],
  [1114, asIs],
  [1115, arrayOf(asIs)],
])
const TEXT_ARRAY = 1009

const theirs: (oid: number, format?: 'text' | 'binary') => Parser = types.getTypeParser

export const pgTypes: CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    return (format === 'binary' ? undefined : OURS.get(oid)) ?? theirs(oid, format)
  },
}

function arrayOf(parser: Parser): Parser {
  const each = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(each)
    return typeof value === 'string' ? parser(value) : value
  }
  return (text) => each(theirs(TEXT_ARRAY)(text))
}

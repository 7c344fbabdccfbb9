import { isNumber } from './filters.ts'
import { asNumber, compare, contains, equal, isDict, isList, type Value } from './value.ts'

/** What may follow `is`. */
export const tests: ReadonlyMap<string, (value: Value, other: Value) => boolean> = new Map<
  string,
  (value: Value, other: Value) => boolean
>([
  ['defined', (value) => value !== undefined],
  ['undefined', (value) => value === undefined],
  ['none', (value) => value === null],
  ['boolean', (value) => typeof value === 'boolean'],
  ['true', (value) => value === true],
  ['false', (value) => value === false],
  ['number', (value) => typeof value === 'number' || typeof value === 'boolean'],
  ['integer', (value) => Number.isInteger(value)],
  ['float', (value) => typeof value === 'number' && !Number.isInteger(value)],
  ['is_number', (value) => isNumber(value)],
  ['string', (value) => typeof value === 'string'],
  ['string_like', (value) => typeof value === 'string'],
  ['mapping', (value) => isDict(value)],
  ['list', (value) => isList(value)],
  ['sequence', (value) => isList(value) || isDict(value) || typeof value === 'string'],
  ['iterable', (value) => isList(value) || isDict(value) || typeof value === 'string'],
  ['odd', (value) => asNumber(value, 'odd') % 2 === 1],
  ['even', (value) => asNumber(value, 'even') % 2 === 0],
  ['divisibleby', (value, other) => asNumber(value, 'divisibleby') % asNumber(other, 'divisibleby') === 0],
  ['in', (value, other) => contains(other, value)],
  ['contains', (value, other) => contains(value, other)],
  ['eq', equal],
  ['equalto', equal],
  ['sameas', (value, other) => value === other],
  ['ne', (value, other) => !equal(value, other)],
  ['lt', (value, other) => compare(value, other) < 0],
  ['gt', (value, other) => compare(value, other) > 0],
  ['le', (value, other) => compare(value, other) <= 0],
  ['ge', (value, other) => compare(value, other) >= 0],
  ['lower', (value) => typeof value === 'string' && value === value.toLowerCase() && value !== value.toUpperCase()],
  ['upper', (value) => typeof value === 'string' && value === value.toUpperCase() && value !== value.toLowerCase()],
])

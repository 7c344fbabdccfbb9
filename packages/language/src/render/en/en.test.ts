import { describe, expect, it } from 'vitest'
import { names } from './names.ts'
import { places } from './places.ts'

describe('names in an English sentence', () => {
  it.each([
    ['Kitchen light', 'the kitchen light'],
    ['Kitchen Ceiling Light', 'the kitchen ceiling light'],
    ['Dishwasher Power', 'the dishwasher power'],
    ['Printer', 'the printer'],
    ['Hall TV', 'the hall TV'],
    ['Sonos Speaker', 'the Sonos Speaker'],
    ['TV', 'the TV'],
    ['Sonos One', 'the Sonos One'],
    ['Philips lamp', 'the Philips lamp'],
    ["Maddie's lamp", "Maddie's lamp"],
    ["Kids' lamp", "the kids' lamp"],
    ['The big one', 'The big one'],
  ])('%s: %s', (name, expected) => expect(names.the(name, false, 'subject')).toBe(expected))

  it('gives people no article', () => expect(names.the('Maddie', true, 'subject')).toBe('Maddie'))
  it('knows plural names', () => {
    expect(['Blinds', 'Kitchen lights', 'Kitchen light', 'Sonos'].map(names.isPlural)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})

describe('places in an English sentence', () => {
  it.each([
    ['Kitchen', 'in the kitchen'],
    ['Living room', 'in the living room'],
    ["Maddie's room", "in Maddie's room"],
    ["Kids' room", "in the kids' room"],
    ['Balcony', 'on the balcony'],
    ['Outside', 'outside'],
    ['Lego corner', 'in the Lego corner'],
  ])('%s: %s', (name, expected) => expect(places.area(name)).toBe(expected))

  it.each([
    ['Upstairs', 'upstairs'],
    ['First floor', 'on the first floor'],
    ['Basement', 'in the basement'],
  ])('%s: %s', (name, expected) => expect(places.floor(name)).toBe(expected))
})

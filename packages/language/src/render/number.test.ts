import { describe, expect, it } from 'vitest'
import { mannerOf } from './manner.ts'
import { amount, digitsOf, numberOf } from './number.ts'
import { now, timeZone } from './testing/house.ts'

const manner = (language: string, ear: boolean) => mannerOf({ language, now, timeZone }, ear)

describe('amounts', () => {
  it.each([
    [21.4, '°C', '21.4 °C', '21.4 degrees', '21,4 °C', '21,4 Grad'],
    [-18.2, '°C', '−18.2 °C', 'minus 18.2 degrees', '−18,2 °C', 'minus 18,2 Grad'],
    [1, '°C', '1 °C', '1 degree', '1 °C', '1 Grad'],
    [-0.001, '°C', '0 °C', '0 degrees', '0 °C', '0 Grad'],
    [72, '°F', '72 °F', '72 degrees Fahrenheit', '72 °F', '72 Grad Fahrenheit'],
    [40, '%', '40 %', '40 percent', '40 %', '40 Prozent'],
    [12345.6, 'W', '12,345.6 W', '12345.6 watts', '12.345,6 W', '12345,6 Watt'],
    [1.5, 'kWh', '1.5 kWh', '1.5 kilowatt hours', '1,5 kWh', '1,5 Kilowattstunden'],
    [8, 'µg/m³', '8 µg/m³', '8 micrograms per cubic metre', '8 µg/m³', '8 Mikrogramm pro Kubikmeter'],
    [3, '°', '3°', '3 degrees', '3°', '3 Grad'],
    [3, 'florps', '3 florps', '3 florps', '3 florps', '3 florps'],
    [3, null, '3', '3', '3', '3'],
  ])('%d %s', (value, unit, ...expected) => {
    const manners = [manner('en', false), manner('en', true), manner('de', false), manner('de', true)]
    expect(manners.map((m) => amount(value, unit, m))).toEqual(expected)
  })

  it('knows a number from a text', () => {
    expect(['21.4', '-3', '1e3', '', ' ', 'on', '0x10', '1.2.3', 'Infinity', Number.NaN, 7].map(numberOf)).toEqual([
      21.4,
      -3,
      1000,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      7,
    ])
  })

  it('gives no more digits than the device did, and few of those', () => {
    expect([digitsOf('21', '°C'), digitsOf('21.0', '°C'), digitsOf('21.437', '°C'), digitsOf('0.456', 'kWh')]).toEqual([
      0, 1, 1, 2,
    ])
    expect([digitsOf('12.345', 'V'), digitsOf('2345.67', 'W')]).toEqual([1, 0])
  })
})

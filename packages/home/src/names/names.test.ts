import { describe, expect, it } from 'vitest'
import { cleanName, cleanText, isPlainWord } from './clean-text.ts'
import { displayName, entityIdFor, type Naming } from './entity-name.ts'
import { slug } from './slug.ts'

describe('cleanName', () => {
  it.each([
    ['Kitchen light', 'Kitchen light'],
    ['  two \n lines\t', 'two lines'],
    ['Ku\u0308che', 'Küche'],
    ['safe\u202Egpj.exe', 'safegpj.exe'],
    ['zero\u200Bwidth\u200D\uFEFF', 'zerowidth'],
    ['tag\u{E0041}\u{E007F}', 'tag'],
    ['bell\u0007\u0000', 'bell'],
    ['line\u2028break', 'line break'],
    ['lone\uD800', 'lone'],
    ['\u3164\u115F\u2800', null],
    ['', null],
    ['客厅灯', '客厅灯'],
    ['غرفة', 'غرفة'],
    ['Lamp 💡', 'Lamp 💡'],
    [`z${'\u0335'.repeat(50)}`, `z${'\u0335'.repeat(4)}`],
  ])('makes %j into %j', (name, expected) => {
    expect(cleanName(name)).toBe(expected)
  })

  it('caps the length in whole characters', () => {
    expect(cleanName('💡'.repeat(300))).toBe('💡'.repeat(80))
    expect(cleanText('x'.repeat(1_000_000), 10)).toBe('xxxxxxxxxx')
  })

  it('tells words that can be shown from words that deceive', () => {
    expect(['Rainbow 🌈', '🏳️‍🌈', 'très chaud'].every(isPlainWord)).toBe(true)
    expect(['a\u202Eb', 'a\nb', 'a\u200Bb', '', 'x'.repeat(256)].some(isPlainWord)).toBe(false)
  })
})

describe('slug', () => {
  it.each([
    ['Küchenlicht', 'kuchenlicht'],
    ['Straße Süd', 'strasse_sud'],
    ["Kids' room", 'kids_room'],
    ['Ærø Łódź Þór', 'aero_lodz_thor'],
    ['Кухня свет', 'kukhnia_svet'],
    ['Φως κουζίνας', 'phos_kouzinas'],
    ['  --a__b  ', 'a_b'],
    ['TV 📺', 'tv'],
    ['1.5 kW', '1_5_kw'],
    ['ﬁx²', 'fix2'],
    ['İstanbul ığ', 'istanbul_ig'],
    ['厨房灯', ''],
  ])('makes %s into %s', (name, expected) => {
    expect(slug(name)).toBe(expected)
  })
})

const naming: Naming = {
  domain: 'sensor',
  name: 'Temperature',
  deviceName: 'Balcony',
  deviceClass: null,
  wishedId: null,
}

describe('displayName', () => {
  it.each<[string, Partial<Naming>, string]>([
    ['device and entity', {}, 'Balcony Temperature'],
    ['only the device for null', { name: null }, 'Balcony'],
    ['the device class for no name', { name: undefined, deviceClass: 'carbon_dioxide' }, 'Balcony Carbon dioxide'],
    ['the domain for nothing', { name: undefined }, 'Balcony Sensor'],
    ['no device', { deviceName: null }, 'Temperature'],
    ['no device and null', { deviceName: null, name: null }, 'Sensor'],
    ['a device said once', { name: 'Balcony temperature' }, 'Balcony temperature'],
    ['an entity named as its device', { name: 'Balcony' }, 'Balcony'],
  ])('is %s', (_, part, expected) => {
    expect(displayName({ ...naming, ...part })).toBe(expected)
  })
})

describe('entityIdFor', () => {
  it('follows the name, or the wish, and counts on', () => {
    const taken = new Set<string>()
    const next = (part: Partial<Naming>) => {
      const id = entityIdFor({ ...naming, ...part }, (candidate) => taken.has(candidate))
      taken.add(id)
      return id
    }
    expect([
      next({}),
      next({}),
      next({}),
      next({ wishedId: 'sensor.My Wish' }),
      next({ wishedId: 'old_style' }),
    ]).toEqual([
      'sensor.balcony_temperature',
      'sensor.balcony_temperature_2',
      'sensor.balcony_temperature_3',
      'sensor.my_wish',
      'sensor.old_style',
    ])
    expect(entityIdFor({ ...naming, name: '厨房', deviceName: null }, () => false)).toBe('sensor.unknown')
  })
})

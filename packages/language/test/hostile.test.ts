import { describe, expect, it } from 'vitest'
import { buildHomeIndex, builtinPacks, createRecogniser, loadPack, type HomeDescription } from '../src/index.ts'
import { indexHome, readCases, readHome } from './corpus.ts'

const recogniser = createRecogniser({ packs: builtinPacks() })
const homes = { en: indexHome('oak-house', 'en'), de: indexHome('lindenhof', 'de') }
const languages = ['en', 'de'] as const

/** Slow enough for a busy machine, and far below what a search without bounds would take. */
const enoughMs = 500

function recognise(text: string, language: 'en' | 'de', area?: string) {
  const begun = performance.now()
  const recognition = recogniser.recognise(text, { language, area, home: homes[language] })
  expect(performance.now() - begun).toBeLessThan(enoughMs)
  expect(recognition.clauses.length).toBeGreaterThan(0)
  for (const { candidates, miss } of recognition.clauses) {
    expect(candidates.length > 0).toBe(miss === undefined)
    for (const { score } of candidates) expect(score).toBeGreaterThan(0)
  }
  return recognition
}

/** Park and Miller's generator: the same numbers every time. */
function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

const pick = <T>(from: readonly T[], below: (n: number) => number): T | undefined => from[below(from.length)]

describe('whatever is said', () => {
  const words = [...new Set(languages.flatMap((code) => readCases(code).flatMap(({ say }) => say.split(' '))))]
  const strange = [
    '\u200b',
    '\u202e',
    '\u2066',
    '\ufeff',
    '\u0000',
    '\ud800',
    '💡',
    'é',
    'ß',
    'ﬁ',
    '½',
    '%',
    '°',
    '{',
    '<',
    '[',
    '(',
    '|',
    '\\',
    "'",
    ',',
    '.',
    '-',
    '\n',
    '1e9',
    '-3',
    '٣',
  ]

  it.each(languages)('random rows of our own words are bounded and never throw (%s)', (language) => {
    const below = random(7)
    for (let run = 0; run < 1_000; run++) {
      const text = Array.from({ length: 1 + below(25) }, () => pick(words, below)).join(' ')
      recognise(text, language, pick([undefined, 'kitchen', 'kueche', 'nowhere'], below))
    }
  })

  it.each(languages)('random characters are bounded and never throw (%s)', (language) => {
    const below = random(11)
    for (let run = 0; run < 1_000; run++) {
      const text = Array.from({ length: below(80) }, () => pick([...strange, 'a', 'licht', ' ', 'and', 'the '], below))
      recognise(text.join(''), language)
    }
  })

  it.each(languages)('sentences with a word changed, lost or doubled are bounded and never throw (%s)', (language) => {
    const below = random(13)
    for (const { say } of readCases(language)) {
      const said = say.split(' ')
      const at = below(said.length)
      recognise(said.toSpliced(at, below(2), pick(words, below) ?? '').join(' '), language)
      recognise(said.toSpliced(at, 1).join(' '), language)
    }
  })

  it('what is not seen changes nothing', () => {
    const plain = recognise('turn on the floor lamp', 'en').clauses[0]?.candidates[0]?.targets
    for (const mark of ['\u200b', '\u200d', '\u202e', '\u2067', '\ufeff', '\u00ad'])
      expect(recognise(`turn o${mark}n the fl${mark}oor lamp${mark}`, 'en').clauses[0]?.candidates[0]?.targets).toEqual(
        plain,
      )
  })

  it.each([
    ['10 kB of one letter', 'a'.repeat(10_000)],
    ['10 kB of words', 'turn on the light '.repeat(600)],
    ['1,000 "and"s', 'turn on the light and '.repeat(1_000)],
    ['1,000 commas', ',lamp'.repeat(1_000)],
    ['only combining marks', '\u0301'.repeat(10_000)],
    ['only bidi controls', '\u202e'.repeat(10_000)],
    ['a megabyte', 'x '.repeat(500_000)],
  ])('%s is refused', (_, text) => {
    for (const language of languages) {
      const [clause] = recognise(text, language).clauses
      expect(clause?.candidates).toEqual([])
      expect(['too_long', 'empty']).toContain(clause?.miss?.why)
    }
  })

  it.each([
    ['all that fits of one word', 'the '.repeat(119)],
    ['all that fits of a name', 'floor lamp '.repeat(59)],
    ['as many "and"s as fit', 'lamp and '.repeat(59)],
    ['numbers', 'one hundred and twenty '.repeat(29)],
    ['a list of lights', 'turn on the floor lamp, the desk lamp, the reading lamp, the night light and the foo'],
    ['a long wildcard', `add ${'milk and '.repeat(40)}eggs to the shopping list`],
    ['exceptions', `turn off all lights except ${'the kitchen and '.repeat(20)}the hall`],
    ['politeness', `${'please could you '.repeat(35)}turn on the floor lamp`],
  ])('%s is answered in time', (_, text) => {
    for (const language of languages) recognise(text, language)
  })

  it('a language without sentences is no match', () => {
    const { clauses } = recogniser.recognise('allume la lampe', { language: 'fr', home: homes.en })
    expect(clauses[0]?.miss?.why).toBe('no_match')
  })
})

describe('whatever things are called', () => {
  const names = [
    '',
    '   ',
    '\u202eevil\u202c',
    '\u200b',
    '{name}',
    '<area>',
    '(a|b)',
    'and',
    'all lights',
    'turn off everything',
    '__proto__',
    'constructor',
    'a'.repeat(5_000),
    'lamp '.repeat(500),
    '💡💡',
    '100 %',
    'Lampe, Tisch & Bett',
    'the',
  ]

  it('a home with strange names is indexed, and its plain names still work', () => {
    const house = readHome('oak-house')
    const strange: HomeDescription = {
      ...house,
      areas: [...house.areas, ...names.map((name, n) => ({ id: `a${n}`, name, floorId: null, aliases: names }))],
      entities: [
        ...house.entities,
        ...names.map((name, n) => ({
          id: `light.x${n}`,
          name,
          aliases: names,
          domain: 'light',
          deviceClass: null,
          areaId: `a${n}`,
        })),
      ],
    }
    const home = buildHomeIndex(strange, 'en')
    const said = (text: string) => recogniser.recognise(text, { language: 'en', home }).clauses[0]?.candidates[0]
    expect(said('turn on the floor lamp')?.targets).toEqual(['light.floor_lamp'])
    for (const name of names) recogniser.recognise(`turn on ${name}`, { language: 'en', home })
  })

  it('1,000 things of one name ask back and do not explode', () => {
    const entities = Array.from({ length: 1_000 }, (_, n) => ({
      id: `light.l${n}`,
      name: 'Twin Lantern',
      aliases: [],
      domain: 'light',
      deviceClass: null,
      areaId: null,
    }))
    const home = buildHomeIndex({ floors: [], areas: [], entities }, 'en')
    const [clause] = recogniser.recognise('turn on the twin lantern', { language: 'en', home }).clauses
    expect(clause?.candidates[0]?.choice?.options).toHaveLength(1_000)
  })
})

describe('whatever is in a sentence file', () => {
  it('is loaded or refused, never thrown', () => {
    const below = random(17)
    const text =
      'language: en\nintents:\n  Foo:\n    data:\n      - sentences: ["turn [on|off] (the;a) {name} <area>"]\nlists:\n  x: { values: [a, { in: "(b|c)", out: 3 }] }\n'
    for (let run = 0; run < 500; run++) {
      const at = below(text.length)
      const broken =
        text.slice(0, at) +
        (pick(['(', ']', '{', ': ', '\n', '"', '- ', '&a ', '*a', '|', ';', '\u0000'], below) ?? '') +
        text.slice(at + below(3))
      const { packs } = loadPack([{ path: 'x.yaml', text: broken }])
      createRecogniser({ packs })
    }
  })

  it('cannot grow without end: nested optionals, permutations, aliases of aliases', () => {
    const bombs = [
      `"${'[a'.repeat(30)}${']'.repeat(30)}"`,
      `"${'(a|b)'.repeat(200)}"`,
      `"${'(a;b;c;d;e;f)'.repeat(3)}"`,
      `"${'('.repeat(5_000)}"`,
      `"${'(a|'.repeat(39)}${')'.repeat(39)}"`,
    ]
    for (const bomb of bombs) {
      const begun = performance.now()
      const { packs } = loadPack([
        { path: 'x.yaml', text: `language: en\nintents: { Foo: { data: [{ sentences: [${bomb}] }] } }` },
      ])
      const small = createRecogniser({ packs })
      small.recognise('a b a b a b', { language: 'en', home: homes.en })
      expect(performance.now() - begun).toBeLessThan(2_000)
    }
  })
})

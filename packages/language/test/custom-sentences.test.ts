import { describe, expect, it } from 'vitest'
import { builtinPacks, createRecogniser, loadPack } from '../src/index.ts'
import { indexHome } from './corpus.ts'

const home = indexHome('oak-house', 'en')
const builtin = builtinPacks().filter((pack) => pack.language === 'en')

/** As people keep them in `custom_sentences/en/*.yaml`. */
const party = `
language: en
intents:
  PartyTime:
    data:
      - sentences:
          - "[let's] party [<in_area>] [for {minutes} minutes]"
          - "(disco|party) mode {party_state}"
        slots:
          volume: 80
      - sentences:
          - "play {artist} at the party"
        required_keywords: [party]
  HassTurnOn:
    data:
      - sentences: ["make <name> shine"]
        requires_context:
          domain: light
  TeaTime:
    data:
      - sentences: ["(tea;please;now)"]
      - sentences: ["brew tea"]
        requires_context: { area: { slot: true } }
      - sentences: ["brew coffee"]
        excludes_context: { area: office }
expansion_rules:
  in_area: "in [the] {area}"
lists:
  minutes: { range: { from: 10, to: 120, step: 10 } }
  artist: { wildcard: true }
  party_state:
    values:
      - in: "(on|started)"
        out: "start"
      - in: off
        out: stop
`

function recogniserWith(text: string) {
  const { packs, faults } = loadPack([{ path: 'custom_sentences/en/party.yaml', text }])
  const recogniser = createRecogniser({ packs: [...builtin, ...packs] })
  return { recogniser, faults: [...faults, ...recogniser.faults] }
}

const { recogniser, faults } = recogniserWith(party)

function best(said: string, area?: string) {
  const [candidate] = recogniser.recognise(said, { language: 'en', area, home }).clauses[0]?.candidates ?? []
  if (!candidate) return undefined
  const slots = Object.fromEntries(Object.entries(candidate.slots).map(([name, { value }]) => [name, value]))
  return { intent: candidate.intent, slots, targets: candidate.targets }
}

describe('custom sentences of Home Assistant', () => {
  it('load without a fault beside ours', () => {
    expect(faults).toEqual([])
  })

  it('are understood: optional parts, alternatives, ranges, lists, rules, fixed slots', () => {
    expect(best("Let's party in the living room for 30 minutes!")?.slots).toEqual({
      volume: 80,
      area: 'living_room',
      minutes: 30,
    })
    expect(best('disco mode started')?.slots).toEqual({ volume: 80, party_state: 'start' })
    expect(best('party mode off')?.slots).toMatchObject({ party_state: 'stop' })
    expect(best('party for 35 minutes')).toBeUndefined()
  })

  it('take wildcards, permutations and keywords', () => {
    expect(best('play The Beatles at the party')?.slots).toMatchObject({ artist: 'The Beatles' })
    expect(best('now tea please')?.intent).toBe('TeaTime')
  })

  it('use and widen our own rules and intents', () => {
    expect(best('make the floor lamp shine')).toMatchObject({
      intent: 'HassTurnOn',
      targets: ['light.floor_lamp'],
    })
    expect(best('make the fountain shine')).toBeUndefined()
    expect(best('turn on the floor lamp')?.intent).toBe('HassTurnOn')
  })

  it('keep to requires_context and excludes_context', () => {
    expect(best('brew tea')).toBeUndefined()
    expect(best('brew tea', 'kitchen')?.slots).toEqual({ area: 'kitchen' })
    expect(best('brew coffee', 'kitchen')?.intent).toBe('TeaTime')
    expect(best('brew coffee', 'office')).toBeUndefined()
  })
})

describe('what is wrong with a sentence file is told with file and line', () => {
  const cases: [what: string, text: string, line: number, message: RegExp][] = [
    ['no YAML', 'language: en\nintents: [oh', 2, /./],
    ['a key twice', 'language: en\nlanguage: de\n', 2, /unique/i],
    ['no language', 'intents: {}\n', 1, /"language" is missing/],
    ['no mapping', '- language\n', 1, /mapping/],
    ['an intent without data', 'language: en\nintents:\n  Foo: {}\n', 3, /intent Foo has no "data"/],
    [
      'a block without sentences',
      'language: en\nintents:\n  Foo:\n    data:\n      - slots: {}\n',
      5,
      /no "sentences"/,
    ],
    ['a bracket that is left open', sentence('turn on (the|a light'), 5, /no "\)" to close/],
    ['a bracket that closes nothing', sentence('turn on] it'), 5, /closes nothing/],
    ['two separators in one group', sentence('(a|b;c)'), 5, /put one of them in brackets/],
    ['a rule that is not there', sentence('do <nothing_of_the_kind>'), 5, /there is no rule <nothing_of_the_kind>/],
    ['a list that is not there', sentence('do {nothing_of_the_kind}'), 5, /there is no list \{nothing_of_the_kind\}/],
    ['a rule within itself', `${sentence('<loop>')}expansion_rules:\n  loop: "again <loop>"\n`, 5, /refers to itself/],
    ['a list of nothing', 'language: en\nlists:\n  empty: {}\n', 3, /neither values nor range nor wildcard/],
    [
      'a range that goes down',
      'language: en\nlists:\n  r: { range: { from: 9, to: 1 } }\n',
      3,
      /goes from 9 down to 1/,
    ],
    ['a range without an end', 'language: en\nlists:\n  r: { range: { from: 9 } }\n', 3, /needs "from" and "to"/],
    [
      'a sentence that is no text',
      'language: en\nintents:\n  Foo:\n    data:\n      - sentences: [{ a: 1 }]\n',
      5,
      /must be text/,
    ],
  ]

  it.each(cases)('%s', (_, text, line, message) => {
    const { faults, recogniser } = recogniserWith(text)
    expect(faults).toContainEqual({
      file: 'custom_sentences/en/party.yaml',
      line,
      message: expect.stringMatching(message),
    })
    // The rest goes on.
    expect(recogniser.recognise('lock up', { language: 'en', home }).clauses[0]?.candidates[0]?.intent).toBe(
      'HassTurnOn',
    )
  })

  it('and a faulty template does not take its neighbours with it', () => {
    const { recogniser, faults } = recogniserWith(
      'language: en\nintents:\n  Foo:\n    data:\n      - sentences: ["oh (no", "hip hip hooray"]\n',
    )
    expect(faults).toHaveLength(1)
    expect(recogniser.recognise('hip hip hooray', { language: 'en', home }).clauses[0]?.candidates[0]?.intent).toBe(
      'Foo',
    )
  })
})

function sentence(template: string): string {
  return `language: en\nintents:\n  Foo:\n    data:\n      - sentences: ["${template}"]\n`
}

import { describe, expect, it } from 'vitest'
import { builtinPacks, createRecogniser, type Clause, type HomeDescription } from '../src/index.ts'
import { expandTargets, indexHome, readCases, readHome, type Expected } from './corpus.ts'

const recogniser = createRecogniser({ packs: builtinPacks() })
const aboutTargets = new Set(['name', 'area', 'floor', 'domain', 'device_class'])

describe('every built-in sentence', () => {
  it('can be used', () => {
    expect(recogniser.faults).toEqual([])
    expect(recogniser.languages).toEqual(['de', 'en'])
  })
})

for (const language of ['en', 'de']) {
  const cases = readCases(language)
  const homes = new Map(
    [...new Set(cases.map((each) => each.home))].map((name) => [
      name,
      { home: readHome(name), index: indexHome(name, language) },
    ]),
  )

  describe(`corpus ${language}`, () => {
    it('has at least 300 sentences, none of them twice', () => {
      expect(cases.length).toBeGreaterThanOrEqual(300)
      const said = cases.map(({ say, area, home }) => `${home}|${area ?? ''}|${say}`)
      expect(said.filter((text, index) => said.indexOf(text) !== index)).toEqual([])
    })

    it.each(cases)('$file: $say', ({ say, area, home: name, clauses }) => {
      const known = homes.get(name)
      if (!known) throw new Error(`no home ${name}`)
      const recognition = recogniser.recognise(say, { language, area, home: known.index })
      const actual = recognition.clauses.map((clause, index) => actualOf(clause, clauses[index] ?? {}))
      expect(actual).toEqual(clauses.map((expected) => wantedOf(expected, known.home)))
    })
  })
}

/** What a clause came to, as far as it is expected. */
function actualOf({ candidates, miss }: Clause, expected: Expected): Record<string, unknown> {
  const [best] = candidates
  if (!best) return { miss: miss?.why }
  const wanted = expected.slots ?? {}
  const slots = Object.entries(best.slots)
    .filter(([slot]) => slot in wanted || !aboutTargets.has(slot))
    .map(([slot, { value }]) => [slot, value])
  return {
    intent: best.intent,
    slots: Object.fromEntries(slots),
    ...((expected.targets || best.choice) && { targets: best.targets.toSorted() }),
    ...(best.choice && { choice: best.choice.options.toSorted() }),
    ...(expected.response !== undefined && { response: best.response }),
  }
}

function wantedOf({ intent, slots, targets, choice, response, miss }: Expected, home: HomeDescription) {
  if (miss !== undefined) return { miss }
  return {
    intent,
    slots: slots ?? {},
    ...((targets || choice) && { targets: expandTargets(targets ?? [], home) }),
    ...(choice && { choice: choice.toSorted() }),
    ...(response !== undefined && { response }),
  }
}

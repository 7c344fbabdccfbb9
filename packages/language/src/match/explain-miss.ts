import type { HomeList } from '../compile/matcher.ts'
import type { HomeIndex } from '../names/home-index.ts'
import { nearestNames } from '../names/nearest.ts'
import type { Miss } from '../recognition.ts'
import { stepsOf, type Step } from './captured.ts'
import { Search, type Reading } from './search.ts'
import type { Situation } from './situation.ts'
import type { Understanding } from './understand.ts'
import { saidAs, type Word } from './word.ts'

/**
 * Why nothing fits. When a sentence would fit if the home had a certain name, that name is the trouble: it is told with
 * the names most like it.
 */
export function explainMiss(words: readonly Word[], understanding: Understanding, situation: Situation): Miss {
  if (understanding.miss !== undefined && understanding.miss !== 'no_match') {
    const { miss: why, said } = understanding
    return { why, ...(said !== undefined && { said }), nearest: [] }
  }
  const search = new Search(situation.grammar, words, situation.home, true)
  const unknown = bestUnknown(search.readings(), words.length, situation)
  if (!unknown) return { why: 'no_match', nearest: [] }
  const said = saidAs(words.slice(unknown.from, unknown.to), situation.text)
  return {
    why: unknown.what === 'name' ? 'unknown_name' : 'unknown_area',
    said,
    nearest: nearestNames(said, namesOf(unknown.what, situation.home)),
  }
}

/**
 * The one unknown name of the reading that knows most words, if it knows at least as many as the name has. Sentences
 * marked `vague` are left out: "what is …" does not show that the home is meant.
 */
function bestUnknown(
  readings: Reading[],
  length: number,
  { grammar }: Situation,
): { what: HomeList; from: number; to: number } | undefined {
  let best: { what: HomeList; from: number; to: number } | undefined
  let weight = 0
  for (const reading of readings) {
    if (reading.weight <= weight || grammar.sentences[reading.number]?.block.metadata.vague === true) continue
    const steps = stepsOf(reading.steps).filter(
      (step) => step.captured.kind === 'unknown' || step.captured.kind === 'text',
    )
    const [step] = steps
    if (steps.length !== 1 || !step || step.captured.kind !== 'unknown' || isMost(step, length)) continue
    best = { what: step.captured.what, from: step.from, to: step.to }
    weight = reading.weight
  }
  return best
}

function isMost({ from, to }: Step, length: number): boolean {
  return 2 * (to - from) > length
}

function* namesOf(what: HomeList, home: HomeIndex): Generator<string> {
  if (what === 'name') for (const entity of home.entities()) if (!entity.category) yield entity.name
  for (const area of home.areas()) yield area.name
  if (what !== 'name') for (const floor of home.floors()) yield floor.name
}

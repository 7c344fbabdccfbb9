import type { Sentence } from '../compile/grammar.ts'
import type { HomeList } from '../compile/matcher.ts'
import type { HomeIndex } from '../names/home-index.ts'
import { nearestNames } from '../names/nearest.ts'
import type { Miss } from '../recognition.ts'
import { stepsOf, type Step } from './captured.ts'
import { holds } from './conditions.ts'
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
  const pronoun = pronounWithoutMeaning(words, situation)
  if (pronoun) return { why: 'unknown_pronoun', said: saidAs([pronoun], situation.text), nearest: [] }
  const search = new Search(situation.grammar, words, situation.home, { unknown: true })
  const unknown = bestUnknown(search.readings(), words.length, situation)
  if (!unknown) return { why: 'no_match', nearest: [] }
  const said = saidAs(words.slice(unknown.from, unknown.to), situation.text)
  const nearest = nearestNames(said, namesOf(unknown.what, situation.home))
  return {
    why: unknown.what === 'name' ? 'unknown_name' : 'unknown_area',
    said,
    nearest,
    ...(nearest.length === 0 && { examples: examplesOf(unknown, situation) }),
  }
}

/** "Turn it off" would be understood if something had been spoken of. */
function pronounWithoutMeaning(words: readonly Word[], { grammar, home }: Situation): Word | undefined {
  const pronoun = words.find((word) => grammar.rules.pronouns.has(word.word))
  if (!pronoun) return undefined
  const anything = Array.from(home.entities(), (entity) => ({ entity, exact: true }))
  const readings = new Search(grammar, words, home, { spokenOf: anything }).readings()
  return readings.some((reading) => stepsOf(reading.steps).some(isReferred)) ? pronoun : undefined
}

function isReferred({ captured }: Step): boolean {
  return captured.kind === 'name' && captured.referred === true
}

/** Most names that are told as examples. */
const maxExamples = 4

/** What the sentence could have been about: things of its kinds, those where the speaker is first; or the rooms. */
function examplesOf({ what, sentences }: Unknown, { home, area }: Situation): string[] {
  if (what !== 'name') return Array.from(home.areas(), ({ name }) => name).slice(0, maxExamples)
  const fitting = [...home.entities()].filter(
    ({ category, domain, deviceClass }) =>
      !category && sentences.some(({ block }) => holds(block, { domain, device_class: deviceClass })),
  )
  const here = fitting.filter(({ areaId }) => area !== undefined && areaId === area)
  return [...new Set([...here, ...fitting].map(({ name }) => name))].slice(0, maxExamples)
}

/** Words that are no name of the home, and the sentences that they would fit. */
interface Unknown {
  readonly what: HomeList
  readonly from: number
  readonly to: number
  readonly sentences: readonly Sentence[]
}

/**
 * The one unknown name of the reading that knows most words, if it knows at least as many as the name has. Sentences
 * marked `vague` are left out: "what is …" does not show that the home is meant.
 */
function bestUnknown(readings: Reading[], length: number, { grammar }: Situation): Unknown | undefined {
  let best: Unknown | undefined
  let weight = 0
  for (const reading of readings) {
    const sentence = grammar.sentences[reading.number]
    if (!sentence || reading.weight < weight || sentence.block.metadata.vague === true) continue
    const steps = stepsOf(reading.steps).filter(
      (step) => step.captured.kind === 'unknown' || step.captured.kind === 'text',
    )
    const [step] = steps
    if (steps.length !== 1 || !step || step.captured.kind !== 'unknown' || isMost(step, length)) continue
    const { from, to, captured } = step
    if (best && reading.weight === weight) {
      if (best.what === captured.what && best.from === from && best.to === to)
        best = { ...best, sentences: [...best.sentences, sentence] }
      continue
    }
    best = { what: captured.what, from, to, sentences: [sentence] }
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

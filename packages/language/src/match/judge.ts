import type { Sentence } from '../compile/grammar.ts'
import type { EntityDescription } from '../home.ts'
import type { Candidate, Miss, Slot } from '../recognition.ts'
import { chooseTargets, type Targets } from '../targets/choose-targets.ts'
import { meaningOf, type Meaning } from '../targets/meaning.ts'
import { stepsOf, type Step } from './captured.ts'
import { contextSlots, holds, type Context } from './conditions.ts'
import type { Reading } from './search.ts'
import type { Situation } from './situation.ts'
import { saidAs, type Word } from './word.ts'

/** First and last word of what a reading took from the text, as places in it. */
export interface Spans {
  /** What wildcards swallowed. */
  readonly wildcards: readonly [number, number][]
  /** Names, places and kinds. */
  readonly targets: readonly [number, number][]
}

/** A reading weighed against the home: a candidate, or why it is none. */
export interface Judgement {
  readonly candidate: Candidate | undefined
  readonly miss: Miss['why'] | undefined
  readonly said: string | undefined
  readonly spans: Spans | undefined
}

/** Is what was read true of this home and moment? */
export function judge(
  reading: Reading & { sentence: Sentence },
  words: readonly Word[],
  situation: Situation,
): Judgement {
  const { sentence } = reading
  const steps = stepsOf(reading.steps)
  const context = contextOf(steps, situation)
  if (!hasKeyword(sentence, words)) return missed('no_match')
  const named = steps.some(
    (step) => step.captured.kind === 'name' && step.reference.slot === 'name' && !step.reference.capture,
  )
  if (!named && !holds(sentence.block, context)) return missed('no_match')
  const fromContext = contextSlots(sentence.block, context)
  const meaning = withContextArea(meaningOf(sentence, steps), fromContext)
  const targets = chooseTargets(meaning, {
    home: situation.home,
    contextArea: situation.area,
    slots: new Set([...Object.keys(sentence.block.slots), ...steps.flatMap((step) => step.reference.slot ?? [])]),
    admits: (entity) => holds(sentence.block, { ...context, ...contextOfEntity(entity) }),
  })
  if (targets.miss) return missed(targets.miss, troubleOf(steps, words, situation))
  return {
    candidate: {
      ...toCandidate(reading, steps, words, situation, targets, fromContext),
      ...(meaning.referred && { referred: true as const }),
    },
    miss: undefined,
    said: undefined,
    spans: {
      wildcards: spansOf(steps.filter(isWildcard), words),
      targets: spansOf(steps.filter(isAboutTargets), words),
    },
  }
}

function missed(miss: Miss['why'], said?: string): Judgement {
  return { candidate: undefined, miss, said, spans: undefined }
}

function contextOf(steps: readonly Step[], { area, context }: Situation): Context {
  const values = steps.map((step) => (step.captured.kind === 'value' ? step.captured.value.context : {}))
  return Object.assign(area === undefined ? {} : { area }, context, ...values)
}

/** What Home Assistant tells of an entity whose name is said. */
function contextOfEntity(entity: EntityDescription): Context {
  return { domain: entity.domain, device_class: entity.deviceClass }
}

function hasKeyword({ keywords }: Sentence, words: readonly Word[]): boolean {
  return keywords.size === 0 || words.some((word) => keywords.has(word.word))
}

/** An area that `requires_context` put into the slot counts as if it had been said. */
function withContextArea(meaning: Meaning, slots: readonly [string, unknown][]): Meaning {
  const area = slots.find(([slot]) => slot === 'area')?.[1]
  return typeof area === 'string' && !meaning.areas ? { ...meaning, areas: [area] } : meaning
}

function toCandidate(
  reading: Reading & { sentence: Sentence },
  steps: readonly Step[],
  words: readonly Word[],
  situation: Situation,
  targets: Targets,
  fromContext: readonly [string, unknown][],
): Candidate {
  const { block, template } = reading.sentence
  const filled = steps.filter((step) => !step.reference.capture && step.reference.slot !== undefined)
  const slots = new Map<string, Slot>()
  for (const [name, value] of [...Object.entries(block.slots), ...fromContext]) slots.set(name, { value, text: '' })
  if (targets.contextArea !== undefined) slots.set('area', { value: targets.contextArea, text: '' })
  for (const step of filled) {
    const text = saidAs(words.slice(step.from, step.to), situation.text)
    slots.set(step.reference.slot ?? '', { value: slotValue(step, text, targets), text })
  }
  return {
    intent: block.intent,
    slots: Object.fromEntries(slots),
    targets: targets.ids,
    ...(targets.choice && { choice: targets.choice }),
    score: scoreOf(reading, words.length),
    reasons: [`template ${template.source.file}:${template.source.line}`, ...targets.reasons],
    ...(block.response !== undefined && { response: block.response }),
    metadata: block.metadata,
    template: { ...template.source, text: template.text },
  }
}

function slotValue({ captured }: Step, text: string, targets: Targets): unknown {
  switch (captured.kind) {
    case 'value':
      return captured.value.out === undefined ? text : captured.value.out
    case 'number':
      return captured.value
    case 'area':
    case 'floor':
      return captured.ids[0]
    case 'name': {
      const meant = captured.entities.find(({ entity }) => targets.ids.includes(entity.id)) ?? captured.entities[0]
      return meant?.entity.name
    }
    case 'text':
    case 'unknown':
      return text
  }
}

/** What a sentence that could be about anything counts less: a clear one with the same words goes first. */
const vaguePenalty = 0.05

function scoreOf({ weight, sentence }: Reading & { sentence: Sentence }, words: number): number {
  return Math.min(1, weight / words) - (sentence.block.metadata.vague === true ? vaguePenalty : 0)
}

const targetSlots: ReadonlySet<string> = new Set(['name', 'area', 'floor', 'domain', 'device_class'])

/** Words that a miss is about: a name and the place it is not in, or the kind. */
function troubleOf(steps: readonly Step[], words: readonly Word[], { text }: Situation): string | undefined {
  const telling = steps.filter(isAboutTargets)
  const from = Math.min(...telling.map((step) => step.from))
  const to = Math.max(...telling.map((step) => step.to))
  return telling.length === 0 ? undefined : saidAs(words.slice(from, to), text)
}

function isWildcard({ captured }: Step): boolean {
  return captured.kind === 'text'
}

function isAboutTargets({ reference: { slot, capture } }: Step): boolean {
  return !capture && targetSlots.has(slot ?? '')
}

function spansOf(steps: readonly Step[], words: readonly Word[]): [number, number][] {
  return steps.flatMap((step): [number, number][] => {
    const [first, last] = [words[step.from], words[step.to - 1]]
    return first && last ? [[first.index, last.index]] : []
  })
}

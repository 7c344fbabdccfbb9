import { z } from 'zod'
import { causeSchema, channelSchema } from './cause.ts'
import { commandResultSchema } from './command.ts'
import { attributesSchema, entityRefSchema } from './home.ts'

/**
 * What there is to say, as structure. Core makes it from outcomes and facts; persona has it worded in the resident's
 * language and tone; the page draws its cards from it. A sentence is never the source of a fact.
 */

/** The part of the home that was meant, in the words it is known by. All null: the whole home. */
export const scopeSchema = z.object({
  areaName: z.string().nullable(),
  floorName: z.string().nullable(),
  domain: z.string().nullable(),
  deviceClass: z.string().nullable(),
})
export type Scope = z.infer<typeof scopeSchema>

export const choiceSchema = z.object({
  id: z.string(),
  label: z.string(),
  /** `yes` and `no` are worded by the language; an entity's or area's label is its name. */
  kind: z.enum(['entity', 'area', 'yes', 'no']),
  /** Area of the entity, to tell two of one name apart. */
  hint: z.string().nullable(),
})
export type Choice = z.infer<typeof choiceSchema>

export const questionSchema = z.object({
  questionId: z.string(),
  choices: z.array(choiceSchema).max(4),
  expiresAt: z.string(),
})
export type Question = z.infer<typeof questionSchema>

export const readingSchema = z.object({
  entity: entityRefSchema,
  value: z.string(),
  unit: z.string().nullable(),
  /** Since the device last reported; null when it never did. */
  ageMs: z.number().nullable(),
  available: z.boolean(),
  /** The reading is older than readings of its kind usually are, and its age must be said. */
  old: z.boolean(),
})
export type Reading = z.infer<typeof readingSchema>

export const timerSchema = z.object({
  id: z.string(),
  name: z.string().nullable(),
  seconds: z.number(),
  endsAt: z.string(),
  /** Whole seconds that are left; of a paused timer too. */
  remainingSeconds: z.number(),
  paused: z.boolean(),
  areaId: z.string().nullable(),
})
export type Timer = z.infer<typeof timerSchema>

export const listItemSchema = z.object({ id: z.string(), text: z.string(), done: z.boolean() })
export type ListItem = z.infer<typeof listItemSchema>

/** One link of a causal chain, newest first: what happened, when, and why. */
export const causeStepSchema = z.object({
  eventId: z.string(),
  at: z.string(),
  type: z.string(),
  entity: entityRefSchema.nullable(),
  cause: causeSchema,
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Of `from` and `to`, for a measurement. */
  unit: z.string().nullable(),
  /** What changed beside the state. */
  attributes: attributesSchema,
  action: z.string().nullable(),
  parameters: attributesSchema,
  outcome: z.string().nullable(),
  /** Of a timer or a resident. */
  name: z.string().nullable(),
  /** What the resident said, for a turn. */
  text: z.string().nullable(),
})
export type CauseStep = z.infer<typeof causeStepSchema>

export const saySchema = z.discriminatedUnion('kind', [
  /** Commands were tried. `action` and `parameters` are what was asked; `results` what came of it, one an entity. */
  z.object({
    kind: z.literal('did'),
    action: z.string(),
    parameters: z.record(z.string(), z.unknown()),
    scope: scopeSchema,
    results: z.array(commandResultSchema.extend({ entity: entityRefSchema })),
  }),
  /** A value was asked: "how warm is it upstairs?", "what is the humidity of the bathroom?" */
  z.object({
    kind: z.literal('value'),
    /** Device class or attribute: `temperature`, `humidity`, `battery`, `brightness`, `state`, … */
    what: z.string(),
    scope: scopeSchema,
    readings: z.array(readingSchema),
    /** Mean of the readings that are usable, where a mean makes sense and there is more than one. */
    mean: z.number().nullable(),
  }),
  /** "Is the garage door open?" (`one`), "is any window open?" (`any`), "are all lights off?" (`all`) */
  z.object({
    kind: z.literal('truth'),
    question: z.enum(['one', 'any', 'all']),
    state: z.string(),
    scope: scopeSchema,
    holds: z.boolean(),
    matching: z.array(readingSchema),
    others: z.array(readingSchema),
  }),
  /** "Which lights are on?" (`which`), "how many windows are open?" (`count`) */
  z.object({
    kind: z.literal('set'),
    question: z.enum(['which', 'count']),
    state: z.string(),
    scope: scopeSchema,
    matching: z.array(readingSchema),
    others: z.array(readingSchema),
  }),
  z.object({ kind: z.literal('time'), at: z.string(), timeZone: z.string() }),
  z.object({ kind: z.literal('date'), at: z.string(), timeZone: z.string() }),
  z.object({
    kind: z.literal('timer'),
    event: z.enum([
      'started',
      'changed',
      'paused',
      'resumed',
      'cancelled',
      'cancelled_all',
      'status',
      'finished',
      'none',
      'ambiguous',
      'too_many',
    ]),
    timers: z.array(timerSchema),
  }),
  z.object({
    kind: z.literal('list'),
    event: z.enum(['added', 'completed', 'shown', 'not_on_list']),
    items: z.array(listItemSchema),
    text: z.string().nullable(),
  }),
  /** Something has to be asked back. `about` tells whether it is a name, or a confirmation that the gate wants. */
  z.object({
    kind: z.literal('ask'),
    about: z.enum(['entity', 'area', 'confirmation']),
    said: z.string().nullable(),
    action: z.string(),
    parameters: z.record(z.string(), z.unknown()),
    entities: z.array(entityRefSchema),
    question: questionSchema,
  }),
  /** An answer came to a question that is no longer open. Nothing was done. */
  z.object({ kind: z.literal('question_over'), why: z.enum(['expired', 'answered', 'unknown', 'declined']) }),
  /**
   * What was said could not be acted on. `known` are names like the one that was said, the most alike first; `examples`
   * are a few of what could have been meant where none is like it.
   */
  z.object({
    kind: z.literal('not_understood'),
    why: z.enum([
      'no_match',
      'unknown_pronoun',
      'unknown_name',
      'unknown_area',
      'nothing_there',
      'not_supported',
      'empty',
      'too_long',
    ]),
    said: z.string().nullable(),
    scope: scopeSchema,
    known: z.array(z.string()),
    examples: z.array(z.string()).optional(),
  }),
  /** Understood, and nothing that this house does. */
  z.object({
    kind: z.literal('not_offered'),
    what: z.enum([
      'weather',
      'later',
      'reminder',
      'other_list',
      'room_cleaning',
      'nothing_paused',
      'no_light_on',
      'a_little',
    ]),
  }),
  /** What can be said, in a few sentences about this home. */
  z.object({ kind: z.literal('help'), examples: z.array(z.string()) }),
  /** "Why did the kitchen light go on?" An empty chain means that the ledger holds no such change. */
  z.object({
    kind: z.literal('why'),
    entity: entityRefSchema.nullable(),
    asked: z.object({ state: z.string().nullable() }),
    chain: z.array(causeStepSchema),
  }),
  /** "What happened in the kitchen this morning?" Oldest first; `more` were left out. */
  z.object({
    kind: z.literal('happened'),
    scope: scopeSchema,
    entity: entityRefSchema.nullable(),
    from: z.string(),
    to: z.string(),
    /** The word used, such as `this_morning`; null for the last hours. */
    period: z.string().nullable(),
    steps: z.array(causeStepSchema),
    more: z.number(),
  }),
  /** A standing command stopped, the wish taken back, or nothing was running. */
  z.object({ kind: z.literal('stopped'), what: z.enum(['never_mind', 'stopped', 'nothing_running']) }),
  /** A greeting, thanks, or who this is: answered, and nothing else. */
  z.object({ kind: z.literal('pleasantry'), what: z.enum(['hello', 'thanks', 'self']) }),
  /** Something of ours is broken, in plain words of the catalogue `code`. */
  z.object({ kind: z.literal('trouble'), code: z.string() }),
])
export type Say = z.infer<typeof saySchema>
export type SayOf<K extends Say['kind']> = Extract<Say, { kind: K }>

/** How a resident likes to be answered; persona keeps it. */
export const toneSchema = z.enum(['plain', 'warm', 'brief'])
export type Tone = z.infer<typeof toneSchema>

export const wordedSchema = z.object({
  /** For the eye. */
  text: z.string(),
  /** For the ear: no symbols, units and times as words. */
  speech: z.string(),
})
export type Worded = z.infer<typeof wordedSchema>

export const wordingRequestSchema = z.object({
  say: saySchema,
  language: z.string(),
  residentId: z.string().nullable(),
  channel: channelSchema,
  now: z.string(),
  timeZone: z.string(),
})
export type WordingRequest = z.infer<typeof wordingRequestSchema>

import type { EntityRef, Say } from '@tali/contracts'
import type { Candidate } from '@tali/language'
import type { Orders, Placed } from '../../gate/orders.ts'
import type { PendingWish, Questions } from '../../gate/questions.ts'
import type { Home } from '../../home/home.ts'
import { actionFor, type Action } from '../actions.ts'
import type { IntentHandler, Moment } from '../moment.ts'
import { scopeOf, wholeHome } from '../scope.ts'
import type { Mentions } from '../mentions.ts'
import type { Understanding } from '../understanding.ts'
import { busyTargets } from './busy-targets.ts'

type Choice = NonNullable<Candidate['choice']>

/** Most choices of a question. */
const maxChoices = 50

/** A wish for what nothing in the home is doing. */
function nothingBusy(intent: string): Say {
  if (intent === 'TaliStepBrightness') return { kind: 'not_offered', what: 'no_light_on' }
  if (intent === 'HassMediaUnpause') return { kind: 'not_offered', what: 'nothing_paused' }
  return { kind: 'stopped', what: 'nothing_running' }
}

function isDown(slots: Candidate['slots']): boolean {
  return slots['step']?.value === 'down'
}

interface ControlOptions {
  home: Home
  orders: Orders
  questions: Questions
  understanding: Understanding
  mentions: Mentions
}

/** A wish for several entities at once. */
interface Wishes {
  readonly action: string
  readonly parameters: Readonly<Record<string, unknown>>
  readonly wishes: readonly ({ entityId: string } & Action)[]
}

/** Intents that end as commands to devices: "turn on the lamp", "blinds to half", "lock up". */
export function createControl({ home, orders, questions, understanding, mentions }: ControlOptions) {
  const handle: IntentHandler = async (candidate, moment) => {
    if (candidate.choice) return askOrDo(candidate, candidate.choice, moment)
    const targets = meantBy(candidate, moment)
    if (targets.length === 0) return nothingBusy(candidate.intent)
    const wanted = wishesFor(candidate, targets)
    if (!wanted)
      return { kind: 'not_understood', why: 'not_supported', said: null, scope: scopeOf(candidate, home), known: [] }
    return carryOut(wanted, candidate, moment)
  }

  /** Does what an answered question was about. */
  const resume = async (wish: PendingWish, choiceId: string, confirmed: boolean, moment: Moment): Promise<Say> => {
    const entityIds = wish.entities[choiceId] ?? []
    if (entityIds.length === 0) return { kind: 'question_over', why: 'declined' }
    const wishes = entityIds.map((entityId) => ({ entityId, action: wish.action, parameters: wish.parameters }))
    return carryOut({ ...wish, wishes }, null, moment, confirmed)
  }

  return { handle, resume }

  /** Those that are at it. Of "brighter", which names nothing, the lights that were spoken of. */
  function meantBy({ intent, slots, targets }: Candidate, { turn }: Moment): readonly string[] {
    const busy = busyTargets(intent, targets, (id) => home.state(id)?.value)
    if (intent !== 'TaliStepBrightness' || slots['name']) return busy
    // A dark room is made brighter by switching its lights on.
    if (slots['area'] || slots['floor']) return busy.length > 0 || isDown(slots) ? busy : targets
    const spokenOf = new Set(mentions.of(turn.conversationId))
    const those = targets.filter((id) => spokenOf.has(id))
    return those.length > 0 ? those : busy
  }

  async function carryOut(
    wanted: Wishes,
    candidate: Candidate | null,
    moment: Moment,
    confirmed = false,
  ): Promise<Say> {
    const { turn, turnEvent, clause, tell } = moment
    const placed = await orders.place({
      principal: turn.principal,
      channel: turn.channel,
      conversationId: turn.conversationId,
      parentId: turnEvent,
      wishes: wanted.wishes,
      confirmed,
      onSent: (entityId, action, at) =>
        tell({
          kind: 'sent',
          clause,
          entityId,
          name: home.refer(entityId).name,
          action,
          at: new Date(at).toISOString(),
        }),
      onConcluded: (result) => tell({ kind: 'concluded', clause, name: home.refer(result.entityId).name, result }),
    })
    return say(wanted, placed, candidate)
  }

  function say({ action, parameters }: Wishes, { results, confirm }: Placed, candidate: Candidate | null): Say {
    if (confirm)
      return {
        kind: 'ask',
        about: 'confirmation',
        said: null,
        action: confirm.action,
        parameters: { ...confirm.parameters },
        entities: confirm.entityIds.map((id) => home.refer(id)),
        question: confirm.question,
      }
    const scope = candidate ? scopeOf(candidate, home) : wholeHome
    return {
      kind: 'did',
      action,
      parameters: { ...parameters },
      scope,
      results: results.map((result) => ({ ...result, entity: home.refer(result.entityId) })),
    }
  }

  function wishesFor(candidate: Candidate, targets: readonly string[]): Wishes | null {
    const wishes = targets.flatMap((entityId) => {
      const entity = home.registry.describe(entityId)
      const action = entity && actionFor(candidate.intent, candidate.slots, entity, home.state(entityId))
      return action ? [{ entityId, ...action }] : []
    })
    const [first] = wishes
    return first ? { action: first.action, parameters: first.parameters, wishes } : null
  }

  /** "Lights out" means the rooms where one is on: a single one needs no question, and none is told so. */
  async function askOrDo(candidate: Candidate, choice: Choice, moment: Moment): Promise<Say> {
    if (choice.slot !== 'area' || candidate.intent !== 'HassTurnOff') return askWhich(candidate, choice, moment)
    const isOn = (id: string) => home.state(id)?.value === 'on'
    const lit = choice.options.filter((areaId) => inArea(candidate, areaId, moment).some(isOn))
    if (lit.length > 1) return askWhich(candidate, { ...choice, options: lit }, moment)
    const areas = lit.length === 1 ? lit : choice.options
    const targets = areas.flatMap((areaId) => inArea(candidate, areaId, moment))
    const wanted = targets.every((id) => ['light', 'fan', 'switch'].includes(home.refer(id).domain))
      ? wishesFor(candidate, targets)
      : null
    return wanted ? carryOut(wanted, candidate, moment) : askWhich(candidate, choice, moment)
  }

  /** Two things of one name in one room differ in their ids alone, until somebody names one of them. */
  function labelOf({ id, name, areaName }: EntityRef, meant: readonly { id: string }[]): string {
    const twins = meant
      .map((each) => home.refer(each.id))
      .filter((other) => other.name === name && other.areaName === areaName)
    return twins.length > 1 ? `${name} (${id})` : name
  }

  /** Every choice can be said; the first few are shown. */
  async function askWhich(candidate: Candidate, choice: Choice, moment: Moment): Promise<Say> {
    const meant = choice.options
      .map((id) => ({ id, entities: choice.slot === 'area' ? inArea(candidate, id, moment) : [id] }))
      .slice(0, maxChoices)
    const wanted = wishesFor(
      candidate,
      meant.flatMap(({ entities }) => entities),
    )
    if (!wanted)
      return { kind: 'not_understood', why: 'not_supported', said: null, scope: scopeOf(candidate, home), known: [] }
    const about = choice.slot === 'area' ? 'area' : 'entity'
    const question = await questions.ask({
      about,
      conversationId: moment.turn.conversationId,
      principal: moment.turn.principal,
      choices: meant.map(({ id }) => {
        const entity = home.refer(id)
        return about === 'area'
          ? { id, label: home.places.area(id)?.name ?? id, kind: 'area' as const, hint: null }
          : { id, label: labelOf(entity, meant), kind: 'entity' as const, hint: entity.areaName }
      }),
      wish: {
        action: wanted.action,
        parameters: { ...wanted.parameters },
        entities: Object.fromEntries(meant.map(({ id, entities }) => [id, [...entities]])),
      },
      turnEventId: moment.turnEvent,
    })
    const entities: EntityRef[] = about === 'area' ? [] : meant.slice(0, 4).map(({ id }) => home.refer(id))
    return {
      kind: 'ask',
      about,
      said: candidate.slots['name']?.text ?? null,
      action: wanted.action,
      parameters: { ...wanted.parameters },
      entities,
      question,
    }
  }

  /** The same words, understood as if they had been said in that area. */
  function inArea({ intent }: Candidate, areaId: string, { text, language }: Moment): readonly string[] {
    const [clause] = understanding.recognise(text, language, areaId).clauses
    return clause?.candidates.find((each) => each.intent === intent)?.targets ?? []
  }
}

import type { Cause, Channel, CommandResult, Principal, Question } from '@tali/contracts'
import type { Commander } from '../commands/commander.ts'
import type { CoreEvents } from '../events.ts'
import type { Home } from '../home/home.ts'
import { gate, type Verdict } from './gate.ts'
import type { Questions } from './questions.ts'

/** Something to be done to entities, on somebody's behalf. */
export interface Order {
  readonly principal: Principal
  readonly channel: Channel
  readonly conversationId: string
  /** The event it follows from. */
  readonly parentId: string | null
  readonly wishes: readonly { entityId: string; action: string; parameters: Readonly<Record<string, unknown>> }[]
  readonly confirmed?: boolean
  readonly onSent?: (entityId: string, action: string, at: number) => void
  readonly onConcluded?: (result: CommandResult) => void
}

/** What came of an order: a result for each wish that was tried or refused, or a question when all of it needs a yes. */
export interface Placed {
  readonly results: CommandResult[]
  readonly confirm: {
    entityIds: string[]
    action: string
    parameters: Readonly<Record<string, unknown>>
    question: Question
  } | null
}

/** The counter where every order is handed in, judged by the gate, and carried out or not. There is no other way to a device. */
export class Orders {
  readonly #home: Home
  readonly #commander: Commander
  readonly #questions: Questions
  readonly #events: CoreEvents

  constructor(options: { home: Home; commander: Commander; questions: Questions; events: CoreEvents }) {
    this.#home = options.home
    this.#commander = options.commander
    this.#questions = options.questions
    this.#events = options.events
  }

  /**
   * Judges and carries out. When an order holds both what may be done and what needs a yes, the latter is refused and not
   * asked for: a question that nobody reads beside the results is none, and a later yes must not answer it.
   */
  async place(order: Order): Promise<Placed> {
    const judged = order.wishes.map((wish) => ({ wish, ...this.#judge(order, wish) }))
    const toConfirm = judged.filter(({ decision }) => decision === 'confirm').map(({ wish }) => wish)
    if (toConfirm.length > 0 && toConfirm.length === judged.length)
      return { results: [], confirm: await this.#ask(order, toConfirm) }
    const results = await Promise.all(
      judged.map(async ({ wish, decision }) => {
        const result = await this.#carryOut(order, wish, decision)
        order.onConcluded?.(result)
        return result
      }),
    )
    return { results, confirm: null }
  }

  #judge(order: Order, wish: Order['wishes'][number]): Verdict {
    const entity = this.#home.registry.describe(wish.entityId) ?? {
      domain: 'unknown',
      deviceClass: null,
      category: null,
    }
    const verdict = gate({ ...wish, principal: order.principal, entity, confirmed: order.confirmed ?? false })
    if (verdict.decision === 'refuse') this.#events.refused(entity.domain, verdict.risk, verdict.rule)
    return verdict
  }

  #carryOut(order: Order, wish: Order['wishes'][number], decision: Verdict['decision']): Promise<CommandResult> {
    const command = { ...wish, cause: causeFor(order.principal, order.channel), parentId: order.parentId }
    if (decision !== 'allow')
      return this.#commander.refuse(command, decision === 'refuse' ? 'needs_resident' : 'not_confirmed')
    return this.#commander.execute(command, (at) => order.onSent?.(wish.entityId, wish.action, at))
  }

  /** One question for all that need a yes; they share action and parameters, since one sentence asked for them. */
  async #ask(order: Order, wishes: Order['wishes']): Promise<Placed['confirm']> {
    const [first] = wishes
    if (!first) return null
    const entityIds = wishes.map((wish) => wish.entityId)
    const { action, parameters } = first
    const question = await this.#questions.ask({
      about: 'confirmation',
      conversationId: order.conversationId,
      principal: order.principal,
      choices: [
        { id: 'yes', label: 'yes', kind: 'yes', hint: null },
        { id: 'no', label: 'no', kind: 'no', hint: null },
      ],
      wish: { action, parameters: { ...parameters }, entities: { yes: entityIds, no: [] } },
      turnEventId: order.parentId,
    })
    return { entityIds, action, parameters, question }
  }
}

export function causeFor(principal: Principal, channel: Channel): Cause {
  if (principal.kind === 'owner') return { kind: 'owner', channel }
  return { kind: 'resident', residentId: principal.residentId, name: principal.name, channel }
}

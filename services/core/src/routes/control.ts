import { randomUUID } from 'node:crypto'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { answerSchema, entityCommandSchema, turnPartSchema, type Say, type TurnPart } from '@tali/contracts'
import type { Door } from '@tali/runtime/http'
import { wholeHome } from '../conversation/scope.ts'
import type { Wording } from '../conversation/wording.ts'
import { errors } from '../errors.ts'
import type { Orders, Placed } from '../gate/orders.ts'
import type { Questions } from '../gate/questions.ts'
import type { Home } from '../home/home.ts'
import type { Caller } from '@tali/runtime/http'

export interface ControlRoutesOptions {
  door: Door
  home: Home
  orders: Orders
  questions: Questions
  wording: Wording
}

/** The page's controls: the same gate as a sentence, and the same truthful answer. */
export function controlRoutes({ door, home, orders, questions, wording }: ControlRoutesOptions): FastifyPluginAsyncZod {
  return async (server) => {
    const tags = ['control']
    const byId = z.object({ id: z.string().max(255) })

    server.post(
      '/api/entities/:id/command',
      {
        schema: {
          summary: 'Tell a thing to do something, through the gate',
          tags,
          params: byId,
          body: entityCommandSchema,
          response: { 200: turnPartSchema },
        },
      },
      async (request) => {
        const caller = await door.require(request)
        const { id } = request.params
        if (!home.registry.entity(id)) throw errors.error('unknown_entity', { values: { id } })
        const { action, parameters } = request.body
        const placed = await orders.place({ ...on(caller), wishes: [{ entityId: id, action, parameters }] })
        return word(say(placed, action, parameters), caller)
      },
    )

    server.post(
      '/api/questions/:id/answer',
      {
        schema: {
          summary: 'Answer a question of the house',
          tags,
          params: byId,
          body: answerSchema,
          response: { 200: turnPartSchema },
        },
      },
      async (request) => {
        const caller = await door.require(request)
        const answered = await questions.answer(request.params.id, request.body.choiceId, caller.principal, null)
        if (answered.kind === 'over') return word({ kind: 'question_over', why: answered.why }, caller)
        const { action, parameters, entities } = answered.question.wish
        const entityIds = entities[answered.choice.id] ?? []
        if (entityIds.length === 0) return word({ kind: 'question_over', why: 'declined' }, caller)
        const confirmed = answered.question.about === 'confirmation' && answered.choice.kind === 'yes'
        const wishes = entityIds.map((entityId) => ({ entityId, action, parameters }))
        return word(
          say(
            await orders.place({ ...on(caller), parentId: answered.question.turnEventId, wishes, confirmed }),
            action,
            parameters,
          ),
          caller,
        )
      },
    )
  }

  /** Each press is a conversation of its own: words elsewhere do not answer it. */
  function on({ principal, channel }: Caller) {
    return { principal, channel, conversationId: `page:${randomUUID()}`, parentId: null }
  }

  function say({ results, confirm }: Placed, action: string, parameters: Record<string, unknown>): Say {
    if (!confirm)
      return {
        kind: 'did',
        action,
        parameters,
        scope: wholeHome,
        results: results.map((result) => ({ ...result, entity: home.refer(result.entityId) })),
      }
    const { entityIds, question } = confirm
    return {
      kind: 'ask',
      about: 'confirmation',
      said: null,
      action,
      parameters,
      entities: entityIds.map((id) => home.refer(id)),
      question,
    }
  }

  async function word(what: Say, { principal, channel }: Caller): Promise<TurnPart> {
    const language = principal.kind === 'resident' ? principal.language : 'en'
    return { intent: null, say: what, worded: await wording.find(what, principal, channel, language) }
  }
}

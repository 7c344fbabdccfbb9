import { randomUUID } from 'node:crypto'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  processReplySchema,
  processRequestSchema,
  turnInputSchema,
  turnReplySchema,
  type TurnReply,
  type TurnRequest,
} from '@tali/contracts'
import { suggest } from '@tali/language/render'
import type { Caller, Door } from '@tali/runtime/http'
import type { Conversation } from '../conversation/conversation.ts'
import { toHomeAssistant } from '../conversation/home-assistant-reply.ts'
import type { Home } from '../home/home.ts'

export interface ConversationRoutesOptions {
  door: Door
  home: Home
  conversation: Conversation
}

/** Talking to the house over HTTP: in Home Assistant's shape, and in our own, which tells more. */
export function conversationRoutes({ door, home, conversation }: ConversationRoutesOptions): FastifyPluginAsyncZod {
  return async (server) => {
    const tags = ['conversation']

    server.post(
      '/api/conversation/process',
      {
        schema: {
          summary: "Talk to the house, in Home Assistant's shape",
          tags,
          body: processRequestSchema,
          response: { 200: processReplySchema },
        },
      },
      async (request) => {
        const caller = await door.require(request)
        const { text, language, conversation_id, device_id } = request.body
        const areaId = home.registry.devices().find((device) => device.id === device_id)?.areaId ?? null
        const reply = await conversation.take(
          turnOf(caller, { text, language, conversationId: conversation_id, areaId }),
        )
        return toHomeAssistant(reply)
      },
    )

    server.post(
      '/api/turns',
      {
        schema: {
          summary: 'Talk to the house; the reply tells all it knows',
          tags,
          body: turnInputSchema,
          response: { 200: turnReplySchema },
        },
      },
      async (request): Promise<TurnReply> => {
        const caller = await door.require(request)
        return conversation.take(turnOf(caller, request.body))
      },
    )

    server.get(
      '/api/suggestions',
      { schema: { summary: 'Sentences that work in this home', tags, response: { 200: z.array(z.string()) } } },
      async (request) => {
        const { principal } = await door.require(request)
        const entities = home.snapshot().entities.filter((entity) => entity.category === null)
        return suggest(
          entities.map((entity) => home.refer(entity.id)),
          languageOf({ principal }),
        )
      },
    )
  }
}

interface Said {
  text: string
  language?: string | null
  conversationId?: string | null
  areaId: string | null
}

function turnOf({ principal, channel }: Caller, { text, language, conversationId, areaId }: Said): TurnRequest {
  return {
    turnId: randomUUID(),
    conversationId: conversationId || randomUUID(),
    principal,
    channel,
    language: language ?? languageOf({ principal }),
    areaId,
    text,
    choice: null,
  }
}

function languageOf({ principal }: Pick<Caller, 'principal'>): string {
  return principal.kind === 'resident' ? principal.language : 'en'
}

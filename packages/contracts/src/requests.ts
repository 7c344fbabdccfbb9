import { z } from 'zod'
import { turnReplySchema, turnRequestSchema, principalSchema, turnPartSchema } from './conversation.ts'
import { serviceHealthSchema, storeHealthSchema } from './health.ts'
import { entityStateSchema } from './home.ts'
import { ledgerEventSchema, ledgerQuerySchema } from './ledger.ts'
import { overlaySchema, residentSchema } from './residents.ts'
import { wordedSchema, wordingRequestSchema } from './say.ts'

const nothing = z.object({})

/** The requests that services answer on the bus: `<service>.<noun>.<verb>` → question and answer. */
export const requests = {
  /** The main job: a resident said something, or pressed a button. Answered when all outcomes are known. */
  'core.turn.take': { request: turnRequestSchema, reply: turnReplySchema },
  /** Who is behind a session cookie or bearer token; null for nobody. The secret never leaves the process in a log. */
  'core.principal.identify': {
    request: z.object({ kind: z.enum(['session', 'token']), secret: z.string().max(200) }),
    reply: z.object({ principal: principalSchema.nullable(), sessionId: z.string().nullable() }),
  },
  'core.residents.list': { request: nothing, reply: z.object({ residents: z.array(residentSchema) }) },
  'persona.words.find': { request: wordingRequestSchema, reply: wordedSchema },
  'persona.overlay.get': { request: z.object({ residentId: z.string() }), reply: overlaySchema },
  'persona.overlay.change': { request: overlaySchema, reply: overlaySchema },
  /** The interaction log: what was said and answered, kept six months. */
  'persona.interaction.record': {
    request: z.object({
      turnId: z.string(),
      conversationId: z.string(),
      residentId: z.string().nullable(),
      channel: z.string(),
      said: z.string(),
      answered: z.string(),
      parts: z.array(turnPartSchema),
      at: z.string(),
    }),
    reply: nothing,
  },
  'dataservice.ledger.query': {
    request: ledgerQuerySchema,
    reply: z.object({ events: z.array(ledgerEventSchema), caughtUp: z.boolean() }),
  },
  /** An event and everything it followed from, newest first. */
  'dataservice.ledger.chain': {
    request: z.object({ eventId: z.string(), after: z.string().nullable().default(null) }),
    reply: z.object({ events: z.array(ledgerEventSchema) }),
  },
  /** The last known state of every entity, to start from. */
  'dataservice.states.latest': { request: nothing, reply: z.object({ states: z.array(entityStateSchema) }) },
  'dataservice.stores.check': { request: nothing, reply: z.object({ stores: z.array(storeHealthSchema) }) },
  'core.health.check': { request: nothing, reply: serviceHealthSchema },
  'persona.health.check': { request: nothing, reply: serviceHealthSchema },
  'messenger.health.check': { request: nothing, reply: serviceHealthSchema },
  'dataservice.health.check': { request: nothing, reply: serviceHealthSchema },
  'analytics.health.check': { request: nothing, reply: serviceHealthSchema },
} as const
export type RequestName = keyof typeof requests
/** What the asker passes; defaults may be left out. */
export type RequestInput<N extends RequestName> = z.input<(typeof requests)[N]['request']>
/** What the answerer gets: checked, defaults filled in. */
export type RequestData<N extends RequestName> = z.output<(typeof requests)[N]['request']>
export type ReplyData<N extends RequestName> = z.output<(typeof requests)[N]['reply']>

/** `core.turn.take` → `tali/core/turn/take` */
export function requestTopicOf(name: RequestName): string {
  return `tali/${name.replaceAll('.', '/')}`
}

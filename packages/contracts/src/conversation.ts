import { z } from 'zod'
import { channelSchema } from './cause.ts'
import { commandResultSchema } from './command.ts'
import { saySchema, wordedSchema } from './say.ts'

/** Longest text of a turn, in UTF-16 code units. */
export const maxTurnLength = 2_000

/** Who speaks, as established at the door. */
export const principalSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('resident'),
    residentId: z.string(),
    name: z.string(),
    role: z.enum(['admin', 'resident']),
    language: z.string(),
  }),
  /** Whoever owns the data directory, over its local socket. */
  z.object({ kind: z.literal('owner') }),
])
export type Principal = z.infer<typeof principalSchema>

export const turnRequestSchema = z
  .object({
    turnId: z.string(),
    conversationId: z.string(),
    principal: principalSchema,
    channel: channelSchema,
    language: z.string(),
    /** Where the speaker is, when that is known: the area of the satellite or screen. */
    areaId: z.string().nullable(),
    text: z.string().nullable(),
    /** An answer by button. */
    choice: z.object({ questionId: z.string(), choiceId: z.string() }).nullable(),
  })
  .refine((turn) => (turn.text === null) !== (turn.choice === null), 'a turn has a text or a choice, one of them')
export type TurnRequest = z.infer<typeof turnRequestSchema>

/** One clause of a turn: what was understood, what came of it, and its words. */
export const turnPartSchema = z.object({
  intent: z.string().nullable(),
  say: saySchema,
  worded: wordedSchema,
})
export type TurnPart = z.infer<typeof turnPartSchema>

export const turnReplySchema = z.object({
  turnId: z.string(),
  conversationId: z.string(),
  language: z.string(),
  parts: z.array(turnPartSchema),
  text: z.string(),
  speech: z.string(),
})
export type TurnReply = z.infer<typeof turnReplySchema>

/** While a turn runs: a command left for its device, an outcome is known, a clause is done and worded. */
export const turnProgressSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('sent'),
    clause: z.number(),
    entityId: z.string(),
    name: z.string(),
    action: z.string(),
    at: z.string(),
  }),
  z.object({ kind: z.literal('concluded'), clause: z.number(), name: z.string(), result: commandResultSchema }),
  z.object({ kind: z.literal('part'), clause: z.number(), part: turnPartSchema }),
])
export type TurnProgress = z.infer<typeof turnProgressSchema>

/** A message of a chat, as kept and as shown. */
export const chatMessageSchema = z.object({
  id: z.string(),
  conversationId: z.string(),
  author: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('resident'), residentId: z.string(), name: z.string() }),
    z.object({ kind: z.literal('tali') }),
  ]),
  turnId: z.string(),
  text: z.string(),
  parts: z.array(turnPartSchema),
  at: z.string(),
})
export type ChatMessage = z.infer<typeof chatMessageSchema>

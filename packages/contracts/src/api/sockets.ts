import { z } from 'zod'
import { areaSchema, deviceSchema, entitySchema, entityStateSchema, floorSchema } from '../home.ts'
import { chatMessageSchema, turnProgressSchema } from '../conversation.ts'
import { problemSchema } from '../problem.ts'

/** `GET /api/live` (WebSocket), server to page. First `home`, then changes as they happen. */
export const liveMessageSchema = z.discriminatedUnion('type', [
  /** Everything; sent on opening and whenever floors, areas or entities changed. */
  z.object({
    type: z.literal('home'),
    floors: z.array(floorSchema),
    areas: z.array(areaSchema),
    devices: z.array(deviceSchema),
    entities: z.array(entitySchema),
    states: z.array(entityStateSchema),
    /** Server's clock, to show ages right on a screen whose clock is wrong. */
    now: z.string(),
  }),
  /** States that changed, the latest of each entity; at most one message in 50 ms. */
  z.object({ type: z.literal('states'), states: z.array(entityStateSchema), now: z.string() }),
  /** The ledger has new lines; fetch them when the timeline is open. At most one a second. */
  z.object({ type: z.literal('ledger') }),
  /** Timers or the shopping list changed. */
  z.object({ type: z.literal('household') }),
])
export type LiveMessage = z.infer<typeof liveMessageSchema>

/** `GET /api/chat` (WebSocket), page to server. `id` is the page's own, to match the answer. */
export const chatSendSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('say'), id: z.string().max(64), text: z.string() }),
  z.object({
    type: z.literal('choose'),
    id: z.string().max(64),
    questionId: z.string().max(64),
    choiceId: z.string().max(100),
    label: z.string().max(200),
  }),
])
export type ChatSend = z.infer<typeof chatSendSchema>

/** Server to page. A turn is: `message` (the resident's, echoed to all their screens), `typing`, `progress`…, `message` (TALI's). */
export const chatReceiveSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('history'), messages: z.array(chatMessageSchema), more: z.boolean() }),
  z.object({ type: z.literal('message'), message: chatMessageSchema, id: z.string().nullable() }),
  z.object({ type: z.literal('typing'), turnId: z.string() }),
  z.object({ type: z.literal('progress'), turnId: z.string(), progress: turnProgressSchema }),
  z.object({
    type: z.literal('failed'),
    turnId: z.string().nullable(),
    id: z.string().nullable(),
    problem: problemSchema,
  }),
])
export type ChatReceive = z.infer<typeof chatReceiveSchema>

/** `GET /api/chat/messages?before=`: older messages, newest last. */
export const chatPageSchema = z.object({ messages: z.array(chatMessageSchema), more: z.boolean() })

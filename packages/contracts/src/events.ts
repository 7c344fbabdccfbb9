import { z } from 'zod'
import { turnProgressSchema } from './conversation.ts'
import { saySchema } from './say.ts'

/**
 * The events that services publish on the bus: type → schema of `data`. What happens in the home itself travels on the
 * ledger's stream instead (`ledger.ts`), since no line of it may be lost.
 */
export const events = {
  'tali.core.turn.progressed': z.object({
    turnId: z.string(),
    conversationId: z.string(),
    progress: turnProgressSchema,
  }),
  /** Something to tell a resident, or everybody, that nobody asked for just now, such as a timer's end. */
  'tali.core.notice.raised': z.object({
    noticeId: z.string(),
    residentId: z.string().nullable(),
    conversationId: z.string().nullable(),
    say: saySchema,
    at: z.string(),
  }),
  /** Sessions or tokens ended; open sockets of theirs must close. Without a `sessionId`: all of that resident. */
  'tali.core.session.ended': z.object({ residentId: z.string().nullable(), sessionId: z.string().nullable() }),
} as const
export type EventType = keyof typeof events
export type EventData<T extends EventType> = z.infer<(typeof events)[T]>

/** CloudEvents 1.0 in its JSON form, with the W3C trace context extension. */
export const envelopeSchema = z.object({
  specversion: z.literal('1.0'),
  id: z.string(),
  source: z.string(),
  type: z.string(),
  time: z.string(),
  datacontenttype: z.literal('application/json'),
  traceparent: z.string().optional(),
  data: z.unknown(),
})
export type Envelope = z.infer<typeof envelopeSchema>

/** `tali.core.turn.progressed` → `tali/core/turn/progressed` */
export function topicOf(type: string): string {
  return type.replaceAll('.', '/')
}

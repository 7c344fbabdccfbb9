import { z } from 'zod'
import { causeKinds } from '../cause.ts'
import { ledgerEventSchema } from '../ledger.ts'

/** `GET /api/ledger?…`: the timeline, newest first, worded for the asker. */
export const timelineQuerySchema = z.object({
  area: z.string().optional(),
  entity: z.string().optional(),
  resident: z.string().optional(),
  cause: z.enum(causeKinds).optional(),
  /** Page on: `next` of the page before. */
  before: z.string().max(100).optional(),
  /** Only what is newer than this line: its `cursor`. */
  since: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

export const timelineLineSchema = z.object({
  id: z.string(),
  cursor: z.string(),
  at: z.string(),
  text: z.string(),
  /** The cause in words, such as "Maddie, by chat". */
  causeText: z.string(),
  event: ledgerEventSchema,
})
export type TimelineLine = z.infer<typeof timelineLineSchema>

export const timelineSchema = z.object({ lines: z.array(timelineLineSchema), next: z.string().nullable() })
export type Timeline = z.infer<typeof timelineSchema>

/** `GET /api/ledger/:id/why`: the chain of one event, newest first, as sentences and raw. */
export const whySchema = z.object({ text: z.string(), lines: z.array(timelineLineSchema) })
export type Why = z.infer<typeof whySchema>

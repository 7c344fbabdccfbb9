import { z } from 'zod'
import { causeKinds } from '../cause.ts'
import { ledgerEventSchema } from '../ledger.ts'

/** A line's place in the timeline: its time and id. */
const cursorSchema = z.string().regex(/^\d{4}-\d\d-\d\dT[\d:.]+Z_[0-9a-f-]{36}$/, 'is not a cursor of the timeline')

/** `GET /api/ledger?…`: the timeline, newest first, worded for the asker. */
export const timelineQuerySchema = z.object({
  area: z.string().max(255).optional(),
  entity: z.string().max(255).optional(),
  resident: z.string().max(255).optional(),
  cause: z.enum(causeKinds).optional(),
  /** Page on: `next` of the page before. */
  before: cursorSchema.optional(),
  /** Only what is newer than this line: its `cursor`. */
  since: cursorSchema.optional(),
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

import { z } from 'zod'
import { causeKinds, causeSchema } from './cause.ts'
import { attributesSchema } from './home.ts'
import { outcomeReasonSchema, outcomeSchema } from './command.ts'

/** The stream that carries what happens in the home, and dataservice's consumer group on it. */
export const ledgerStream = 'home'
export const ledgerGroup = 'ledger'

const common = {
  /** UUID v7, made by whoever saw the event first; the database holds each id once. */
  id: z.uuid(),
  /** When it happened, as far as we know, and when it reached us. ISO 8601 in UTC. */
  at: z.string(),
  arrivedAt: z.string(),
  cause: causeSchema,
  /** The event that this one followed from. */
  parentId: z.string().nullable(),
  traceId: z.string().nullable(),
}
const aboutEntity = {
  entityId: z.string(),
  /** Its name at that time. */
  name: z.string(),
  areaId: z.string().nullable(),
}

/** One line of the ledger. `type` follows CloudEvents naming: `tali.<service>.<noun>.<past verb>`. */
export const ledgerEventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('tali.core.state.changed'),
    ...common,
    ...aboutEntity,
    from: z.string().nullable(),
    to: z.string(),
    /** Of a measurement. */
    unit: z.string().nullable(),
    /** The attributes that differ from before; null marks one that is gone. */
    attributes: attributesSchema,
  }),
  z.object({ type: z.literal('tali.core.availability.changed'), ...common, ...aboutEntity, available: z.boolean() }),
  z.object({
    type: z.literal('tali.core.turn.received'),
    ...common,
    turnId: z.string(),
    conversationId: z.string(),
    text: z.string(),
  }),
  z.object({
    type: z.literal('tali.core.command.sent'),
    ...common,
    ...aboutEntity,
    commandId: z.string(),
    action: z.string(),
    parameters: z.record(z.string(), z.unknown()),
  }),
  z.object({
    type: z.literal('tali.core.command.concluded'),
    ...common,
    ...aboutEntity,
    commandId: z.string(),
    action: z.string(),
    parameters: z.record(z.string(), z.unknown()),
    outcome: outcomeSchema,
    reason: outcomeReasonSchema.nullable(),
    tookMs: z.number(),
  }),
  z.object({ type: z.literal('tali.core.entity.discovered'), ...common, ...aboutEntity }),
  z.object({ type: z.literal('tali.core.entity.removed'), ...common, ...aboutEntity }),
  z.object({
    type: z.literal('tali.core.timer.started'),
    ...common,
    timerId: z.string(),
    name: z.string().nullable(),
    seconds: z.number(),
  }),
  z.object({
    type: z.literal('tali.core.timer.finished'),
    ...common,
    timerId: z.string(),
    name: z.string().nullable(),
  }),
  z.object({ type: z.literal('tali.core.service.started'), ...common, version: z.string() }),
  z.object({ type: z.literal('tali.core.resident.joined'), ...common, residentId: z.string(), name: z.string() }),
])
export type LedgerEvent = z.infer<typeof ledgerEventSchema>
export type LedgerEventType = LedgerEvent['type']
export type LedgerEventOf<T extends LedgerEventType> = Extract<LedgerEvent, { type: T }>

export const ledgerQuerySchema = z.object({
  entityIds: z.array(z.string()).max(1_000).optional(),
  areaIds: z.array(z.string()).max(100).optional(),
  residentId: z.string().optional(),
  causes: z.array(z.enum(causeKinds)).optional(),
  types: z.array(z.string()).max(20).optional(),
  /** Leave out how things stood when they were first seen: that is knowledge, and nothing happened. Default false. */
  happened: z.boolean().default(false),
  /** Only state changes to one of these values. */
  to: z.array(z.string()).max(10).optional(),
  /** Events at or after, and before. ISO 8601. */
  from: z.string().optional(),
  until: z.string().optional(),
  /** Page on: only events older than this one (its `at` and `id`). */
  olderThan: z.object({ at: z.string(), id: z.string() }).optional(),
  newerThan: z.object({ at: z.string(), id: z.string() }).optional(),
  limit: z.number().int().min(1).max(500).default(100),
  order: z.enum(['newest', 'oldest']).default('newest'),
  /** Answer only when this stream entry is written: what one did can be asked for at once. */
  after: z.string().nullable().default(null),
})
export type LedgerQuery = z.input<typeof ledgerQuerySchema>

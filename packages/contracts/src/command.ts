import { z } from 'zod'
import { attributesSchema } from './home.ts'

/** Home Assistant's service name without the domain: `turn_on`, `set_cover_position`, `unlock`, … */
export const actionSchema = z.string().regex(/^[a-z_]{1,40}$/, 'is not an action name such as turn_on')

/** Home Assistant's service fields: `brightness_pct`, `position`, `temperature`, `percentage`, … */
export const parametersSchema = z.record(z.string().max(40), z.unknown())

/**
 * How a command ended.
 * - `confirmed`: the device reported the wished state.
 * - `already`: it was so before; nothing was sent.
 * - `no_echo`: sent, and not answered within the time of its kind.
 * - `failed`: not sent, or the device said no.
 * - `refused`: the gate said no; nothing was sent.
 */
export const outcomeSchema = z.enum(['confirmed', 'already', 'no_echo', 'failed', 'refused'])
export type Outcome = z.infer<typeof outcomeSchema>

/** Why an outcome is not `confirmed`; the words for it are rendered from this. */
export const outcomeReasonSchema = z.enum([
  'device_offline',
  'device_silent',
  'reports_no_state',
  'not_supported',
  'bad_parameter',
  'send_failed',
  'needs_resident',
  'not_confirmed',
  'interrupted',
])
export type OutcomeReason = z.infer<typeof outcomeReasonSchema>

export const commandResultSchema = z.object({
  commandId: z.string(),
  entityId: z.string(),
  action: actionSchema,
  parameters: parametersSchema,
  outcome: outcomeSchema,
  reason: outcomeReasonSchema.nullable(),
  /** More for a person who asks, such as the parameter's bound. */
  detail: z.string().nullable(),
  /** When the message left for the device; null when none was sent. */
  sentAt: z.string().nullable(),
  tookMs: z.number(),
  /** What the device reports now. */
  observed: z.object({ value: z.string(), attributes: attributesSchema }).nullable(),
})
export type CommandResult = z.infer<typeof commandResultSchema>

/** The gate's risk classes (SI-13): 0 reads, 1 comfort, 2 costly, 3 safety and security. */
export const riskClassSchema = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)])
export type RiskClass = z.infer<typeof riskClassSchema>

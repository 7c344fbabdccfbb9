import { z } from 'zod'

/** Where a resident's wish came in. */
export const channelSchema = z.enum(['chat', 'page', 'api', 'terminal', 'voice'])
export type Channel = z.infer<typeof channelSchema>

/**
 * Why something happened: the first link of the chain. What it followed from is the event's `parentId`.
 * `manual` means that a controllable thing changed and nothing we know of asked for it: a wall switch, most likely.
 */
export const causeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('resident'), residentId: z.string(), name: z.string(), channel: channelSchema }),
  /** Whoever owns the data directory, from the terminal. */
  z.object({ kind: z.literal('owner'), channel: channelSchema }),
  z.object({ kind: z.literal('timer'), timerId: z.string(), name: z.string().nullable() }),
  z.object({ kind: z.literal('device') }),
  z.object({ kind: z.literal('manual') }),
  z.object({ kind: z.literal('restart') }),
])
export type Cause = z.infer<typeof causeSchema>
export const causeKinds = ['resident', 'owner', 'timer', 'device', 'manual', 'restart'] as const
export type CauseKind = Cause['kind']

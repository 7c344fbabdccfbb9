import { z } from 'zod'

/**
 * `POST /api/conversation/process`, in Home Assistant's shape (developers.home-assistant.io, "Conversation API"),
 * so that its clients work unchanged. A text that is too long is told in the answer, as Home Assistant would.
 */
export const processRequestSchema = z.object({
  text: z.string(),
  language: z.string().max(20).nullish(),
  conversation_id: z.string().max(100).nullish(),
  device_id: z.string().max(255).nullish(),
  agent_id: z.string().max(255).nullish(),
})

const targetSchema = z.object({
  type: z.enum(['area', 'entity', 'device', 'domain', 'device_class', 'floor']),
  name: z.string(),
  id: z.string().nullable(),
})

export const processReplySchema = z.object({
  conversation_id: z.string(),
  continue_conversation: z.boolean(),
  response: z.object({
    response_type: z.enum(['action_done', 'query_answer', 'error']),
    language: z.string(),
    speech: z.object({ plain: z.object({ speech: z.string(), extra_data: z.null() }) }),
    card: z.object({}),
    data: z.object({
      targets: z.array(targetSchema),
      success: z.array(targetSchema),
      failed: z.array(targetSchema),
      /** Of an error: `no_intent_match`, `no_valid_targets`, `failed_to_handle`, `unknown`. */
      code: z.enum(['no_intent_match', 'no_valid_targets', 'failed_to_handle', 'unknown']).optional(),
    }),
  }),
})
export type ProcessReply = z.infer<typeof processReplySchema>

/** `POST /api/turns`: the same, with our richer answer (`TurnReply`). */
export const turnInputSchema = z.object({
  text: z.string(),
  language: z.string().max(20).nullable().default(null),
  conversationId: z.string().max(100).nullable().default(null),
  areaId: z.string().max(100).nullable().default(null),
})

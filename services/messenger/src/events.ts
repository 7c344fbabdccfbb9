import type { HealthBook, Logger, Metrics } from '@tali/runtime'

/** What happens in messenger that an operator may want to know. No texts (SI-24). */
export interface MessengerEvents {
  turnFailed(error: unknown): void
  messageNotKept(error: unknown): void
  sentNonsense(reason: string): void
}

export function createEvents(log: Logger, metrics: Metrics, health: HealthBook): MessengerEvents {
  const failed = metrics.counter('tali_chat_turns_failed_total', 'Turns of the chat that got no reply')
  const notKept = metrics.counter('tali_chat_messages_lost_total', 'Messages that are not in the history')
  const nonsense = metrics.counter('tali_chat_frames_refused_total', 'Frames of a chat socket that could not be read')
  const text = (error: unknown) => (error instanceof Error ? error.message : String(error))
  return {
    turnFailed(error) {
      failed({})
      log.error({ error }, 'a turn got no reply')
      health.noteError(`A message got no reply: ${text(error)}`)
    },
    messageNotKept(error) {
      notKept({})
      log.error({ error }, 'a message could not be kept')
      health.noteError(`A message could not be kept: ${text(error)}`)
    },
    sentNonsense(reason) {
      nonsense({})
      log.debug({ reason }, 'a frame of a chat socket could not be read')
    },
  }
}

import type { RequestData } from '@tali/contracts'
import type { Sql } from '@tali/sql'

/** Keeps what was said and answered. A turn that comes a second time is kept once. */
export async function recordInteraction(sql: Sql, turn: RequestData<'persona.interaction.record'>): Promise<void> {
  await sql.query(
    `insert into persona.interaction (turn_id, conversation_id, resident_id, channel, said, answered, parts, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (turn_id) do nothing`,
    [
      turn.turnId,
      turn.conversationId,
      turn.residentId,
      turn.channel,
      turn.said,
      turn.answered,
      JSON.stringify(turn.parts),
      turn.at,
    ],
  )
}

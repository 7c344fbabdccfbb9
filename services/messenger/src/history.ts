import { turnPartSchema, type ChatMessage } from '@tali/contracts'
import type { Sql } from '@tali/sql'

interface Row {
  id: string
  conversation_id: string
  author: 'resident' | 'tali'
  resident_id: string | null
  resident_name: string | null
  turn_id: string
  text: string
  parts: unknown[]
  at: Date
}

/** The messages of every conversation. */
export class History {
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
  }

  /** A message that comes a second time is kept once. */
  async keep(message: ChatMessage): Promise<void> {
    const resident = message.author.kind === 'resident' ? message.author : null
    await this.#sql.query(
      `insert into messenger.message (id, conversation_id, author, resident_id, resident_name, turn_id, text, parts, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (id) do nothing`,
      [
        message.id,
        message.conversationId,
        message.author.kind,
        resident?.residentId ?? null,
        resident?.name ?? null,
        message.turnId,
        message.text,
        JSON.stringify(message.parts),
        message.at,
      ],
    )
  }

  /** The newest messages before one (or of all), oldest first. */
  async page(
    conversationId: string,
    before: string | null,
    limit: number,
  ): Promise<{ messages: ChatMessage[]; more: boolean }> {
    const rows = await this.#sql.query<Row>(
      `select * from messenger.message
       where conversation_id = $1
         and ($2::uuid is null or (at, id) < (select at, id from messenger.message where id = $2))
       order by at desc, id desc limit $3`,
      [conversationId, before, limit + 1],
    )
    return { messages: rows.slice(0, limit).reverse().map(fromRow), more: rows.length > limit }
  }
}

function fromRow(row: Row): ChatMessage {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    author:
      row.author === 'tali'
        ? { kind: 'tali' }
        : { kind: 'resident', residentId: row.resident_id ?? '', name: row.resident_name ?? '' },
    turnId: row.turn_id,
    text: row.text,
    parts: row.parts.map((part) => turnPartSchema.parse(part)),
    at: row.at.toISOString(),
  }
}

import type { LedgerEvent } from '@tali/contracts'
import type { Queryable } from '@tali/sql'
import { batchTimeoutMs } from './insert-events.ts'

interface StateDelta {
  entityId: string
  eventId: string
  at: string
  value: string | null
  attributes: Record<string, unknown>
  available: boolean | null
}

/**
 * Folds a batch into the last known state of each entity. Attributes are merged, null removes one; ids of events grow
 * with time (UUID v7), so an event that comes a second time is older than the row and changes nothing.
 */
export async function projectStates(tx: Queryable, events: readonly LedgerEvent[]): Promise<void> {
  const deltas = [...fold(events).values()]
  if (deltas.length === 0) return
  await tx.query(
    `insert into events.entity_state as known (entity_id, value, attributes, available, changed_at, event_id)
     select * from unnest($1::text[], $2::text[], $3::jsonb[], $4::boolean[], $5::timestamptz[], $6::uuid[])
     on conflict (entity_id) do update set
       value = coalesce(excluded.value, known.value),
       attributes = jsonb_strip_nulls(known.attributes || excluded.attributes),
       available = coalesce(excluded.available, known.available),
       changed_at = excluded.changed_at,
       event_id = excluded.event_id
     where known.event_id < excluded.event_id`,
    [
      deltas.map((delta) => delta.entityId),
      deltas.map((delta) => delta.value),
      deltas.map((delta) => JSON.stringify(delta.attributes)),
      deltas.map((delta) => delta.available),
      deltas.map((delta) => delta.at),
      deltas.map((delta) => delta.eventId),
    ],
    { timeoutMs: batchTimeoutMs },
  )
}

function fold(events: readonly LedgerEvent[]): Map<string, StateDelta> {
  const deltas = new Map<string, StateDelta>()
  for (const event of events) {
    if (event.type !== 'tali.core.state.changed' && event.type !== 'tali.core.availability.changed') continue
    const before = deltas.get(event.entityId)
    if (before && event.id <= before.eventId) continue
    const changed = event.type === 'tali.core.state.changed'
    deltas.set(event.entityId, {
      entityId: event.entityId,
      eventId: event.id,
      at: event.at,
      value: changed ? event.to : (before?.value ?? null),
      attributes: changed ? { ...before?.attributes, ...event.attributes } : (before?.attributes ?? {}),
      available: changed ? (before?.available ?? null) : event.available,
    })
  }
  return deltas
}

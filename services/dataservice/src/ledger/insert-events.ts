import type { LedgerEvent } from '@tali/contracts'
import type { Queryable } from '@tali/sql'

/** For each statement of a batch; the same for all, since a change of it in between is a statement more. */
export const batchTimeoutMs = 60_000

/** Writes events, each id once: a second delivery changes nothing. The columns beside `event` are there to be searched. */
export async function insertEvents(tx: Queryable, events: readonly LedgerEvent[]): Promise<void> {
  await tx.query(
    `insert into events.event (id, type, at, arrived_at, entity_id, area_id, resident_id, cause, to_value, parent_id, event)
     select * from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::timestamptz[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::uuid[], $11::jsonb[])
     on conflict (id) do nothing`,
    columns(events),
    { timeoutMs: batchTimeoutMs },
  )
}

function columns(events: readonly LedgerEvent[]): unknown[][] {
  return [
    events.map((event) => event.id),
    events.map((event) => event.type),
    events.map((event) => event.at),
    events.map((event) => event.arrivedAt),
    events.map((event) => ('entityId' in event ? event.entityId : null)),
    events.map((event) => ('areaId' in event ? event.areaId : null)),
    events.map((event) => residentOf(event)),
    events.map((event) => event.cause.kind),
    events.map((event) => ('to' in event ? event.to : null)),
    events.map((event) => event.parentId),
    events.map((event) => JSON.stringify(event)),
  ]
}

function residentOf(event: LedgerEvent): string | null {
  if ('residentId' in event) return event.residentId
  return event.cause.kind === 'resident' ? event.cause.residentId : null
}

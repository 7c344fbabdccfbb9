import type { EntityState } from '@tali/contracts'
import type { Queryable } from '@tali/sql'

interface Row {
  entity_id: string
  value: string | null
  attributes: EntityState['attributes']
  available: boolean | null
  changed_at: Date
}

/** The last known state of every entity. When it was last reported without change is not kept. */
export async function latestStates(sql: Queryable): Promise<EntityState[]> {
  const rows = await sql.query<Row>(
    'select entity_id, value, jsonb_strip_nulls(attributes) as attributes, available, changed_at from events.entity_state',
    [],
    { timeoutMs: 30_000 },
  )
  return rows.map((row) => ({
    entityId: row.entity_id,
    value: row.value ?? 'unknown',
    attributes: row.attributes,
    available: row.available ?? true,
    changedAt: row.changed_at.toISOString(),
    reportedAt: row.changed_at.toISOString(),
  }))
}

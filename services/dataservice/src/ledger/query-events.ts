import { ledgerEventSchema, type LedgerEvent, type RequestData } from '@tali/contracts'
import type { Queryable } from '@tali/sql'

type Query = RequestData<'dataservice.ledger.query'>

/** The events that fit a question, in its order. Every condition narrows; none asks for all. */
export async function queryEvents(sql: Queryable, query: Query): Promise<LedgerEvent[]> {
  const values: unknown[] = []
  const parameter = (value: unknown) => `$${values.push(value)}`
  const conditions = [
    query.entityIds && `entity_id = any(${parameter(query.entityIds)}::text[])`,
    query.areaIds && `area_id = any(${parameter(query.areaIds)}::text[])`,
    query.residentId && `resident_id = ${parameter(query.residentId)}`,
    query.causes && `cause = any(${parameter(query.causes)}::text[])`,
    query.types && `type = any(${parameter(query.types)}::text[])`,
    query.happened &&
      `not (cause = 'restart' and type in ('tali.core.state.changed', 'tali.core.availability.changed') and event->>'from' is null)`,
    query.to && `to_value = any(${parameter(query.to)}::text[])`,
    query.from && `at >= ${parameter(query.from)}::timestamptz`,
    query.until && `at < ${parameter(query.until)}::timestamptz`,
    query.olderThan &&
      `(at, id) < (${parameter(query.olderThan.at)}::timestamptz, ${parameter(query.olderThan.id)}::uuid)`,
    query.newerThan &&
      `(at, id) > (${parameter(query.newerThan.at)}::timestamptz, ${parameter(query.newerThan.id)}::uuid)`,
  ].filter((condition) => condition)
  const where = conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''
  const order = query.order === 'newest' ? 'order by at desc, id desc' : 'order by at, id'
  const rows = await sql.query<{ event: unknown }>(
    `select event from events.event ${where} ${order} limit ${parameter(query.limit)}`,
    values,
  )
  return rows.map((row) => ledgerEventSchema.parse(row.event))
}

/** An event and what it followed from, newest first; at most 20 links. */
export async function chainOf(sql: Queryable, eventId: string): Promise<LedgerEvent[]> {
  const rows = await sql.query<{ event: unknown }>(
    `with recursive chain as (
       select id, parent_id, event, 1 as link from events.event where id = $1::uuid
       union all
       select cause.id, cause.parent_id, cause.event, chain.link + 1
       from chain join events.event cause on cause.id = chain.parent_id
       where chain.link < 20
     )
     select event from chain order by link`,
    [eventId],
  )
  return rows.map((row) => ledgerEventSchema.parse(row.event))
}

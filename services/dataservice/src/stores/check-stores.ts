import { ledgerGroup, type StoreHealth } from '@tali/contracts'
import type { Stream } from '@tali/kv'
import type { Clock } from '@tali/runtime'
import type { Sql } from '@tali/sql'

/** Writes a row and reads it back: the database works, and not only its socket. */
export async function checkDatabase(sql: Sql, clock: Clock): Promise<void> {
  const now = new Date(clock.now())
  const [row] = await sql.query<{ at: Date }>(
    'insert into events.heartbeat (id, at) values (1, $1) on conflict (id) do update set at = excluded.at returning at',
    [now],
    { timeoutMs: 3_000 },
  )
  if (row?.at.getTime() !== now.getTime()) throw new Error('the database did not return what was written')
}

export async function databaseHealth(sql: Sql, description: string, clock: Clock): Promise<StoreHealth> {
  const store = { store: 'database', description }
  try {
    await checkDatabase(sql, clock)
    const [row] = await sql.query<{ size: number; events: number }>(
      `select pg_database_size(current_database()) as size,
              (select greatest(reltuples, 0)::bigint from pg_class where oid = 'events.event'::regclass) as events`,
    )
    return {
      ...store,
      status: 'up',
      summary: 'A row was written and read back.',
      figures: [
        { name: 'size', value: Math.round((row?.size ?? 0) / 1e6), unit: 'MB' },
        { name: 'events', value: row?.events ?? 0, unit: null },
      ],
    }
  } catch (error) {
    return { ...store, status: 'down', summary: error instanceof Error ? error.message : String(error), figures: [] }
  }
}

/** More waiting entries than this are a sign that the database does not keep up. */
const calmLag = 10_000

export async function streamHealth(stream: Stream, description: string): Promise<StoreHealth> {
  const info = await stream.info()
  const group = info.groups.find((each) => each.name === ledgerGroup)
  const waiting = (group?.lag ?? 0) + (group?.pending ?? 0)
  return {
    store: 'stream',
    description,
    status: waiting > calmLag ? 'degraded' : 'up',
    summary:
      waiting > calmLag ? `${waiting} events wait to be written to the database.` : 'Events are written as they come.',
    figures: [
      { name: 'kept', value: info.length, unit: null },
      { name: 'waiting', value: waiting, unit: null },
    ],
  }
}

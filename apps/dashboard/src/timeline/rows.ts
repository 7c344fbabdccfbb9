import type { TimelineLine } from '@tali/contracts'

/** What the list is made of: a heading for each day, and the lines beneath it. */
export type Row = { kind: 'day'; key: string; at: string } | { kind: 'line'; key: string; line: TimelineLine }

/** Reports of one change that come no further apart than this are one thing to read: a door on its way up. */
const sameChangeMs = 60_000

/**
 * Whether an older line only led up to a newer one beside it: the same thing, in the same state, by the same cause. What
 * it says differs in a position or a brightness that was passed on the way.
 */
function ledUpTo(newer: TimelineLine | undefined, older: TimelineLine): boolean {
  if (newer?.event.type !== 'tali.core.state.changed' || older.event.type !== 'tali.core.state.changed') return false
  return (
    newer.event.entityId === older.event.entityId &&
    newer.event.to === older.event.to &&
    newer.causeText === older.causeText &&
    Date.parse(newer.at) - Date.parse(older.at) < sameChangeMs
  )
}

/** @param dayOf the name of a line's day; rows are grouped while it stays the same */
export function rowsOf(lines: readonly TimelineLine[], dayOf: (at: string) => string): Row[] {
  const rows: Row[] = []
  let day = ''
  for (const [index, line] of lines.entries()) {
    if (ledUpTo(lines[index - 1], line)) continue
    // Days differ in their first ten characters in UTC too, save around midnight: only then is the calendar asked.
    const next = dayOf(line.at)
    if (next !== day) {
      day = next
      rows.push({ kind: 'day', key: `day ${next}`, at: line.at })
    }
    rows.push({ kind: 'line', key: line.id, line })
  }
  return rows
}

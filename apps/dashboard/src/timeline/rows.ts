import type { TimelineLine } from '@tali/contracts'

/** What the list is made of: a heading for each day, and the lines beneath it. */
export type Row = { kind: 'day'; key: string; at: string } | LineRow

interface LineRow {
  kind: 'line'
  key: string
  line: TimelineLine
  /** So many other things had the same happen to them just before: a bridge went, and all its devices with it. */
  others: number
}

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

/** Whether two lines say the same of two things: they came, or they went. */
function sameOfAnother({ line }: LineRow, older: TimelineLine): boolean {
  const [a, b] = [line.event, older.event]
  const same =
    a.type === 'tali.core.availability.changed' && b.type === a.type
      ? a.available === b.available
      : a.type === 'tali.core.entity.discovered' && b.type === a.type
  return same && line.causeText === older.causeText && Date.parse(line.at) - Date.parse(older.at) < sameChangeMs
}

/** @param dayOf the name of a line's day; rows are grouped while it stays the same */
export function rowsOf(lines: readonly TimelineLine[], dayOf: (at: string) => string): Row[] {
  const rows: Row[] = []
  let last: LineRow | null = null
  let day = ''
  for (const [index, line] of lines.entries()) {
    if (ledUpTo(lines[index - 1], line)) continue
    // Days differ in their first ten characters in UTC too, save around midnight: only then is the calendar asked.
    const next = dayOf(line.at)
    if (next !== day) {
      day = next
      rows.push({ kind: 'day', key: `day ${next}`, at: line.at })
    }
    if (last && last === rows.at(-1) && sameOfAnother(last, line)) last.others += 1
    else rows.push((last = { kind: 'line', key: line.id, line, others: 0 }))
  }
  return rows
}

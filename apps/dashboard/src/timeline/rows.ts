import type { TimelineLine } from '@tali/contracts'

/** What the list is made of: a heading for each day, and the lines beneath it. */
export type Row = { kind: 'day'; key: string; at: string } | { kind: 'line'; key: string; line: TimelineLine }

/** @param dayOf the name of a line's day; rows are grouped while it stays the same */
export function rowsOf(lines: readonly TimelineLine[], dayOf: (at: string) => string): Row[] {
  const rows: Row[] = []
  let day = ''
  for (const line of lines) {
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

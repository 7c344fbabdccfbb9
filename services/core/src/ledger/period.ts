/** A stretch of time that people name, as instants. */
export interface Period {
  readonly from: number
  readonly to: number
}

/** Hours of the day, from and to; a negative one is on the day before. */
const hours: Readonly<Record<string, { day: number; from: number; to: number }>> = {
  this_morning: { day: 0, from: 5, to: 12 },
  this_afternoon: { day: 0, from: 12, to: 18 },
  this_evening: { day: 0, from: 18, to: 24 },
  last_night: { day: -1, from: 22, to: 31 },
  today: { day: 0, from: 0, to: 24 },
  yesterday: { day: -1, from: 0, to: 24 },
  yesterday_morning: { day: -1, from: 5, to: 12 },
  yesterday_evening: { day: -1, from: 18, to: 24 },
}

const hourMs = 3_600_000
const rolling: Readonly<Record<string, number>> = {
  last_hour: hourMs,
  last_day: 24 * hourMs,
  last_week: 7 * 24 * hourMs,
}

/** What a named period means now, in the home's time zone; never beyond now. The last 12 hours when none is named. */
export function periodOf(name: string | null, now: number, timeZone: string): Period {
  const named = hours[name ?? '']
  if (!named) return { from: now - (rolling[name ?? ''] ?? 12 * hourMs), to: now }
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).startOfDay()
  const day = today.add({ days: named.day })
  const at = (hour: number) =>
    day.add({ days: Math.floor(hour / 24) }).withPlainTime({ hour: hour % 24 }).epochMilliseconds
  // Asked in the small hours, "tonight" and "last night" are the night that is.
  const to = Math.min(at(named.to), now)
  return { from: Math.min(at(named.from), to), to }
}

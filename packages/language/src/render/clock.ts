import type { Manner } from './manner.ts'
import { memo } from './memo.ts'

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

const partsFormat = memo(
  (timeZone: string) =>
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      calendar: 'gregory',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      hourCycle: 'h23',
    }),
)
const nameFormat = memo(
  (locale: string, what: 'weekday' | 'month') => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', [what]: 'long' }),
)
const relativeFormat = memo((locale: string) => new Intl.RelativeTimeFormat(locale, { numeric: 'always' }))
const spanFormat = memo(
  (locale: string, unit: string) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }),
)

/** A moment as the wall shows it in a time zone; names are the language's. */
export interface WallTime {
  year: number
  /** 1 to 12. */
  month: number
  day: number
  hour: number
  minute: number
  weekdayName: string
  monthName: string
  /** Days since 1970-01-01 of that calendar date: for differences in days. */
  dayNumber: number
}

/** Undefined when the text is no time at all. */
export function wallTime(iso: string | number, timeZone: string, locale: string): WallTime | undefined {
  const atMs = typeof iso === 'number' ? iso : Date.parse(iso)
  if (!Number.isFinite(atMs)) return undefined
  const parts = partsFormat(timeZone).formatToParts(atMs)
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((p) => p.type === type)?.value)
  const date = { year: part('year'), month: part('month'), day: part('day') }
  const midnightMs = Date.UTC(date.year, date.month - 1, date.day)
  return {
    ...date,
    hour: part('hour'),
    minute: part('minute'),
    weekdayName: nameFormat(locale, 'weekday').format(midnightMs),
    monthName: nameFormat(locale, 'month').format(midnightMs),
    dayNumber: midnightMs / day,
  }
}

/** "18:02"; for the ear "6 oh 2 PM", "18 Uhr 2". */
export function clockTime(iso: string, m: Manner): string {
  const wall = wallTime(iso, m.timeZone, m.words.locale)
  if (wall === undefined) return m.words.clock.unknown
  return m.ear ? m.words.clock.spoken(wall.hour, wall.minute) : m.words.clock.written(digital(wall))
}

/** "18:02", as it stands at the head of a line. */
export function digital(wall: WallTime): string {
  return `${String(wall.hour).padStart(2, '0')}:${String(wall.minute).padStart(2, '0')}`
}

/** "at 18:02", "yesterday at 18:02", "on Monday at 18:02", "on 3 November at 18:02" */
export function moment(iso: string, m: Manner): string {
  const wall = wallTime(iso, m.timeZone, m.words.locale)
  if (wall === undefined) return m.words.clock.atUnknown
  return `${dayWord(wall, m)} ${m.words.clock.at(clockTime(iso, m))}`.trimStart()
}

/** The day of a moment seen from now: empty for today. */
export function dayWord(wall: WallTime, m: Manner): string {
  const today = wallTime(m.nowMs, m.timeZone, m.words.locale)
  const ago = today === undefined ? Number.NaN : today.dayNumber - wall.dayNumber
  if (ago === 0) return ''
  if (ago === 1) return m.words.clock.yesterday
  if (ago === -1) return m.words.clock.tomorrow
  if (ago > 1 && ago < 7) return m.words.clock.onWeekday(wall.weekdayName)
  return m.words.clock.onDate(wall, today?.year !== wall.year, m.ear)
}

/** "2 s ago", "3 hours ago", "vor 2 Tagen"; for the ear "2 seconds ago". Under a second, and in the future: "just now". */
export function ago(ageMs: number, m: Manner): string {
  if (!(ageMs >= second)) return m.words.clock.justNow
  if (ageMs < minute && !m.ear) return m.words.clock.secondsAgo(Math.floor(ageMs / second))
  const [count, unit] = largest(ageMs)
  return relativeFormat(m.words.locale).format(-count, unit)
}

/** "3 hours", "2 Tage": one unit. */
export function age(ageMs: number, m: Manner): string {
  const [count, unit] = largest(Math.max(ageMs, second))
  return spanFormat(m.words.locale, unit).format(count)
}

/** A length in full, down to seconds: "1 hour and 30 minutes". */
export function span(seconds: number, m: Manner): string {
  const whole = Math.max(0, Math.round(seconds))
  const parts: [number, string][] = [
    [Math.floor(whole / 3_600), 'hour'],
    [Math.floor((whole % 3_600) / 60), 'minute'],
    [whole % 60, 'second'],
  ]
  const said = parts.filter(([count]) => count > 0)
  const worded = (said.length === 0 ? parts.slice(2) : said).map(([count, unit]) =>
    spanFormat(m.words.locale, unit).format(count),
  )
  return worded.length < 2 ? worded.join('') : `${worded.slice(0, -1).join(', ')} ${m.words.and} ${worded.at(-1)}`
}

function largest(ms: number): [number, 'second' | 'minute' | 'hour' | 'day'] {
  if (ms < minute) return [Math.floor(ms / second), 'second']
  if (ms < hour) return [Math.floor(ms / minute), 'minute']
  if (ms < day) return [Math.floor(ms / hour), 'hour']
  return [Math.floor(ms / day), 'day']
}

/** Buttons, scenes and some sensors have a time as their state: ISO 8601. */
export function isTimestamp(value: string): boolean {
  return /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value))
}

import { describe, expect, it } from 'vitest'
import { periodOf } from './period.ts'

const at = (text: string) => Temporal.ZonedDateTime.from(text).epochMilliseconds
const berlin = 'Europe/Berlin'
const shown = (name: string | null, now: string) => {
  const { from, to } = periodOf(name, at(now), berlin)
  const time = (ms: number) =>
    Temporal.Instant.fromEpochMilliseconds(ms)
      .toZonedDateTimeISO(berlin)
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' })
  return `${time(from)} – ${time(to)}`
}

describe('periodOf', () => {
  it.each([
    ['this_morning', '2026-11-21T10:30[Europe/Berlin]', '2026-11-21T05:00 – 2026-11-21T10:30'],
    ['this_morning', '2026-11-21T20:00[Europe/Berlin]', '2026-11-21T05:00 – 2026-11-21T12:00'],
    ['last_night', '2026-11-21T09:00[Europe/Berlin]', '2026-11-20T22:00 – 2026-11-21T07:00'],
    ['last_night', '2026-11-21T03:00[Europe/Berlin]', '2026-11-20T22:00 – 2026-11-21T03:00'],
    ['today', '2026-11-21T09:00[Europe/Berlin]', '2026-11-21T00:00 – 2026-11-21T09:00'],
    ['yesterday', '2026-11-21T09:00[Europe/Berlin]', '2026-11-20T00:00 – 2026-11-21T00:00'],
    // The clocks went back at 3 o'clock that night.
    ['yesterday', '2026-10-26T09:00[Europe/Berlin]', '2026-10-25T00:00 – 2026-10-26T00:00'],
    ['last_hour', '2026-11-21T09:00[Europe/Berlin]', '2026-11-21T08:00 – 2026-11-21T09:00'],
    [null, '2026-11-21T13:00[Europe/Berlin]', '2026-11-21T01:00 – 2026-11-21T13:00'],
  ])('%s at %s', (name, now, expected) => {
    expect(shown(name, now)).toBe(expected)
  })

  it('never looks ahead', () => {
    const now = at('2026-11-21T04:00[Europe/Berlin]')
    expect(periodOf('this_morning', now, berlin)).toEqual({ from: now, to: now })
  })
})

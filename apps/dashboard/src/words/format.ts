import type { Language } from '@tali/contracts'

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/** Home Assistant's unit of measurement → the unit that `Intl` knows how to write. */
const intlUnits: Record<string, string> = {
  '°C': 'celsius',
  '°F': 'fahrenheit',
  '%': 'percent',
  km: 'kilometer',
  'km/h': 'kilometer-per-hour',
  'm/s': 'meter-per-second',
  L: 'liter',
}

export interface Format {
  number: (value: number, digits?: number) => string
  /** With its unit, as the language writes it: "21.4 °C", "21,4 °C". */
  quantity: (value: number, unit: string | null, digits?: number) => string
  percent: (value: number) => string
  /** "08:15" */
  time: (at: number | string) => string
  /** "08:15:03" */
  timeExact: (at: number | string) => string
  /** "Today", "Yesterday", "Tuesday, 17 November" */
  day: (at: number | string, now: number) => string
  /** "3 minutes ago"; "just now" below ten seconds. */
  ago: (at: number | string, now: number) => string
  /** "12 s", "3 min", "2 h", "4 d": an age beside a reading. */
  age: (ageMs: number) => string
  /** "4:07", "1:04:07" */
  countdown: (seconds: number) => string
  /** "a, b and c" */
  list: (items: string[]) => string
}

/** @param timeZone IANA name; the browser's own when left out */
export function createFormat(language: Language, timeZone?: string): Format {
  const locale = language === 'de' ? 'de-DE' : 'en-GB'
  const zone = timeZone === undefined ? {} : { timeZone }
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', ...zone })
  const exact = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit', ...zone })
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', ...zone })
  const ymd = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', ...zone })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const conjunction = new Intl.ListFormat(locale, { type: 'conjunction' })
  const numbers = new Map<string, Intl.NumberFormat>()

  const date = (at: number | string): Date => new Date(at)
  function numberFormat(digits: number, unit?: string): Intl.NumberFormat {
    const key = `${digits} ${unit ?? ''}`
    let found = numbers.get(key)
    if (!found) {
      const style = unit === undefined ? {} : ({ style: 'unit', unit, unitDisplay: 'short' } as const)
      found = new Intl.NumberFormat(locale, { maximumFractionDigits: digits, ...style })
      numbers.set(key, found)
    }
    return found
  }
  const number = (value: number, digits = 1): string => numberFormat(digits).format(value)
  function quantity(value: number, unit: string | null, digits = 1): string {
    if (!unit) return number(value, digits)
    if (unit === '°C' || unit === '°F') return `${number(value, digits)} ${unit}`
    const known = intlUnits[unit]
    return known ? numberFormat(digits, known).format(value) : `${number(value, digits)} ${unit}`
  }
  function age(ageMs: number): string {
    const write = (value: number, unit: string): string =>
      new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(
        Math.max(0, Math.floor(value)),
      )
    if (ageMs < minute) return `${Math.max(0, Math.floor(ageMs / second))}\u00a0s`
    if (ageMs < hour) return write(ageMs / minute, 'minute')
    if (ageMs < 2 * day) return write(ageMs / hour, 'hour')
    return write(ageMs / day, 'day')
  }
  function ago(at: number | string, now: number): string {
    const past = Math.max(0, now - date(at).getTime())
    if (past < 10 * second) return language === 'de' ? 'gerade eben' : 'just now'
    if (past < minute) return relative.format(-Math.floor(past / second), 'second')
    if (past < hour) return relative.format(-Math.floor(past / minute), 'minute')
    if (past < day) return relative.format(-Math.floor(past / hour), 'hour')
    return relative.format(-Math.floor(past / day), 'day')
  }
  function dayName(at: number | string, now: number): string {
    const apart = Math.round((Date.parse(ymd.format(now)) - Date.parse(ymd.format(date(at)))) / day)
    if (apart === 0 || apart === 1) {
      const word = relative.format(-apart, 'day')
      return word.charAt(0).toLocaleUpperCase(locale) + word.slice(1)
    }
    return weekday.format(date(at))
  }
  function countdown(seconds: number): string {
    const whole = Math.max(0, Math.ceil(seconds))
    const [h, m, s] = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60]
    const two = (n: number): string => String(n).padStart(2, '0')
    return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
  }

  return {
    number,
    quantity,
    percent: (value) => quantity(value, '%', 0),
    time: (at) => clock.format(date(at)),
    timeExact: (at) => exact.format(date(at)),
    day: dayName,
    ago,
    age,
    countdown,
    list: (items) => conjunction.format(items),
  }
}

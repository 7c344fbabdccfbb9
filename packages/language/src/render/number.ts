import type { Manner } from './manner.ts'
import { memo } from './memo.ts'
import { own } from './own.ts'
import { plainText } from './plain-text.ts'

/** Units that have a word for the ear. Others are shown as they are. */
export const units = [
  '%', '°C', '°F', '°', 'K', 'W', 'kW', 'VA', 'Wh', 'kWh', 'MWh', 'V', 'mV', 'A', 'mA', 'Hz', 'lx', 'lm', 'Pa', 'hPa',
  'mbar', 'bar', 'psi', 'ppm', 'ppb', 'µg/m³', 'mg/m³', 'dB', 'dBm', 'mm', 'cm', 'm', 'km', 'mm/h', 'm/s', 'km/h',
  'mph', 'l', 'L', 'ml', 'mL', 'm³', 'm³/h', 'L/min', 'g', 'kg', 'ms', 's', 'min', 'h', 'd', 'kB', 'MB', 'GB', 'TB',
  'MB/s', 'Mbit/s', '€', 'EUR', '€/kWh', 'EUR/kWh', '$', 'W/m²',
] as const // prettier-ignore
export type Unit = (typeof units)[number]

const numberFormat = memo(
  (locale: string, least: number, most: number, grouping: 'min2' | 'never') =>
    new Intl.NumberFormat(locale, {
      minimumFractionDigits: least,
      maximumFractionDigits: most,
      useGrouping: grouping === 'min2' ? 'min2' : false,
    }),
)

/** A number in the language's way: "1.5", "1,5", "−18.2"; for the ear "minus 18.2", without thousands marks. */
export function numeral(value: number, m: Manner, digits?: number): string {
  const most = digits ?? 2
  const format = numberFormat(m.words.locale, digits ?? 0, most, m.ear ? 'never' : 'min2')
  // Adding 0 makes a rounded −0 a 0.
  const rounded = Number(value.toFixed(most)) + 0
  const text = format.format(Math.abs(rounded))
  if (rounded >= 0) return text
  return m.ear ? `minus ${text}` : `−${text}`
}

/** A number with its unit: "21.4 °C", "40 %", "21°"; for the ear "21.4 degrees", "40 percent". */
export function amount(value: number, unit: string | null, m: Manner, digits?: number): string {
  const text = numeral(value, m, digits)
  // The micro sign and the Greek letter look the same, and devices use both.
  const clean = plainText((unit ?? '').replace('μ', 'µ').trim(), false)
  if (clean === '') return text
  if (!m.ear) return clean === '°' ? `${text}°` : `${text} ${clean}`
  const words = own<readonly [one: string, many: string]>(m.words.units, clean)
  return `${text} ${words?.[/^(minus )?1$/.test(text) ? 0 : 1] ?? plainText(clean, true)}`.trimEnd()
}

/** 40 → "40 %" */
export function percent(value: number, m: Manner): string {
  return amount(Math.round(value), '%', m)
}

/** The number that a state is; undefined for any other text. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value !== 'string' || !/^[-+]?\d{1,15}(\.\d+)?(e[-+]?\d{1,2})?$/i.test(value.trim())) return undefined
  return Number(value)
}

/**
 * Digits after the point that a reading deserves: those that the device gave, at most one for temperatures and for
 * 10 and more, two below, none from 1,000.
 */
export function digitsOf(value: string, unit: string | null): number {
  const given = /\.(\d+)$/.exec(value.trim())?.[1]?.length ?? 0
  const size = Math.abs(Number(value))
  const most = size >= 1_000 ? 0 : size >= 10 || unit === '°C' || unit === '°F' ? 1 : 2
  return Math.min(given, most)
}

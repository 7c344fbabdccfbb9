import { roundEven } from './number-text.ts'

/**
 * A device's range and ours, as Home Assistant converts them: the lower end of a range is the first step above nothing,
 * so 1–255 maps to 1–100 with 255 → 100 and 10 → 3.
 */
export interface Range {
  readonly low: number
  readonly high: number
}

const percent: Range = { low: 1, high: 100 }

function steps(range: Range): number {
  return range.high - range.low + 1
}

function scaled(from: Range, to: Range, value: number): number {
  return ((value - (from.low - 1)) * steps(to)) / steps(from) + (to.low - 1)
}

/** A device's value as per cent, rounded down. */
export function toPercent(range: Range, value: number): number {
  const offset = range.low - 1
  return Math.floor(((value - offset) * 100) / steps(range))
}

/** Per cent as a device's value, not rounded. */
export function fromPercent(range: Range, value: number): number {
  return scaled(percent, range, value)
}

/** A device's brightness on its scale of 1 to `scale` as 1–255. */
export function toBrightness(scale: number, value: number): number {
  return Math.min(255, Math.max(1, roundEven((value * 255) / scale)))
}

/** Brightness 1–255 on the device's scale, never rounded down to nothing. */
export function fromBrightness(scale: number, brightness: number): number {
  return Math.max(1, Math.min(scale, roundEven((brightness * scale) / 255)))
}

/** Mireds and kelvin turn into each other the same way; rounded down, as in Home Assistant. */
export function mireds(kelvin: number): number {
  return Math.floor(1_000_000 / kelvin)
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}

const decimal = /^[+-]?(\d+(_\d+)*\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/** The finite number that a text says, as Python's `float` reads it (blanks around it, no hexadecimal); or null. */
export function numberOf(text: string): number | null {
  const trimmed = text.trim()
  if (trimmed.length > 64 || !decimal.test(trimmed)) return null
  const value = Number(trimmed.replaceAll('_', ''))
  return Number.isFinite(value) ? value : null
}

/** Rounds half to even, as Python does and thus Home Assistant's numbers: 0.5 → 0, 1.5 → 2, 2.5 → 2. */
export function roundEven(value: number, digits = 0): number {
  if (!Number.isFinite(value)) return value
  if (digits !== 0) return roundDecimal(value, digits)
  const floor = Math.floor(value)
  const rest = value - floor
  if (rest !== 0.5) return Math.round(value)
  return floor % 2 === 0 ? floor : floor + 1
}

/** A float is rounded by its exact decimal expansion, which is what `toFixed` works with. */
function roundDecimal(value: number, digits: number): number {
  if (digits > 0) return digits > 20 ? value : Number(value.toFixed(digits))
  const unit = 10 ** Math.min(-digits, 300)
  return roundEven(value / unit) * unit
}

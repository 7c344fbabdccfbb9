import { cpus } from 'node:os'

/** What a bench found, one line of its table. */
export interface Figure {
  readonly what: string
  readonly figure: string
  readonly goal: string
  /** Measured in the same run, on the same machine. */
  readonly floor?: string
  readonly ratio?: string
}

/** Prints the lines, and the machine they are true of. */
export function printFigures(figures: readonly Figure[]): void {
  console.table(
    Object.fromEntries(
      figures.map(({ what, figure, goal, floor = '–', ratio = '–' }) => [what, { figure, goal, floor, ratio }]),
    ),
  )
  const all = cpus()
  console.log(`${all.length} cores, ${all[0]?.model.trim()}, Node ${process.version}`)
}

/** The value below which a share of the measured ones lies, by the nearest rank. Throws on an empty list. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]
  if (value === undefined) throw new Error('nothing was measured')
  return value
}

const shares = [0.5, 0.95, 0.99]

/** p50, p95 and p99 in milliseconds. */
export function milliseconds(values: readonly number[]): string {
  return `${shares.map((share) => quantile(values, share).toFixed(2)).join(' / ')} ms`
}

/** How many times the floor, at p50, p95 and p99. */
export function ratios(values: readonly number[], floor: readonly number[]): string {
  return `× ${shares.map((share) => (quantile(values, share) / quantile(floor, share)).toFixed(1)).join(' / ')}`
}

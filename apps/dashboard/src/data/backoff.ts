const firstMs = 500
const longestMs = 15_000

/**
 * How long to wait before the next try, in ms: doubling from half a second to 15 s, of which the upper half is chance,
 * so that a home's screens do not all come back in the same moment.
 * @param failures tries in a row that failed, from 1
 * @param random 0 ≤ random < 1
 */
export function backoffMs(failures: number, random: number): number {
  const full = Math.min(longestMs, firstMs * 2 ** (failures - 1))
  return full / 2 + (full / 2) * random
}

import type { Reading } from '@tali/contracts'
import type { Clock } from '@tali/runtime'
import type { Home } from '../home/home.ts'

/** A measurement that is older than this is told with its age. Most sensors report at least every hour. */
const oldMeasurementMs = 3_600_000
/** Who switches rarely is silent for long and still right; beyond this the age is worth a word. */
const oldStateMs = 7 * 86_400_000

/** What an entity reports, with the age that an honest answer needs. `attribute` reads that instead of the state. */
export function readingOf(
  home: Home,
  entityId: string,
  clock: Clock,
  attribute?: { name: string; unit: string | null },
): Reading {
  const entity = home.registry.describe(entityId)
  const state = home.state(entityId)
  const value = attribute ? state?.attributes[attribute.name] : state?.value
  const ageMs = state?.reportedAt ? Math.max(0, clock.now() - Date.parse(state.reportedAt)) : null
  const measures = attribute !== undefined || entity?.domain === 'sensor'
  return {
    entity: home.refer(entityId),
    value: asText(value),
    unit: attribute ? attribute.unit : (entity?.unit ?? null),
    ageMs,
    available: state?.available ?? false,
    old: ageMs !== null && ageMs > (measures ? oldMeasurementMs : oldStateMs),
  }
}

/** The number that a reading can be counted with; null for one that is unknown, away or no number. */
export function usableNumber(reading: Reading): number | null {
  const number = Number(reading.value)
  return reading.available && reading.value.trim() !== '' && Number.isFinite(number) ? number : null
}

export function meanOf(readings: readonly Reading[]): number | null {
  const numbers = readings.map(usableNumber).filter((number) => number !== null)
  return numbers.length > 1 ? numbers.reduce((sum, number) => sum + number, 0) / numbers.length : null
}

function asText(value: unknown): string {
  if (value === undefined || value === null) return 'unknown'
  return typeof value === 'string' ? value : JSON.stringify(value)
}

import type { Scope } from '@tali/contracts'
import type { Candidate } from '@tali/language'
import type { Home } from '../home/home.ts'

export const wholeHome: Scope = { areaName: null, floorName: null, domain: null, deviceClass: null }

/** The part of the home that a candidate is about, by the names people have for it. */
export function scopeOf({ slots }: Candidate, home: Home): Scope {
  return {
    areaName: home.places.area(textOf(slots['area']?.value) ?? textOf(slots['preferred_area_id']?.value))?.name ?? null,
    floorName: home.places.floor(textOf(slots['floor']?.value))?.name ?? null,
    domain: textOf(slots['domain']?.value),
    deviceClass: textOf(slots['device_class']?.value),
  }
}

/** The entities that a question is about. Where a name fits several, all of them answer: to ask costs more than it tells. */
export function askedAbout({ targets, choice }: Candidate): readonly string[] {
  return targets.length === 0 && choice?.slot === 'name' ? choice.options : targets
}

export function textOf(value: unknown): string | null {
  if (Array.isArray(value)) return textOf(value[0])
  return typeof value === 'string' && value !== '' ? value : null
}

import type { EntityState } from '@tali/contracts'
import { numberOf } from '../number-text.ts'

/**
 * One thing that the entity has to report. `of` is `state` or an attribute's name.
 * - `is`: one of these values; `meanwhile`: values that show it is on its way.
 * - `not`: none of these values.
 * - `near`: a number at most `within` from it; on its way when it has come closer than `from`, or while the state is
 *   `moving`.
 * - `hue`: a hue in degrees and a saturation in per cent, compared as colours are seen.
 */
export type Condition =
  | {
      readonly kind: 'is'
      readonly of: string
      readonly values: readonly unknown[]
      readonly meanwhile?: readonly unknown[]
    }
  | { readonly kind: 'not'; readonly of: string; readonly values: readonly unknown[] }
  | {
      readonly kind: 'near'
      readonly of: string
      readonly value: number
      readonly within: number
      readonly from: number | null
      readonly moving?: string
    }
  | { readonly kind: 'hue'; readonly hs: readonly [number, number] }

/** What an entity reports when a command was carried out: all of these. Plain data. */
export type Expectation = readonly Condition[]

/** `on_the_way`: the device has begun, such as a cover that is opening. */
export type Met = 'met' | 'on_the_way' | 'no'

/** How far an entity's reported state answers a command. */
export function meets(expectation: Expectation, state: Pick<EntityState, 'value' | 'attributes'>): Met {
  const answers = expectation.map((condition) => answer(condition, state))
  if (answers.every((one) => one === 'met')) return 'met'
  return answers.includes('no') ? 'no' : 'on_the_way'
}

function answer(condition: Condition, state: Pick<EntityState, 'value' | 'attributes'>): Met {
  if (condition.kind === 'hue') return sameColour(condition.hs, state.attributes['hs_color']) ? 'met' : 'no'
  const reported = condition.of === 'state' ? state.value : state.attributes[condition.of]
  switch (condition.kind) {
    case 'is':
      if (condition.values.includes(reported)) return 'met'
      return condition.meanwhile?.includes(reported) ? 'on_the_way' : 'no'
    case 'not':
      return condition.values.includes(reported) ? 'no' : 'met'
    case 'near': {
      const closer = closeness(condition, typeof reported === 'string' ? numberOf(reported) : reported)
      return closer === 'no' && condition.moving === state.value ? 'on_the_way' : closer
    }
  }
}

function closeness(condition: { value: number; within: number; from: number | null }, reported: unknown): Met {
  if (typeof reported !== 'number') return 'no'
  const away = Math.abs(reported - condition.value)
  if (away <= condition.within) return 'met'
  return condition.from !== null && away < Math.abs(condition.from - condition.value) ? 'on_the_way' : 'no'
}

/** Colours go through other colour spaces in the device and come back a little different; near white, hue says nothing. */
function sameColour(wished: readonly [number, number], reported: unknown): boolean {
  if (!Array.isArray(reported)) return false
  const [hue, saturation]: unknown[] = reported
  if (typeof hue !== 'number' || typeof saturation !== 'number' || Math.abs(saturation - wished[1]) > 15) return false
  const apart = Math.abs(hue - wished[0]) % 360
  return wished[1] < 15 || Math.min(apart, 360 - apart) <= 15
}

/** Shorthands for the tables of the components. */
export function stateIs(values: string | readonly string[], meanwhile: readonly string[] = []): Condition {
  return { kind: 'is', of: 'state', values: typeof values === 'string' ? [values] : values, meanwhile }
}
export function attributeIs(of: string, value: unknown): Condition {
  return { kind: 'is', of, values: [value] }
}
export function near(of: string, value: number, within: number, from: unknown = null): Condition {
  return { kind: 'near', of, value, within, from: typeof from === 'number' ? from : null }
}

/** A cover's or valve's position: it answers by moving the right way, before it has moved at all. */
export function towards(percent: number, from: unknown): Condition {
  const moving = typeof from === 'number' ? (percent > from ? 'opening' : 'closing') : undefined
  return { ...near('current_position', percent, 3, from), ...(moving !== undefined && { moving }) }
}

import type { Announcement, Spec } from './discovery.ts'
import type { Language } from './language.ts'
import type { Random } from './random.ts'

/** A message of a device on `demo/<id><suffix>`. */
export interface Report {
  readonly suffix: string
  readonly payload: string
  /** An event is not kept by the broker; everything else is. */
  readonly event?: boolean
}

/** What is around a device while it goes on. */
export interface Surroundings {
  readonly now: number
  /** Seconds since it last went on. */
  readonly seconds: number
  /** Of its room. */
  readonly temperature: number
  readonly humidity: number
  readonly random: Random
}

/** What a device does to its room. */
export interface Effects {
  readonly heating?: boolean
  readonly light?: boolean
  readonly airing?: boolean
}

/**
 * How a kind of device works: a state machine of plain data. `obey` is a command over MQTT, `happen` what people and the
 * world do to it (a wall switch, a door); both answer with the next state, or null for what it does not understand.
 */
export interface Machine<S> {
  readonly initial: S
  announce(spec: Spec, language: Language): Announcement[]
  report(state: S): Report[]
  obey?(state: S, what: string, payload: string): S | null
  happen?(state: S, what: string, value: string): S | null
  /** Goes on by itself: moves, counts, cools. */
  advance?(state: S, around: Surroundings): S
  /** Milliseconds until it wants to go on again; null when it is at rest. */
  restless?(state: S): number | null
  effects?(state: S): Effects
}

/** How reliable a device is. */
export interface Quirks {
  /** It is out of reach all the time. */
  readonly offline?: boolean
  /** The share of commands that it loses. */
  readonly loses?: number
}

/** One device of the house, with its state. */
export interface Device {
  readonly spec: Spec
  readonly quirks: Quirks
  announce(language: Language): Announcement[]
  report(): Report[]
  obey(what: string, payload: string): boolean
  happen(what: string, value: string): boolean
  advance(around: Surroundings): void
  restless(): number | null
  effects(): Effects
}

/** Puts a machine to work. */
export function createDevice<S>(spec: Spec, machine: Machine<S>, quirks: Quirks = {}): Device {
  let state = machine.initial
  const take = (next: S | null | undefined): boolean => {
    if (next === null || next === undefined) return false
    state = next
    return true
  }
  return {
    spec,
    quirks,
    announce: (language) => machine.announce(spec, language),
    report: () => machine.report(state),
    obey: (what, payload) => take(machine.obey?.(state, what, payload)),
    happen: (what, value) => take(machine.happen?.(state, what, value)),
    advance(around) {
      take(machine.advance?.(state, around))
    },
    restless: () => machine.restless?.(state) ?? null,
    effects: () => machine.effects?.(state) ?? {},
  }
}

/** The payload as a JSON object; null when it is not one. */
export function jsonObject(payload: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(payload)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null
  }
}

/** The payload as a number within bounds; null when it is not one. */
export function numberIn(payload: string, low: number, high: number): number | null {
  const number = payload.trim() === '' ? Number.NaN : Number(payload)
  return number >= low && number <= high ? number : null
}

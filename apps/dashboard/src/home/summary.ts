import type { Entity, EntityState } from '@tali/contracts'
import type { Words } from '../words/words.ts'
import { isActive, isAlarming } from './active.ts'
import { isDoorway } from './kinds.ts'
import { numberOf } from './state-text.ts'

/** An entity with what it reports. */
export interface Thing {
  entity: Entity
  state: EntityState | null
}

/** What there is to say about a part of the home. */
export interface Facts {
  lights: Thing[]
  lightsOn: Thing[]
  windows: Thing[]
  doors: Thing[]
  gates: Thing[]
  locks: Thing[]
  unlocked: Thing[]
  offline: Thing[]
  alarming: Thing[]
  motion: boolean
  playing: number
  running: number
  cleaning: boolean
  /** Mean of the temperature sensors, or else of what the thermostats measure. */
  temperature: { value: number; unit: string } | null
  humidity: number | null
}

/** Is open for: whatever is neither closed nor unknown. */
function isOpen(thing: Thing): boolean {
  return isActive(thing.entity, thing.state)
}

export function factsOf(things: Thing[]): Facts {
  const shown = things.filter(({ entity }) => entity.category === null)
  const reachable = shown.filter(({ state }) => state?.available)
  const of = (domain: string, ...classes: string[]): Thing[] =>
    reachable.filter(
      ({ entity }) => entity.domain === domain && (classes.length === 0 || classes.includes(entity.deviceClass ?? '')),
    )
  const active = (list: Thing[]): Thing[] => list.filter((thing) => isActive(thing.entity, thing.state))
  const lights = of('light')
  const locks = of('lock')
  const thermometers = of('sensor', 'temperature')
  const measured = thermometers.map(({ state }) => numberOf(state?.value ?? '')).filter((value) => value !== null)
  const felt = of('climate')
    .map(({ state }) => state?.attributes['current_temperature'])
    .filter((value) => typeof value === 'number')
  const temperature = mean(measured) ?? mean(felt)
  const humidity = mean(
    of('sensor', 'humidity')
      .map(({ state }) => numberOf(state?.value ?? ''))
      .filter((value) => value !== null),
  )
  return {
    lights,
    lightsOn: active(lights),
    windows: of('binary_sensor', 'window').filter(isOpen),
    doors: of('binary_sensor', 'door', 'opening', 'garage_door').filter(isOpen),
    gates: reachable.filter((thing) => isDoorway(thing.entity) && isOpen(thing)),
    locks,
    unlocked: active(locks),
    offline: shown.filter(({ state }) => state !== null && !state.available),
    alarming: reachable.filter(({ entity, state }) => isAlarming(entity, state)),
    motion: of('binary_sensor', 'motion', 'occupancy').some(isOpen),
    playing: active(of('media_player')).length,
    running: active([...of('switch'), ...of('fan'), ...of('humidifier')]).length,
    cleaning: of('vacuum').some(({ state }) => state?.value === 'cleaning'),
    temperature: temperature === null ? null : { value: temperature, unit: thermometers[0]?.entity.unit ?? '°C' },
    humidity,
  }
}

/** An area's card in one line, the most telling first: at most four. The temperature is shown by itself. */
export function summaryOf(facts: Facts, total: number, words: Words): string[] {
  const { summary } = words.t.house
  if (total === 0) return [summary.empty]
  const gates = new Set(facts.gates.map(({ entity }) => entity.areaId))
  // A gate's own contact sensor says the same once more.
  const doors = facts.doors.filter(({ entity }) => entity.deviceClass !== 'garage_door' || !gates.has(entity.areaId))
  const lines = [
    facts.alarming.length > 0 && summary.alarming(words.list(facts.alarming.map(({ entity }) => entity.name))),
    facts.gates.length > 0 && summary.coversOpen(facts.gates.length),
    facts.unlocked.length > 0 && summary.unlockedHere,
    facts.lightsOn.length > 0 && summary.lightsOn(facts.lightsOn.length),
    facts.windows.length > 0 && summary.windowsOpen(facts.windows.length),
    doors.length > 0 && summary.doorsOpen(doors.length),
    facts.cleaning && summary.cleaning,
    facts.playing > 0 && summary.playing(facts.playing),
    facts.running > 0 && summary.running(facts.running),
    facts.motion && summary.motion,
    facts.offline.length > 0 && summary.offlineHere(facts.offline.length),
  ].filter((line) => line !== false)
  if (lines.length === 0) return [facts.lights.length > 0 ? summary.allOff : summary.calm]
  return lines.slice(0, 4)
}

function mean(values: number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

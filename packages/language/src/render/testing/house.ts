import type { Cause, CauseStep, Choice, CommandResult, EntityRef, Reading, Say, Scope, Timer } from '@tali/contracts'

/** A house of two languages, and short ways to write down what there is to say of it. For tests only. */

/** Saturday, 18:02 in Berlin. */
export const now = '2026-11-21T17:02:30Z'
export const timeZone = 'Europe/Berlin'

export interface House {
  kitchen: string
  bedroom: string
  bathroom: string
  garage: string
  upstairs: string
  said: string
  pizza: string
  milk: string
  kitchenLight: EntityRef
  counterLight: EntityRef
  sinkLight: EntityRef
  hallLamp: EntityRef
  gardenLamp: EntityRef
  fan: EntityRef
  thermostat: EntityRef
  frontDoor: EntityRef
  garageDoor: EntityRef
  blinds: EntityRef
  vacuum: EntityRef
  scene: EntityRef
  bedroomTemperature: EntityRef
  officeTemperature: EntityRef
  bathroomTemperature: EntityRef
  bathroomHumidity: EntityRef
  kitchenWindow: EntityRef
  officeWindow: EntityRef
  hallMotion: EntityRef
  washer: EntityRef
  maddie: EntityRef
}

function entity(name: string, areaName: string | null, domain: string, deviceClass: string | null = null): EntityRef {
  return { id: `${domain}.${name.toLowerCase().replaceAll(/\W/g, '_')}`, name, domain, deviceClass, areaName }
}

const english: House = {
  kitchen: 'Kitchen',
  bedroom: 'Bedroom',
  bathroom: 'Bathroom',
  garage: 'Garage',
  upstairs: 'Upstairs',
  said: 'turn on the kitchen light',
  pizza: 'pizza',
  milk: 'milk',
  kitchenLight: entity('Kitchen light', 'Kitchen', 'light'),
  counterLight: entity('Counter light', 'Kitchen', 'light'),
  sinkLight: entity('Sink light', 'Kitchen', 'light'),
  hallLamp: entity('Hall lamp', 'Hall', 'light'),
  gardenLamp: entity('Garden lamp', 'Garden', 'light'),
  fan: entity('Hall fan', 'Hall', 'fan'),
  thermostat: entity('Thermostat', 'Living room', 'climate'),
  frontDoor: entity('Front door', 'Hall', 'lock'),
  garageDoor: entity('Garage door', 'Garage', 'cover', 'garage'),
  blinds: entity('Blinds', 'Bedroom', 'cover', 'blind'),
  vacuum: entity('Vacuum', 'Hall', 'vacuum'),
  scene: entity('Movie night', null, 'scene'),
  bedroomTemperature: entity('Bedroom temperature', 'Bedroom', 'sensor', 'temperature'),
  officeTemperature: entity('Office temperature', 'Office', 'sensor', 'temperature'),
  bathroomTemperature: entity('Bathroom temperature', 'Bathroom', 'sensor', 'temperature'),
  bathroomHumidity: entity('Bathroom humidity', 'Bathroom', 'sensor', 'humidity'),
  kitchenWindow: entity('Kitchen window', 'Kitchen', 'binary_sensor', 'window'),
  officeWindow: entity('Office window', 'Office', 'binary_sensor', 'window'),
  hallMotion: entity('Hall motion sensor', 'Hall', 'binary_sensor', 'motion'),
  washer: entity('Washing machine', 'Cellar', 'sensor'),
  maddie: entity('Maddie', null, 'person'),
}

const german: House = {
  kitchen: 'Küche',
  bedroom: 'Schlafzimmer',
  bathroom: 'Bad',
  garage: 'Garage',
  upstairs: 'Oben',
  said: 'schalte das Küchenlicht ein',
  pizza: 'Pizza',
  milk: 'Milch',
  kitchenLight: entity('Küchenlicht', 'Küche', 'light'),
  counterLight: entity('Thekenlicht', 'Küche', 'light'),
  sinkLight: entity('Küche Spüle', 'Küche', 'light'),
  hallLamp: entity('Flurlampe', 'Flur', 'light'),
  gardenLamp: entity('Gartenlampe', 'Garten', 'light'),
  fan: entity('Deckenventilator', 'Flur', 'fan'),
  thermostat: entity('Thermostat', 'Wohnzimmer', 'climate'),
  frontDoor: entity('Haustür', 'Flur', 'lock'),
  garageDoor: entity('Garagentor', 'Garage', 'cover', 'garage'),
  blinds: entity('Rollläden', 'Schlafzimmer', 'cover', 'blind'),
  vacuum: entity('Saugroboter', 'Flur', 'vacuum'),
  scene: entity('Filmabend', null, 'scene'),
  bedroomTemperature: entity('Schlafzimmer Temperatur', 'Schlafzimmer', 'sensor', 'temperature'),
  officeTemperature: entity('Büro Temperatur', 'Büro', 'sensor', 'temperature'),
  bathroomTemperature: entity('Bad Temperatur', 'Bad', 'sensor', 'temperature'),
  bathroomHumidity: entity('Bad Luftfeuchte', 'Bad', 'sensor', 'humidity'),
  kitchenWindow: entity('Küchenfenster', 'Küche', 'binary_sensor', 'window'),
  officeWindow: entity('Bürofenster', 'Büro', 'binary_sensor', 'window'),
  hallMotion: entity('Bewegungsmelder', 'Flur', 'binary_sensor', 'motion'),
  washer: entity('Waschmaschine', 'Keller', 'sensor'),
  maddie: entity('Maddie', null, 'person'),
}

export const houses = { en: english, de: german }

export const everywhere: Scope = { areaName: null, floorName: null, domain: null, deviceClass: null }
export const byMaddie: Cause = { kind: 'resident', residentId: 'r1', name: 'Maddie', channel: 'chat' }

/** A confirmed command of two seconds ago, unless said otherwise. */
export function result(
  entity: EntityRef,
  action: string,
  more: Partial<CommandResult> = {},
): CommandResult & { entity: EntityRef } {
  return {
    entity,
    commandId: 'c1',
    entityId: entity.id,
    action,
    parameters: {},
    outcome: 'confirmed',
    reason: null,
    detail: null,
    sentAt: '2026-11-21T17:02:28Z',
    tookMs: 120,
    observed: null,
    ...more,
  }
}

export function observed(
  value: string,
  attributes: Record<string, unknown> = {},
): { observed: CommandResult['observed'] } {
  return { observed: { value, attributes } }
}

export function did(results: (CommandResult & { entity: EntityRef })[], scope: Partial<Scope> = {}): Say {
  return { kind: 'did', action: 'turn_on', parameters: {}, scope: { ...everywhere, ...scope }, results }
}

/** A fresh reading of one second ago, unless said otherwise. */
export function reading(entity: EntityRef, value: string, more: Partial<Reading> = {}): Reading {
  return { entity, value, unit: null, ageMs: 1_000, available: true, old: false, ...more }
}

export const hours = (count: number): number => count * 3_600_000

/** A state change at 18:02 that nobody asked for, unless said otherwise. */
export function step(more: Partial<CauseStep>): CauseStep {
  return {
    eventId: 'e1',
    at: '2026-11-21T17:02:00Z',
    type: 'tali.core.state.changed',
    entity: null,
    cause: { kind: 'manual' },
    from: null,
    to: null,
    action: null,
    outcome: null,
    text: null,
    unit: null,
    attributes: {},
    parameters: {},
    name: null,
    ...more,
  }
}

/** A timer of ten minutes that has just begun, unless said otherwise. */
export function timer(name: string | null, more: Partial<Timer> = {}): Timer {
  return {
    id: 't1',
    name,
    seconds: 600,
    endsAt: '2026-11-21T17:12:30Z',
    remainingSeconds: 600,
    paused: false,
    areaId: null,
    ...more,
  }
}

export function choice(entity: EntityRef): Choice {
  return { id: entity.id, label: entity.name, kind: 'entity', hint: entity.areaName }
}
export const yesOrNo: Choice[] = [
  { id: 'yes', label: 'yes', kind: 'yes', hint: null },
  { id: 'no', label: 'no', kind: 'no', hint: null },
]
export function question(choices: Choice[]) {
  return { questionId: 'q1', choices, expiresAt: '2026-11-21T17:04:30Z' }
}

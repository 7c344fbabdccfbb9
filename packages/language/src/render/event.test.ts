import type { Cause, EntityRef, LedgerEvent } from '@tali/contracts'
import { describe, expect, it } from 'vitest'
import { wordEvent } from './event.ts'
import { byMaddie, houses, now, timeZone, type House } from './testing/house.ts'

const common = { id: 'e1', at: now, arrivedAt: now, parentId: null, traceId: null }
const itself: Cause = { kind: 'device' }
const manual: Cause = { kind: 'manual' }

function about({ id, name }: EntityRef) {
  return { ...common, cause: itself, entityId: id, name, areaId: null }
}

function changed(
  entity: EntityRef,
  from: string | null,
  to: string,
  attributes = {},
  cause = itself,
  unit: string | null = null,
): LedgerEvent {
  return { ...about(entity), type: 'tali.core.state.changed', from, to, attributes, cause, unit }
}

type Row = readonly [eventOf: (house: House) => LedgerEvent, en: string, de: string]

const rows: readonly Row[] = [
  [
    (h) => changed(h.kitchenLight, 'off', 'on', { brightness: 9 }, byMaddie),
    'Kitchen light went on',
    'Küchenlicht ging an',
  ],
  [
    (h) => changed(h.garageDoor, 'closed', 'open', {}, manual),
    'Garage door opened by hand (no known cause)',
    'Garagentor ging von Hand auf (keine bekannte Ursache)',
  ],
  [(h) => changed(h.blinds, 'open', 'closed', {}, byMaddie), 'Blinds closed', 'Rollläden gingen zu'],
  [(h) => changed(h.frontDoor, 'unlocked', 'locked'), 'Front door was locked', 'Haustür wurde verriegelt'],
  [(h) => changed(h.hallMotion, 'off', 'on'), 'Hall motion sensor reported motion', 'Bewegungsmelder meldete Bewegung'],
  [
    (h) => changed(h.bedroomTemperature, '21.2', '21.4', {}, itself, '°C'),
    'Bedroom temperature rose from 21.2 to 21.4 °C',
    'Schlafzimmer Temperatur stieg von 21,2 auf 21,4 °C',
  ],
  [
    (h) => changed(h.bathroomHumidity, '61', '54.5'),
    'Bathroom humidity fell from 61.0 to 54.5 %',
    'Bad Luftfeuchte sank von 61,0 auf 54,5 %',
  ],
  [(h) => changed(h.bathroomHumidity, null, '54'), 'Bathroom humidity reached 54 %', 'Bad Luftfeuchte erreichte 54 %'],
  [
    (h) => changed(h.kitchenLight, 'on', 'unavailable'),
    'Kitchen light stopped reporting',
    'Küchenlicht hörte auf, sich zu melden',
  ],
  [
    (h) => changed(h.kitchenLight, null, 'on', {}, { kind: 'restart' }),
    'Kitchen light was already on when I started',
    'Küchenlicht war schon an, als ich gestartet bin',
  ],
  [
    (h) => changed(h.washer, 'wash', 'rinse'),
    'Washing machine changed to “rinse”',
    'Waschmaschine wechselte zu „rinse“',
  ],
  [(h) => changed(h.maddie, 'home', 'not_home'), 'Maddie left home', 'Maddie verließ das Haus'],
  [(h) => changed(h.maddie, 'not_home', 'Gym'), 'Maddie arrived at Gym', 'Maddie kam am Ort Gym an'],
  [(h) => changed(h.scene, null, now), 'Movie night was used', 'Filmabend wurde betätigt'],
  [
    (h) => changed(h.kitchenLight, 'on', 'on', { brightness: 102, hs_color: [240, 100] }),
    'Kitchen light is now at 40 %, blue',
    'Küchenlicht ist jetzt auf 40 %, blau',
  ],
  [
    (h) => changed(h.thermostat, 'heat', 'heat', { hvac_action: 'heating', current_temperature: 19 }),
    'Thermostat began to heat',
    'Thermostat begann zu heizen',
  ],
  [
    (h) => changed(h.thermostat, 'heat', 'heat', { temperature: 21.5 }),
    'Thermostat is now set to 21.5 °C',
    'Thermostat steht jetzt auf 21,5 °C',
  ],
  [
    (h) => changed(h.kitchenLight, 'on', 'on', { effect: 'fire' }),
    'Kitchen light changed',
    'Küchenlicht hat sich geändert',
  ],
  [
    (h) => ({ ...about(h.gardenLamp), type: 'tali.core.availability.changed', available: false }),
    'Garden lamp went offline',
    'Gartenlampe ist nicht mehr erreichbar',
  ],
  [
    (h) => ({ ...about(h.blinds), type: 'tali.core.availability.changed', available: true }),
    'Blinds are back online',
    'Rollläden sind wieder erreichbar',
  ],
  [
    (h) => ({
      ...common,
      type: 'tali.core.turn.received',
      cause: byMaddie,
      turnId: 't1',
      conversationId: 'c1',
      text: h.said,
    }),
    'Maddie asked by chat: turn on the kitchen light',
    'Maddie schrieb im Chat: schalte das Küchenlicht ein',
  ],
  [
    (h) => ({
      ...common,
      type: 'tali.core.turn.received',
      cause: { kind: 'owner', channel: 'terminal' },
      turnId: 't1',
      conversationId: 'c1',
      text: `${h.said}\n?`,
    }),
    'The owner asked from the terminal: turn on the kitchen light?',
    'Admin schrieb am Terminal: schalte das Küchenlicht ein?',
  ],
  [
    (h) => ({
      ...about(h.kitchenLight),
      type: 'tali.core.command.sent',
      commandId: 'c1',
      action: 'turn_on',
      parameters: { brightness_pct: 40 },
    }),
    'Told Kitchen light: set to 40 %',
    'An Küchenlicht gesendet: auf 40 % stellen',
  ],
  [
    (h) => ({
      ...about(h.kitchenLight),
      type: 'tali.core.command.concluded',
      commandId: 'c1',
      action: 'turn_on',
      parameters: {},
      outcome: 'confirmed',
      reason: null,
      tookMs: 210,
    }),
    'Kitchen light: turn on, confirmed after 0.2 s',
    'Küchenlicht: einschalten, bestätigt nach 0,2 s',
  ],
  [
    (h) => ({
      ...about(h.vacuum),
      type: 'tali.core.command.concluded',
      commandId: 'c1',
      action: 'return_to_base',
      parameters: {},
      outcome: 'no_echo',
      reason: 'device_silent',
      tookMs: 5_000,
    }),
    'Vacuum: send to its base, no answer',
    'Saugroboter: zur Station schicken, keine Antwort',
  ],
  [
    (h) => ({ ...about(h.vacuum), type: 'tali.core.entity.discovered' }),
    'Vacuum is new here',
    'Saugroboter ist neu hier',
  ],
  [
    (h) => ({ ...about(h.blinds), type: 'tali.core.entity.removed' }),
    'Blinds were removed',
    'Rollläden wurden entfernt',
  ],
  [
    (h) => ({
      ...common,
      type: 'tali.core.timer.started',
      cause: byMaddie,
      timerId: 't1',
      name: h.pizza,
      seconds: 600,
    }),
    'Timer pizza started for 10 minutes',
    'Timer Pizza wurde gestartet, 10 Minuten',
  ],
  [
    () => ({ ...common, type: 'tali.core.timer.finished', cause: byMaddie, timerId: 't1', name: null }),
    'A timer finished',
    'Ein Timer ist abgelaufen',
  ],
  [
    () => ({ ...common, type: 'tali.core.service.started', cause: { kind: 'restart' }, version: '0.1.0' }),
    'TALI started (0.1.0)',
    'TALI ist gestartet (0.1.0)',
  ],
  [
    () => ({ ...common, type: 'tali.core.resident.joined', cause: byMaddie, residentId: 'r1', name: 'Maddie' }),
    'Maddie joined the household',
    'Maddie gehört jetzt zum Haushalt',
  ],
]

describe('a line of the timeline', () => {
  for (const [eventOf, en, de] of rows) {
    for (const language of ['en', 'de'] as const) {
      const line = language === 'en' ? en : de
      it(line, () => {
        const house = houses[language]
        const names = (entityId: string) => Object.values(house).find((entity) => entity.id === entityId)
        expect(wordEvent(eventOf(house), { language, now, timeZone, names })).toBe(line)
      })
    }
  }

  it('uses the name of that time when nobody knows the entity any more', () => {
    const event = changed({ ...houses.en.kitchenLight, name: 'Old light' }, 'off', 'on')
    expect(wordEvent(event, { language: 'en', now, timeZone })).toBe('Old light went on')
  })
})

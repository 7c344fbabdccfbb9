import { describe, expect, it } from 'vitest'
import { wordState } from './state.ts'
import { now, timeZone } from './testing/house.ts'

interface Row {
  /** `domain` or `domain.device_class` */
  of: string
  value: string
  attributes?: Record<string, unknown>
  unit?: string
  en: string
  de: string
}

const rows: readonly Row[] = [
  { of: 'light', value: 'on', attributes: { brightness: 102 }, en: 'on, 40 %', de: 'an, 40 %' },
  { of: 'light', value: 'on', attributes: { brightness: 1 }, en: 'on, 1 %', de: 'an, 1 %' },
  { of: 'light', value: 'off', en: 'off', de: 'aus' },
  { of: 'switch.outlet', value: 'on', en: 'on', de: 'an' },
  { of: 'fan', value: 'on', attributes: { percentage: 66 }, en: 'on, 66 %', de: 'an, 66 %' },
  { of: 'cover.blind', value: 'open', attributes: { current_position: 40 }, en: '40 % open', de: '40 % offen' },
  { of: 'cover.blind', value: 'open', attributes: { current_position: 100 }, en: 'open', de: 'offen' },
  {
    of: 'cover.garage',
    value: 'closing',
    attributes: { current_position: 40 },
    en: 'closing, 40 %',
    de: 'geht zu, 40 %',
  },
  { of: 'lock', value: 'locked', en: 'locked', de: 'verriegelt' },
  { of: 'lock', value: 'jammed', en: 'jammed', de: 'klemmt' },
  { of: 'binary_sensor.window', value: 'on', en: 'open', de: 'offen' },
  { of: 'binary_sensor.door', value: 'off', en: 'closed', de: 'zu' },
  { of: 'binary_sensor.motion', value: 'on', en: 'detected', de: 'Bewegung erkannt' },
  { of: 'binary_sensor.occupancy', value: 'off', en: 'clear', de: 'frei' },
  { of: 'binary_sensor.smoke', value: 'on', en: 'smoke detected', de: 'Rauch erkannt' },
  { of: 'binary_sensor.moisture', value: 'off', en: 'dry', de: 'trocken' },
  { of: 'binary_sensor.lock', value: 'on', en: 'unlocked', de: 'entriegelt' },
  { of: 'binary_sensor.battery', value: 'on', en: 'low', de: 'schwach' },
  { of: 'binary_sensor.problem', value: 'off', en: 'fine', de: 'in Ordnung' },
  { of: 'binary_sensor.connectivity', value: 'off', en: 'disconnected', de: 'nicht verbunden' },
  { of: 'binary_sensor', value: 'on', en: 'on', de: 'an' },
  {
    of: 'climate',
    value: 'heat',
    attributes: { hvac_action: 'heating', temperature: 21 },
    unit: '°C',
    en: 'heating to 21 °C',
    de: 'heizt auf 21 °C',
  },
  {
    of: 'climate',
    value: 'heat',
    attributes: { hvac_action: 'idle', temperature: 21.5 },
    en: 'idle, set to 21.5 °C',
    de: 'ruht, steht auf 21,5 °C',
  },
  {
    of: 'climate',
    value: 'heat_cool',
    attributes: { target_temp_low: 68, target_temp_high: 74 },
    unit: '°F',
    en: 'heating and cooling, set to 68 to 74 °F',
    de: 'Heizen und Kühlen, steht auf 68 bis 74 °F',
  },
  { of: 'climate', value: 'off', attributes: { temperature: 21 }, en: 'off', de: 'aus' },
  { of: 'climate', value: 'dry', en: 'drying', de: 'Entfeuchten' },
  { of: 'alarm_control_panel', value: 'armed_away', en: 'armed for away', de: 'scharf für unterwegs' },
  { of: 'alarm_control_panel', value: 'triggered', en: 'ALARM', de: 'ALARM' },
  { of: 'vacuum', value: 'docked', en: 'at its base', de: 'an der Station' },
  { of: 'vacuum', value: 'returning', en: 'returning', de: 'fährt zur Station' },
  {
    of: 'media_player',
    value: 'playing',
    attributes: { media_title: 'Hey Jude' },
    en: 'playing, Hey Jude',
    de: 'spielt, Hey Jude',
  },
  { of: 'person', value: 'home', en: 'at home', de: 'zu Hause' },
  { of: 'device_tracker', value: 'not_home', en: 'away', de: 'unterwegs' },
  { of: 'person', value: 'Gym', en: 'Gym', de: 'Gym' },
  { of: 'sensor.temperature', value: '21.40', unit: '°C', en: '21.4 °C', de: '21,4 °C' },
  { of: 'sensor.temperature', value: '-3', unit: '°C', en: '−3 °C', de: '−3 °C' },
  { of: 'sensor.energy', value: '0.456', unit: 'kWh', en: '0.46 kWh', de: '0,46 kWh' },
  { of: 'sensor.power', value: '12345.67', unit: 'W', en: '12,346 W', de: '12.346 W' },
  { of: 'sensor', value: 'open', en: 'open', de: 'open' },
  { of: 'sensor', value: 'rinse', en: 'rinse', de: 'rinse' },
  { of: 'button', value: '2026-11-21T14:02:30Z', en: '3 hours ago', de: 'vor 3 Stunden' },
  { of: 'light', value: 'unknown', en: 'unknown', de: 'unbekannt' },
  { of: 'light', value: 'unavailable', en: 'unavailable', de: 'nicht erreichbar' },
  { of: 'light', value: 'constructor', en: 'constructor', de: 'constructor' },
]

describe('a state as a label', () => {
  for (const { of, value, attributes = {}, unit = null, en, de } of rows) {
    it(`${of} ${value}: ${en} | ${de}`, () => {
      const [domain = '', deviceClass = null] = of.split('.')
      const worded = (language: string) =>
        wordState({ domain, deviceClass }, value, attributes, unit, { language, now, timeZone })
      expect([worded('en'), worded('de')]).toEqual([en, de])
    })
  }

  it('speaks English where it does not know the language, and German to Austria', () => {
    const worded = (language: string) =>
      wordState({ domain: 'light', deviceClass: null }, 'on', {}, null, { language, now, timeZone })
    expect([worded('fr'), worded('de-AT'), worded('')]).toEqual(['on', 'an', 'on'])
  })
})

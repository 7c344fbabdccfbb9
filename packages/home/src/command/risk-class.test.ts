import { describe, expect, it } from 'vitest'
import { components } from '../components/components.ts'
import { riskClass, riskTable } from './risk-class.ts'

const entity = (domain: string, deviceClass: string | null = null, category: 'config' | null = null) => ({
  domain,
  deviceClass,
  category,
})

describe('riskClass', () => {
  it.each<[string, ReturnType<typeof entity>, string, Record<string, unknown>, number]>([
    ['a lamp', entity('light'), 'turn_on', {}, 1],
    ['to lock', entity('lock'), 'lock', {}, 1],
    ['to unlock', entity('lock'), 'unlock', {}, 3],
    ['to open a latch', entity('lock'), 'open', {}, 3],
    ['to open the garage', entity('cover', 'garage'), 'open_cover', {}, 3],
    ['to toggle the garage', entity('cover', 'garage'), 'toggle', {}, 3],
    ['to close the garage', entity('cover', 'garage'), 'close_cover', {}, 2],
    ['a garage to a position', entity('cover', 'garage'), 'set_cover_position', { position: 10 }, 3],
    ['a garage to closed', entity('cover', 'garage'), 'set_cover_position', { position: 0 }, 2],
    ['a blind', entity('cover', 'blind'), 'open_cover', {}, 1],
    ['a cover without a class', entity('cover'), 'open_cover', {}, 1],
    ['to open a gate', entity('cover', 'gate'), 'open_cover', {}, 3],
    ['to disarm', entity('alarm_control_panel'), 'alarm_disarm', {}, 3],
    ['to arm', entity('alarm_control_panel'), 'alarm_arm_home', {}, 2],
    ['to open water', entity('valve', 'water'), 'open_valve', {}, 3],
    ['to close water', entity('valve', 'water'), 'close_valve', {}, 1],
    ['to silence a siren', entity('siren'), 'turn_off', {}, 3],
    ['hot water', entity('water_heater'), 'set_temperature', { temperature: 60 }, 2],
    ['a thermostat', entity('climate'), 'set_temperature', { temperature: 22 }, 1],
    ['a restart', entity('button', 'restart'), 'press', {}, 2],
    ['a setting of a device', entity('select', null, 'config'), 'select_option', {}, 2],
    ['an unknown action', entity('lock'), 'explode', {}, 3],
    ['an unknown domain', entity('teleporter'), 'turn_on', {}, 3],
    ['a name out of JavaScript', entity('constructor'), 'turn_on', {}, 3],
    ['an action that is no word', entity('light'), 'turn on; rm', {}, 3],
  ])('%s', (_, judged, action, parameters, risk) => {
    expect(riskClass(judged, action, parameters)).toBe(risk)
  })

  it('has a row for every component that can be told something', () => {
    const silent = ['binary_sensor', 'device_automation', 'device_tracker', 'event', 'sensor']
    expect(Object.keys(riskTable).sort()).toEqual(
      [...components.keys()].filter((name) => !silent.includes(name)).sort(),
    )
  })
})

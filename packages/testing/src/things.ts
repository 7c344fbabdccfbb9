import type { TestDeviceOptions } from './test-device.ts'

type Thing = Omit<TestDeviceOptions, 'component' | 'id' | 'name'>

/** A lamp that is off and does what it is told. */
export function light(name: string, area: string, more: Thing = {}): TestDeviceOptions {
  return { component: 'light', id: idOf(name), name, area, state: 'OFF', ...more }
}

/** A door's lock that is locked. */
export function lock(name: string, area: string, more: Thing = {}): TestDeviceOptions {
  return {
    component: 'lock',
    id: idOf(name),
    name,
    area,
    state: 'LOCKED',
    answer: (told) => `${told}ED`,
    ...more,
  }
}

/** A cover that is closed; with `device_class: 'garage'` in its `config` it is a garage door. */
export function cover(name: string, area: string, more: Thing = {}): TestDeviceOptions {
  const states: Readonly<Record<string, string>> = { OPEN: 'open', CLOSE: 'closed', STOP: 'open' }
  return {
    component: 'cover',
    id: idOf(name),
    name,
    area,
    state: 'closed',
    answer: (told) => states[told] ?? null,
    ...more,
  }
}

export function garageDoor(name: string, area: string): TestDeviceOptions {
  return cover(name, area, { config: { device_class: 'garage' } })
}

/** A sensor of temperature, in °C. */
export function thermometer(name: string, area: string, degrees: string): TestDeviceOptions {
  return {
    component: 'sensor',
    id: idOf(name),
    name,
    area,
    state: degrees,
    config: { device_class: 'temperature', unit_of_measurement: '°C', state_class: 'measurement' },
  }
}

function idOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')
}

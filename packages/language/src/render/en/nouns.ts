import type { Noun } from '../noun.ts'

export interface NounWords {
  one: string
  many: string
}

const noun = (one: string, many = `${one}s`): NounWords => ({ one, many })

export const nouns: Readonly<Record<Noun, NounWords>> = {
  light: noun('light'),
  switch: noun('switch', 'switches'),
  plug: noun('plug'),
  fan: noun('fan'),
  blind: noun('blind'),
  curtain: noun('curtain'),
  awning: noun('awning'),
  garage_door: noun('garage door'),
  gate: noun('gate'),
  door: noun('door'),
  window: noun('window'),
  opening: noun('window or door', 'windows and doors'),
  valve: noun('valve'),
  lock: noun('lock'),
  thermostat: noun('thermostat'),
  boiler: noun('boiler'),
  humidifier: noun('humidifier'),
  alarm: noun('alarm'),
  vacuum: noun('vacuum cleaner'),
  mower: noun('lawn mower'),
  speaker: noun('player'),
  television: noun('television'),
  siren: noun('siren'),
  camera: noun('camera'),
  button: noun('button'),
  scene: noun('scene'),
  script: noun('script'),
  automation: noun('automation'),
  person: noun('person', 'people'),
  motion_sensor: noun('motion sensor'),
  presence_sensor: noun('presence sensor'),
  smoke_detector: noun('smoke detector'),
  gas_detector: noun('gas detector'),
  leak_sensor: noun('leak sensor'),
  sensor: noun('sensor'),
  thermometer: noun('thermometer'),
  battery: noun('battery', 'batteries'),
  device: noun('device'),
}

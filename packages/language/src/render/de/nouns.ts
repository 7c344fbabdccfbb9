import type { Noun } from '../noun.ts'

/** Two nouns in one (`opening`) have their articles in `articles.ts`. */
export type Gender = 'm' | 'f' | 'n'

export interface NounWords {
  one: string
  many: string
  gender: Gender
}

const noun = (gender: Gender, one: string, many: string): NounWords => ({ one, many, gender })

export const nouns: Readonly<Record<Noun, NounWords>> = {
  light: noun('n', 'Licht', 'Lichter'),
  switch: noun('m', 'Schalter', 'Schalter'),
  plug: noun('f', 'Steckdose', 'Steckdosen'),
  fan: noun('m', 'Ventilator', 'Ventilatoren'),
  blind: noun('m', 'Rollladen', 'Rollläden'),
  curtain: noun('m', 'Vorhang', 'Vorhänge'),
  awning: noun('f', 'Markise', 'Markisen'),
  garage_door: noun('n', 'Garagentor', 'Garagentore'),
  gate: noun('n', 'Tor', 'Tore'),
  door: noun('f', 'Tür', 'Türen'),
  window: noun('n', 'Fenster', 'Fenster'),
  opening: noun('n', 'Fenster oder Tür', 'Fenster und Türen'),
  valve: noun('n', 'Ventil', 'Ventile'),
  lock: noun('n', 'Schloss', 'Schlösser'),
  thermostat: noun('n', 'Thermostat', 'Thermostate'),
  boiler: noun('m', 'Boiler', 'Boiler'),
  humidifier: noun('m', 'Luftbefeuchter', 'Luftbefeuchter'),
  alarm: noun('f', 'Alarmanlage', 'Alarmanlagen'),
  vacuum: noun('m', 'Staubsauger', 'Staubsauger'),
  mower: noun('m', 'Rasenmäher', 'Rasenmäher'),
  speaker: noun('n', 'Abspielgerät', 'Abspielgeräte'),
  television: noun('m', 'Fernseher', 'Fernseher'),
  siren: noun('f', 'Sirene', 'Sirenen'),
  camera: noun('f', 'Kamera', 'Kameras'),
  button: noun('m', 'Taster', 'Taster'),
  scene: noun('f', 'Szene', 'Szenen'),
  script: noun('n', 'Skript', 'Skripte'),
  automation: noun('f', 'Automation', 'Automationen'),
  person: noun('f', 'Person', 'Personen'),
  motion_sensor: noun('m', 'Bewegungsmelder', 'Bewegungsmelder'),
  presence_sensor: noun('m', 'Präsenzmelder', 'Präsenzmelder'),
  smoke_detector: noun('m', 'Rauchmelder', 'Rauchmelder'),
  gas_detector: noun('m', 'Gasmelder', 'Gasmelder'),
  leak_sensor: noun('m', 'Wassermelder', 'Wassermelder'),
  sensor: noun('m', 'Sensor', 'Sensoren'),
  thermometer: noun('n', 'Thermometer', 'Thermometer'),
  battery: noun('f', 'Batterie', 'Batterien'),
  device: noun('n', 'Gerät', 'Geräte'),
}

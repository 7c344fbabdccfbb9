import type { Entity, EntityState, Home } from '@tali/contracts'

/** The moment at which every story plays, in UTC. */
export const storyNow = Date.parse('2026-11-21T18:40:00Z')
const iso = (secondsAgo: number): string => new Date(storyNow - secondsAgo * 1_000).toISOString()

type Language = 'en' | 'de'
type Names = [en: string, de: string]

interface Sketch {
  id: string
  name: Names
  area: string | null
  value: string
  attributes?: Record<string, unknown>
  capabilities?: Record<string, unknown>
  deviceClass?: string
  unit?: string
  icon?: string
  category?: 'diagnostic'
  offline?: boolean
  ageSeconds?: number
}

const floors: [id: string, name: Names, level: number][] = [
  ['ground', ['Ground floor', 'Erdgeschoss'], 0],
  ['upper', ['Upper floor', 'Obergeschoss'], 1],
]
const areas: [id: string, name: Names, floor: string | null][] = [
  ['living', ['Living room', 'Wohnzimmer'], 'ground'],
  ['kitchen', ['Kitchen', 'Küche'], 'ground'],
  ['hall', ['Hallway', 'Eingangsbereich'], 'ground'],
  ['garage', ['Garage', 'Garage'], 'ground'],
  ['bedroom', ['Bedroom', 'Schlafzimmer'], 'upper'],
  ['kids', ['Children’s room', 'Kinderzimmer'], 'upper'],
  ['bath', ['Bathroom', 'Badezimmer'], 'upper'],
  ['office', ['Office', 'Arbeitszimmer'], 'upper'],
  ['garden', ['Garden', 'Garten'], null],
]

const dims = {
  actions: ['turn_on', 'turn_off'],
  reports_state: true,
  dimmable: true,
  supported_color_modes: ['brightness'],
}
const whites = {
  ...dims,
  supported_color_modes: ['color_temp'],
  min_color_temp_kelvin: 2200,
  max_color_temp_kelvin: 6500,
}
const colours = { ...whites, supported_color_modes: ['color_temp', 'hs'] }
const plain = { actions: ['turn_on', 'turn_off'], reports_state: true }
const cover = {
  actions: ['open_cover', 'close_cover', 'stop_cover', 'set_cover_position'],
  reports_state: true,
  position: true,
}
const heats = {
  actions: ['set_temperature', 'set_hvac_mode'],
  reports_state: true,
  hvac_modes: ['off', 'heat', 'auto'],
  min_temp: 5,
  max_temp: 30,
  target_temp_step: 0.5,
  temperature_unit: '°C',
}

const sketches: Sketch[] = [
  {
    id: 'light.sofa',
    name: ['Sofa lamp', 'Sofalampe'],
    area: 'living',
    value: 'on',
    icon: 'mdi:floor-lamp',
    capabilities: colours,
    attributes: { brightness: 153, color_mode: 'color_temp', color_temp_kelvin: 2700 },
  },
  {
    id: 'light.shelf',
    name: ['Shelf strip', 'Regalbeleuchtung'],
    area: 'living',
    value: 'on',
    capabilities: colours,
    attributes: { brightness: 102, color_mode: 'hs', hs_color: [275, 55], rgb_color: [198, 115, 255] },
  },
  {
    id: 'light.ceiling',
    name: ['Ceiling light', 'Deckenlicht'],
    area: 'living',
    value: 'off',
    icon: 'mdi:ceiling-light',
    capabilities: dims,
  },
  {
    id: 'media_player.living',
    name: ['Speaker', 'Lautsprecher'],
    area: 'living',
    value: 'playing',
    capabilities: { actions: ['media_play', 'media_pause', 'media_next_track', 'volume_set'] },
    attributes: { volume_level: 0.35, media_title: 'Clair de lune' },
  },
  {
    id: 'climate.living',
    name: ['Heating', 'Heizung'],
    area: 'living',
    value: 'heat',
    capabilities: heats,
    attributes: { temperature: 21.5, current_temperature: 21.4, hvac_action: 'idle' },
  },
  {
    id: 'cover.living',
    name: ['Garden door blind', 'Rollladen Terrassentür'],
    area: 'living',
    value: 'open',
    deviceClass: 'shutter',
    capabilities: cover,
    attributes: { current_position: 60 },
  },
  {
    id: 'sensor.living_temperature',
    name: ['Temperature', 'Temperatur'],
    area: 'living',
    value: '21.4',
    deviceClass: 'temperature',
    unit: '°C',
  },
  {
    id: 'sensor.living_humidity',
    name: ['Humidity', 'Luftfeuchtigkeit'],
    area: 'living',
    value: '44',
    deviceClass: 'humidity',
    unit: '%',
  },
  {
    id: 'binary_sensor.living_window',
    name: ['Window', 'Fenster'],
    area: 'living',
    value: 'off',
    deviceClass: 'window',
  },
  {
    id: 'vacuum.rosie',
    name: ['Rosie', 'Staubsauger Rosie'],
    area: 'living',
    value: 'docked',
    capabilities: { actions: ['start', 'pause', 'return_to_base'] },
    attributes: { battery_level: 100 },
  },
  {
    id: 'sensor.sofa_signal',
    name: ['Sofa lamp signal', 'Signalstärke Sofalampe'],
    area: 'living',
    value: '-58',
    deviceClass: 'signal_strength',
    unit: 'dBm',
    category: 'diagnostic',
  },

  {
    id: 'light.kitchen',
    name: ['Kitchen lamp', 'Küchenlampe'],
    area: 'kitchen',
    value: 'on',
    capabilities: whites,
    attributes: { brightness: 255, color_mode: 'color_temp', color_temp_kelvin: 4000 },
  },
  {
    id: 'light.worktop',
    name: ['Worktop light', 'Arbeitsplattenbeleuchtung'],
    area: 'kitchen',
    value: 'off',
    capabilities: dims,
  },
  {
    id: 'switch.coffee',
    name: ['Coffee machine', 'Kaffeemaschine'],
    area: 'kitchen',
    value: 'on',
    icon: 'mdi:coffee-maker',
    capabilities: plain,
  },
  {
    id: 'sensor.coffee_power',
    name: ['Coffee machine power', 'Leistung Kaffeemaschine'],
    area: 'kitchen',
    value: '1180',
    deviceClass: 'power',
    unit: 'W',
  },
  {
    id: 'sensor.kitchen_temperature',
    name: ['Temperature', 'Temperatur'],
    area: 'kitchen',
    value: '22.1',
    deviceClass: 'temperature',
    unit: '°C',
  },
  {
    id: 'binary_sensor.kitchen_window',
    name: ['Window', 'Fenster'],
    area: 'kitchen',
    value: 'on',
    deviceClass: 'window',
  },
  {
    id: 'binary_sensor.kitchen_leak',
    name: ['Leak sensor', 'Wassermelder'],
    area: 'kitchen',
    value: 'off',
    deviceClass: 'moisture',
  },
  {
    id: 'binary_sensor.kitchen_smoke',
    name: ['Smoke alarm', 'Rauchmelder'],
    area: 'kitchen',
    value: 'off',
    deviceClass: 'smoke',
  },

  {
    id: 'lock.front',
    name: ['Front door', 'Haustür'],
    area: 'hall',
    value: 'locked',
    capabilities: { actions: ['lock', 'unlock'], reports_state: true },
  },
  { id: 'light.hall', name: ['Hall lamp', 'Flurlampe'], area: 'hall', value: 'off', capabilities: plain },
  {
    id: 'alarm_control_panel.house',
    name: ['Alarm', 'Alarmanlage'],
    area: 'hall',
    value: 'disarmed',
    capabilities: { actions: ['alarm_arm_home', 'alarm_arm_away', 'alarm_disarm'] },
  },
  {
    id: 'binary_sensor.hall_motion',
    name: ['Motion', 'Bewegungsmelder'],
    area: 'hall',
    value: 'on',
    deviceClass: 'motion',
  },
  {
    id: 'binary_sensor.front_contact',
    name: ['Front door contact', 'Türkontakt Haustür'],
    area: 'hall',
    value: 'off',
    deviceClass: 'door',
  },
  {
    id: 'button.bell',
    name: ['Doorbell chime', 'Türgong'],
    area: 'hall',
    value: 'unknown',
    capabilities: { actions: ['press'], reports_state: false },
  },

  {
    id: 'cover.garage',
    name: ['Garage door', 'Garagentor'],
    area: 'garage',
    value: 'closed',
    deviceClass: 'garage',
    capabilities: { actions: ['open_cover', 'close_cover', 'stop_cover'], reports_state: true },
  },
  { id: 'light.garage', name: ['Garage light', 'Garagenlicht'], area: 'garage', value: 'off', capabilities: plain },
  {
    id: 'switch.charger',
    name: ['Wallbox', 'Wallbox'],
    area: 'garage',
    value: 'off',
    deviceClass: 'outlet',
    capabilities: plain,
    offline: true,
    ageSeconds: 3_900,
  },

  { id: 'light.bed', name: ['Bedside lamp', 'Nachttischlampe'], area: 'bedroom', value: 'off', capabilities: dims },
  {
    id: 'climate.bedroom',
    name: ['Heating', 'Heizung'],
    area: 'bedroom',
    value: 'auto',
    capabilities: heats,
    attributes: { temperature: 18, current_temperature: 18.6, hvac_action: 'idle' },
  },
  {
    id: 'fan.bedroom',
    name: ['Fan', 'Ventilator'],
    area: 'bedroom',
    value: 'on',
    capabilities: { actions: ['turn_on', 'turn_off', 'set_percentage'], speed_count: 4 },
    attributes: { percentage: 25 },
  },
  {
    id: 'sensor.bedroom_temperature',
    name: ['Temperature', 'Temperatur'],
    area: 'bedroom',
    value: '18.6',
    deviceClass: 'temperature',
    unit: '°C',
    ageSeconds: 4 * 3_600,
  },

  { id: 'light.kids', name: ['Star light', 'Sternenlicht'], area: 'kids', value: 'off', capabilities: colours },
  {
    id: 'sensor.kids_temperature',
    name: ['Temperature', 'Temperatur'],
    area: 'kids',
    value: '20.2',
    deviceClass: 'temperature',
    unit: '°C',
  },

  { id: 'light.mirror', name: ['Mirror light', 'Spiegelleuchte'], area: 'bath', value: 'off', capabilities: dims },
  {
    id: 'sensor.bath_humidity',
    name: ['Humidity', 'Luftfeuchtigkeit'],
    area: 'bath',
    value: '61',
    deviceClass: 'humidity',
    unit: '%',
  },
  {
    id: 'sensor.bath_temperature',
    name: ['Temperature', 'Temperatur'],
    area: 'bath',
    value: '23',
    deviceClass: 'temperature',
    unit: '°C',
  },
  {
    id: 'binary_sensor.bath_leak',
    name: ['Leak sensor', 'Wassermelder'],
    area: 'bath',
    value: 'off',
    deviceClass: 'moisture',
  },

  {
    id: 'light.desk',
    name: ['Desk lamp', 'Schreibtischlampe'],
    area: 'office',
    value: 'off',
    icon: 'mdi:desk-lamp',
    capabilities: whites,
  },
  {
    id: 'select.desk',
    name: ['Desk height', 'Schreibtischhöhe'],
    area: 'office',
    value: 'sit',
    capabilities: { actions: ['select_option'], options: ['sit', 'stand'] },
  },
  {
    id: 'number.desk',
    name: ['Monitor brightness', 'Bildschirmhelligkeit'],
    area: 'office',
    value: '70',
    unit: '%',
    capabilities: { actions: ['set_value'], min: 0, max: 100, step: 5 },
  },
  {
    id: 'sensor.office_temperature',
    name: ['Temperature', 'Temperatur'],
    area: 'office',
    value: '20.8',
    deviceClass: 'temperature',
    unit: '°C',
  },

  {
    id: 'valve.garden',
    name: ['Garden water', 'Gartenbewässerung'],
    area: 'garden',
    value: 'closed',
    capabilities: { actions: ['open_valve', 'close_valve'], reports_state: true },
  },
  {
    id: 'sensor.garden_temperature',
    name: ['Outside temperature', 'Außentemperatur'],
    area: 'garden',
    value: '6.3',
    deviceClass: 'temperature',
    unit: '°C',
  },

  { id: 'person.maddie', name: ['Maddie', 'Maddie'], area: null, value: 'home' },
  { id: 'person.jonas', name: ['Jonas', 'Jonas'], area: null, value: 'not_home' },
  {
    id: 'switch.plug',
    name: ['New plug', 'Neue Steckdose'],
    area: null,
    value: 'off',
    deviceClass: 'outlet',
    capabilities: plain,
  },
]

function entityOf(sketch: Sketch, language: Language): Entity {
  return {
    id: sketch.id,
    name: sketch.name[language === 'en' ? 0 : 1],
    aliases: [],
    domain: sketch.id.split('.')[0] ?? '',
    deviceClass: sketch.deviceClass ?? null,
    deviceId: `device-${sketch.id}`,
    areaId: sketch.area,
    category: sketch.category ?? null,
    unit: sketch.unit ?? null,
    icon: sketch.icon ?? null,
    capabilities: sketch.capabilities ?? { actions: [], reports_state: true },
  }
}

function stateOf(sketch: Sketch): EntityState {
  const at = iso(sketch.ageSeconds ?? 40)
  return {
    entityId: sketch.id,
    value: sketch.value,
    attributes: sketch.attributes ?? {},
    available: !sketch.offline,
    changedAt: at,
    reportedAt: at,
  }
}

/** A furnished home with something of every kind. */
export function storyHome(language: Language): { home: Home; states: EntityState[] } {
  const at = language === 'en' ? 0 : 1
  return {
    home: {
      floors: floors.map(([id, name, level]) => ({ id, name: name[at], level, aliases: [] })),
      areas: areas.map(([id, name, floorId]) => ({ id, name: name[at], floorId, aliases: [] })),
      devices: sketches.map((sketch) => ({
        id: `device-${sketch.id}`,
        name: sketch.name[at],
        areaId: sketch.area,
        manufacturer: 'Acme',
        model: 'A1',
      })),
      entities: sketches.map((sketch) => entityOf(sketch, language)),
    },
    states: sketches.map(stateOf),
  }
}

import { announceDevice, announceOne } from '../discovery.ts'
import type { Machine } from '../device.ts'
import { named } from '../language.ts'

interface ClimateState {
  readonly temperature: number
  readonly humidity: number
  readonly battery: number
}

const words = {
  temperature: named('temperature', 'Temperatur'),
  humidity: named('humidity', 'Luftfeuchtigkeit'),
  battery: named('battery', 'Batterie'),
}

/** Temperature and humidity of a room, in the device form. It tells a change of two tenths or two per cent. */
export function climateSensor(battery: number): Machine<ClimateState> {
  const measurement = { platform: 'sensor', state_class: 'measurement' }
  return {
    initial: { temperature: 20, humidity: 45, battery },
    announce: (spec, language) => [
      announceDevice(spec, language, {
        temperature: {
          ...measurement,
          name: words.temperature[language],
          device_class: 'temperature',
          unit_of_measurement: '°C',
          value_template: '{{ value_json.temperature }}',
          suggested_display_precision: 1,
        },
        humidity: {
          ...measurement,
          name: words.humidity[language],
          device_class: 'humidity',
          unit_of_measurement: '%',
          value_template: '{{ value_json.humidity | round(0) }}',
        },
        battery: {
          ...measurement,
          name: words.battery[language],
          device_class: 'battery',
          unit_of_measurement: '%',
          entity_category: 'diagnostic',
          value_template: '{{ value_json.battery | int(0) }}',
        },
      }),
    ],
    report: (state) => [
      {
        suffix: '',
        payload: JSON.stringify({
          temperature: state.temperature,
          humidity: state.humidity,
          battery: Math.round(state.battery),
        }),
      },
    ],
    advance: (state, around) => ({
      temperature:
        Math.abs(around.temperature - state.temperature) >= 0.2
          ? Math.round(around.temperature * 10) / 10
          : state.temperature,
      humidity: Math.abs(around.humidity - state.humidity) >= 2 ? Math.round(around.humidity) : state.humidity,
      battery: drained(state.battery, around.seconds),
    }),
    restless: () => 120_000,
  }
}

interface BinaryState {
  readonly on: boolean
  readonly battery: number
}

/** A sensor that knows two states: motion, a door, a window, smoke, water. `happen` takes its device class and on or off. */
export function binarySensor(deviceClass: string, battery: number): Machine<BinaryState> {
  return {
    initial: { on: false, battery },
    announce: (spec, language) => [
      announceOne(spec, language, 'binary_sensor', {
        dev_cla: deviceClass,
        stat_t: '~',
        val_tpl: "{{ 'ON' if value_json.active else 'OFF' }}",
        json_attr_t: '~',
        json_attr_tpl: "{{ {'battery': value_json.battery} | tojson }}",
      }),
    ],
    report: (state) => [
      { suffix: '', payload: JSON.stringify({ active: state.on, battery: Math.round(state.battery) }) },
    ],
    happen: (state, what, value) => (what === deviceClass ? { ...state, on: value === 'on' } : null),
    advance: (state, around) => ({ ...state, battery: drained(state.battery, around.seconds) }),
    restless: () => 21_600_000,
    effects: (state) => ({ airing: deviceClass === 'window' && state.on }),
  }
}

/** A per cent in three days. */
function drained(battery: number, seconds: number): number {
  return Math.max(1, battery - seconds / 259_200)
}

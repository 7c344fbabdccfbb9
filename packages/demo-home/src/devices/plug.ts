import { announceDevice } from '../discovery.ts'
import type { Machine } from '../device.ts'
import { named } from '../language.ts'

interface PlugState {
  readonly on: boolean
  readonly watts: number
  /** Kilowatt hours since ever. */
  readonly energy: number
  /** Minutes that the appliance still has to run. */
  readonly left: number
}

/** What hangs on a plug. */
export interface Appliance {
  /** Watts while it works, and while it only waits. */
  readonly working: number
  readonly waiting: number
  /** It works whenever the plug is on, as a heater does. */
  readonly always?: boolean
  /** It starts to work for so many minutes when it is switched on, as a coffee machine does. */
  readonly minutesOnStart?: number
}

const power = named('Power', 'Leistung')
const energy = named('Energy', 'Energie')

/** A plug that measures, in the device form: a switch, its power and its energy on one JSON topic. */
export function plug(appliance: Appliance): Machine<PlugState> {
  const settle = (state: PlugState, noise: number): PlugState => ({ ...state, watts: watts(state, appliance, noise) })
  return {
    // What is switched on to work, as a coffee machine is, is off at first; the meters have run for a while.
    initial: settle(
      { on: appliance.minutesOnStart === undefined, watts: 0, energy: appliance.working / 9, left: 0 },
      0.5,
    ),
    announce: (spec, language) => [
      announceDevice(spec, language, {
        main: {
          platform: 'switch',
          name: null,
          device_class: 'outlet',
          command_topic: `demo/${spec.id}/set`,
          value_template: '{{ value_json.state }}',
        },
        power: {
          platform: 'sensor',
          name: power[language],
          device_class: 'power',
          state_class: 'measurement',
          unit_of_measurement: 'W',
          value_template: '{{ value_json.power | round(1) }}',
        },
        energy: {
          platform: 'sensor',
          name: energy[language],
          device_class: 'energy',
          state_class: 'total_increasing',
          unit_of_measurement: 'kWh',
          entity_category: 'diagnostic',
          value_template: '{{ value_json.energy | float(0) | round(2) }}',
        },
      }),
    ],
    report: (state) => [
      {
        suffix: '',
        payload: JSON.stringify({
          state: state.on ? 'ON' : 'OFF',
          power: state.watts,
          energy: Math.round(state.energy * 10) / 10,
        }),
      },
    ],
    obey(state, what, payload) {
      if (what !== '' || (payload !== 'ON' && payload !== 'OFF')) return null
      return settle(switched(state, payload === 'ON', appliance), 0.5)
    },
    happen(state, what, value) {
      if (what === 'switch') return settle(switched(state, !state.on, appliance), 0.5)
      return what === 'use' ? settle({ ...state, on: true, left: Number(value) }, 0.5) : null
    },
    advance(state, around) {
      const used = (state.watts / 1_000) * (around.seconds / 3_600)
      return settle(
        { ...state, energy: state.energy + used, left: Math.max(0, state.left - around.seconds / 60) },
        around.random(),
      )
    },
    restless: (state) => (state.watts > appliance.waiting + 1 ? 60_000 : null),
  }
}

function switched(state: PlugState, on: boolean, appliance: Appliance): PlugState {
  return { ...state, on, left: on && !state.on ? (appliance.minutesOnStart ?? state.left) : on ? state.left : 0 }
}

function watts(state: PlugState, appliance: Appliance, noise: number): number {
  if (!state.on) return 0
  const works = appliance.always === true || state.left > 0
  if (!works) return appliance.waiting
  // A meter's noise is not told.
  const steady = Math.abs(state.watts - appliance.working) < appliance.working * 0.04
  return steady ? state.watts : Math.round(appliance.working * (0.97 + noise * 0.06) * 10) / 10
}

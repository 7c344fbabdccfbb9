import { announceOne } from '../discovery.ts'
import { numberIn, type Machine } from '../device.ts'

interface ThermostatState {
  readonly mode: 'off' | 'heat' | 'auto'
  readonly target: number
  readonly measured: number
  readonly preset: 'none' | 'eco' | 'comfort'
  readonly heating: boolean
}

const action =
  "{% set actions = {'idle': 'idle', 'heat': 'heating', None: 'off'} %}{{ actions[value_json.running_state] }}"

/** A radiator valve with everything on one JSON topic, templates taking it apart as Zigbee bridges have them do. */
export function thermostat(target: number): Machine<ThermostatState> {
  return {
    initial: { mode: 'heat', target, measured: target, preset: 'none', heating: false },
    announce: (spec, language) => [
      announceOne(spec, language, 'climate', {
        modes: ['off', 'heat', 'auto'],
        mode_stat_t: '~',
        mode_stat_tpl: '{{ value_json.system_mode }}',
        mode_cmd_t: '~/set/mode',
        temp_stat_t: '~',
        temp_stat_tpl: '{{ value_json.occupied_heating_setpoint }}',
        temp_cmd_t: '~/set/temperature',
        curr_temp_t: '~',
        curr_temp_tpl: "{{ value_json['local_temperature'] | round(1) }}",
        act_t: '~',
        act_tpl: action,
        pr_modes: ['eco', 'comfort'],
        pr_mode_stat_t: '~',
        pr_mode_val_tpl: '{{ value_json.preset }}',
        pr_mode_cmd_t: '~/set/preset',
        min_temp: 5,
        max_temp: 30,
        temp_step: 0.5,
        qos: 1,
      }),
    ],
    report: (state) => [
      {
        suffix: '',
        payload: JSON.stringify({
          system_mode: state.mode,
          occupied_heating_setpoint: state.target,
          local_temperature: state.measured,
          running_state: state.mode === 'off' ? null : state.heating ? 'heat' : 'idle',
          preset: state.preset,
        }),
      },
    ],
    obey(state, what, payload) {
      if (what === 'mode' && (payload === 'off' || payload === 'heat' || payload === 'auto'))
        return judged({ ...state, mode: payload })
      if (what === 'preset' && (payload === 'none' || payload === 'eco' || payload === 'comfort')) {
        return judged({
          ...state,
          preset: payload,
          target: payload === 'eco' ? 17 : payload === 'comfort' ? 22 : state.target,
        })
      }
      const wish = what === 'temperature' ? numberIn(payload, 5, 30) : null
      return wish === null ? null : judged({ ...state, target: Math.round(wish * 2) / 2, preset: 'none' })
    },
    advance(state, around) {
      // It tells a change of two tenths; less is its sensor's noise.
      const measured =
        Math.abs(around.temperature - state.measured) >= 0.2 ? Math.round(around.temperature * 10) / 10 : state.measured
      return judged({ ...state, measured })
    },
    restless: () => 300_000,
    effects: (state) => ({ heating: state.heating }),
  }
}

function judged(state: ThermostatState): ThermostatState {
  const wanted = state.heating ? state.measured < state.target + 0.2 : state.measured < state.target - 0.3
  return { ...state, heating: state.mode !== 'off' && wanted }
}

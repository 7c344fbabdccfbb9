import { announceOne } from '../discovery.ts'
import { numberIn, type Machine } from '../device.ts'

interface WaterHeaterState {
  readonly mode: string
  readonly target: number
  readonly measured: number
}

const modes = ['off', 'eco', 'electric', 'performance']

/** The hot water tank. */
export function waterHeater(): Machine<WaterHeaterState> {
  return {
    initial: { mode: 'eco', target: 50, measured: 48 },
    announce: (spec, language) => [
      announceOne(spec, language, 'water_heater', {
        modes,
        mode_stat_t: '~',
        mode_stat_tpl: '{{ value_json.mode }}',
        mode_cmd_t: '~/set/mode',
        temp_stat_t: '~',
        temp_stat_tpl: '{{ value_json.target }}',
        temp_cmd_t: '~/set/temperature',
        curr_temp_t: '~',
        curr_temp_tpl: '{{ value_json.now }}',
        min_temp: 40,
        max_temp: 65,
      }),
    ],
    report: (state) => [
      {
        suffix: '',
        payload: JSON.stringify({ mode: state.mode, target: state.target, now: Math.round(state.measured) }),
      },
    ],
    obey(state, what, payload) {
      if (what === 'mode' && modes.includes(payload)) return { ...state, mode: payload }
      const target = what === 'temperature' ? numberIn(payload, 40, 65) : null
      return target === null ? null : { ...state, target }
    },
    happen: (state, what, value) => (what === 'drawn' ? { ...state, measured: state.measured - Number(value) } : null),
    advance(state, around) {
      const perMinute = state.mode === 'off' || state.measured >= state.target ? -0.01 : 0.25
      return { ...state, measured: Math.min(Math.max(state.measured + (perMinute * around.seconds) / 60, 20), 65) }
    },
    restless: () => 600_000,
  }
}

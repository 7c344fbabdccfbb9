import { announceOne } from '../discovery.ts'
import { numberIn, type Machine } from '../device.ts'

interface CoverState {
  readonly position: number
  readonly target: number
}

/** A blind, curtain, shutter or door that takes `seconds` from end to end, and says where it is while it moves. */
export function cover(deviceClass: string, seconds: number, position: number): Machine<CoverState> {
  return {
    initial: { position, target: position },
    announce: (spec, language) => [
      announceOne(spec, language, 'cover', {
        dev_cla: deviceClass,
        cmd_t: '~/set',
        stat_t: '~',
        val_tpl: '{{ value_json.state }}',
        pos_t: '~',
        pos_tpl: '{{ value_json.position }}',
        set_pos_t: '~/set/position',
        qos: 1,
      }),
    ],
    report: (state) => [
      { suffix: '', payload: JSON.stringify({ state: word(state), position: Math.round(state.position) }) },
    ],
    obey(state, what, payload) {
      if (what === 'position') {
        const target = numberIn(payload, 0, 100)
        return target === null ? null : { ...state, target }
      }
      const target = { OPEN: 100, CLOSE: 0, STOP: Math.round(state.position) }[payload]
      return what !== '' || target === undefined
        ? null
        : { position: payload === 'STOP' ? target : state.position, target }
    },
    happen: (state, what, value) => (what === 'move' ? { ...state, target: Number(value) } : null),
    advance(state, around) {
      const way = (100 / seconds) * around.seconds
      const rest = state.target - state.position
      return { ...state, position: Math.abs(rest) <= way ? state.target : state.position + Math.sign(rest) * way }
    },
    restless: (state) => (state.position === state.target ? null : 1_000),
  }
}

function word(state: CoverState): string {
  if (state.target > state.position) return 'opening'
  if (state.target < state.position) return 'closing'
  return state.position === 0 ? 'closed' : 'open'
}

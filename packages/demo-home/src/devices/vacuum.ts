import { announceOne } from '../discovery.ts'
import type { Machine } from '../device.ts'

interface VacuumState {
  readonly doing: 'docked' | 'cleaning' | 'paused' | 'idle' | 'returning'
  readonly battery: number
  /** Minutes that the cleaning, or the way home, still takes. */
  readonly left: number
  readonly suction: string
}

const suctions = ['quiet', 'standard', 'max']

/** A robot: it cleans for 35 minutes, finds home in one, and charges there. */
export function vacuum(): Machine<VacuumState> {
  return {
    initial: { doing: 'docked', battery: 100, left: 0, suction: 'standard' },
    announce: (spec, language) => [
      announceOne(spec, language, 'vacuum', {
        stat_t: '~',
        cmd_t: '~/set',
        set_fan_spd_t: '~/set/suction',
        fanspd_lst: suctions,
        sup_feat: ['start', 'pause', 'stop', 'return_home', 'locate', 'clean_spot', 'fan_speed', 'status'],
      }),
    ],
    report: (state) => [
      {
        suffix: '',
        payload: JSON.stringify({
          state: state.doing,
          battery_level: Math.round(state.battery),
          fan_speed: state.suction,
        }),
      },
    ],
    obey(state, what, payload) {
      if (what === 'suction') return suctions.includes(payload) ? { ...state, suction: payload } : null
      return what === '' ? told(state, payload) : null
    },
    advance: (state, around) => moved(state, around.seconds / 60),
    restless: (state) =>
      state.doing === 'cleaning' || state.doing === 'returning' || state.battery < 100 ? 60_000 : null,
  }
}

function told(state: VacuumState, order: string): VacuumState | null {
  switch (order) {
    case 'start':
      return { ...state, doing: 'cleaning', left: state.doing === 'paused' && state.left > 0 ? state.left : 35 }
    case 'clean_spot':
      return { ...state, doing: 'cleaning', left: 4 }
    case 'pause':
      return state.doing === 'cleaning' ? { ...state, doing: 'paused' } : state
    case 'stop':
      return state.doing === 'docked' ? state : { ...state, doing: 'idle', left: 0 }
    case 'return_to_base':
      return state.doing === 'docked' ? state : { ...state, doing: 'returning', left: 1 }
    case 'locate':
      return state
    default:
      return null
  }
}

function moved(state: VacuumState, minutes: number): VacuumState {
  const left = Math.max(0, state.left - minutes)
  if (state.doing === 'cleaning') {
    const battery = Math.max(5, state.battery - minutes * 1.2)
    return left === 0 || battery < 15 ? { ...state, doing: 'returning', left: 1, battery } : { ...state, left, battery }
  }
  if (state.doing === 'returning') return left === 0 ? { ...state, doing: 'docked', left } : { ...state, left }
  return state.doing === 'docked' ? { ...state, battery: Math.min(100, state.battery + minutes * 0.8) } : state
}

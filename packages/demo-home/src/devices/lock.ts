import { announceOne } from '../discovery.ts'
import type { Machine } from '../device.ts'

interface LockState {
  readonly locked: boolean
  readonly turning: boolean
}

/** A motor lock: it takes two seconds to turn. */
export function lock(): Machine<LockState> {
  return {
    initial: { locked: true, turning: false },
    announce: (spec, language) => [
      announceOne(spec, language, 'lock', {
        cmd_t: '~/set',
        stat_t: '~',
        val_tpl: '{{ value_json.lock_state | upper }}',
        qos: 1,
      }),
    ],
    report: (state) => [{ suffix: '', payload: JSON.stringify({ lock_state: word(state), battery: 78 }) }],
    obey(state, what, payload) {
      if (what !== '' || (payload !== 'LOCK' && payload !== 'UNLOCK')) return null
      const locked = payload === 'LOCK'
      return { locked, turning: locked !== state.locked || state.turning }
    },
    happen: (_, what, value) => (what === 'key' ? { locked: value === 'lock', turning: false } : null),
    advance: (state) => ({ ...state, turning: false }),
    restless: (state) => (state.turning ? 2_000 : null),
  }
}

function word(state: LockState): string {
  if (state.turning) return state.locked ? 'locking' : 'unlocking'
  return state.locked ? 'locked' : 'unlocked'
}

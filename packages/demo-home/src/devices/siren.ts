import { announceOne } from '../discovery.ts'
import { jsonObject, type Machine } from '../device.ts'

interface SirenState {
  readonly on: boolean
  /** Seconds that it sounds on. */
  readonly left: number
}

/** A siren that falls silent by itself after a minute. */
export function siren(): Machine<SirenState> {
  return {
    initial: { on: false, left: 0 },
    announce: (spec, language) => [
      announceOne(spec, language, 'siren', { cmd_t: '~/set', stat_t: '~', sup_vol: false }),
    ],
    report: (state) => [{ suffix: '', payload: JSON.stringify({ state: state.on ? 'ON' : 'OFF' }) }],
    obey(_, what, payload) {
      const wish = what === '' ? jsonObject(payload) : null
      if (wish?.['state'] === 'OFF') return { on: false, left: 0 }
      const seconds = wish?.['duration']
      return wish?.['state'] === 'ON'
        ? { on: true, left: typeof seconds === 'number' ? Math.min(seconds, 60) : 60 }
        : null
    },
    advance: (state, around) =>
      state.left > around.seconds ? { ...state, left: state.left - around.seconds } : { on: false, left: 0 },
    restless: (state) => (state.on ? state.left * 1_000 : null),
  }
}

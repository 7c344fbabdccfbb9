import { announceOne } from '../discovery.ts'
import { numberIn, type Machine } from '../device.ts'

interface FanState {
  readonly on: boolean
  readonly speed: number
  readonly swings: boolean
}

/** A fan of so many speeds; with one, it only goes on and off. */
export function fan(speeds: number): Machine<FanState> {
  return {
    initial: { on: false, speed: Math.ceil(speeds / 2), swings: false },
    announce: (spec, language) => [
      announceOne(spec, language, 'fan', {
        cmd_t: '~/set',
        stat_t: '~/state',
        ...(speeds > 1 && {
          pct_cmd_t: '~/set/speed',
          pct_stat_t: '~/speed',
          spd_rng_min: 1,
          spd_rng_max: speeds,
          osc_cmd_t: '~/set/swing',
          osc_stat_t: '~/swing',
          pl_osc_on: 'ON',
          pl_osc_off: 'OFF',
        }),
      }),
    ],
    report: (state) => [
      { suffix: '/state', payload: state.on ? 'ON' : 'OFF' },
      ...(speeds > 1
        ? [
            { suffix: '/speed', payload: state.on ? String(state.speed) : '0' },
            { suffix: '/swing', payload: state.swings ? 'ON' : 'OFF' },
          ]
        : []),
    ],
    obey(state, what, payload) {
      if (what === '' && (payload === 'ON' || payload === 'OFF')) return { ...state, on: payload === 'ON' }
      if (what === 'swing' && (payload === 'ON' || payload === 'OFF')) return { ...state, swings: payload === 'ON' }
      const speed = what === 'speed' ? numberIn(payload, 0, speeds) : null
      return speed === null ? null : { ...state, on: speed > 0, speed: speed > 0 ? Math.round(speed) : state.speed }
    },
    happen: (state, what, value) =>
      what === 'switch' ? { ...state, on: value === '' ? !state.on : value === 'on' } : null,
    effects: (state) => ({ airing: state.on && speeds === 1 }),
  }
}

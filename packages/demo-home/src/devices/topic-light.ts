import { announceOne } from '../discovery.ts'
import { numberIn, type Machine } from '../device.ts'

interface TopicLightState {
  readonly on: boolean
  /** Per cent. */
  readonly level: number
}

/** A dimmer in the default schema, as firmware for wall boxes announces it: a topic for the power and one for the level. */
export function topicLight(): Machine<TopicLightState> {
  return {
    initial: { on: false, level: 100 },
    announce: (spec, language) => [
      announceOne(spec, language, 'light', {
        stat_t: '~/power',
        cmd_t: '~/set',
        bri_stat_t: '~/level',
        bri_cmd_t: '~/set/level',
        bri_scl: 100,
        on_cmd_type: 'brightness',
      }),
    ],
    report: (state) => [
      { suffix: '/power', payload: state.on ? 'ON' : 'OFF' },
      { suffix: '/level', payload: String(state.level) },
    ],
    obey(state, what, payload) {
      if (what === '' && (payload === 'ON' || payload === 'OFF')) return { ...state, on: payload === 'ON' }
      const level = what === 'level' ? numberIn(payload, 0, 100) : null
      return level === null ? null : { on: level > 0, level: level > 0 ? Math.round(level) : state.level }
    },
    happen: (state, what) => (what === 'switch' ? { ...state, on: !state.on } : null),
    effects: (state) => ({ light: state.on }),
  }
}

import { announceOne } from '../discovery.ts'
import { numberIn, type Machine } from '../device.ts'

interface PlayerState {
  readonly doing: 'off' | 'idle' | 'playing' | 'paused'
  readonly volume: number
  readonly muted: boolean
  readonly source: string
  readonly track: number
  /** Seconds that the track still takes. */
  readonly left: number
}

const trackSeconds = 200

/** A player with its programme: sources, and titles that follow one another. */
export function mediaPlayer(sources: readonly string[], titles: readonly string[]): Machine<PlayerState> {
  const [first = ''] = sources
  const skipped = (state: PlayerState, by: number): PlayerState => ({
    ...state,
    track: (state.track + by + titles.length) % titles.length,
    left: trackSeconds,
  })
  return {
    initial: { doing: 'off', volume: 0.35, muted: false, source: first, track: 0, left: trackSeconds },
    announce: (spec, language) => [announceOne(spec, language, 'media_player', { ...topics, source_list: sources })],
    report: (state) => [
      {
        suffix: '',
        payload: JSON.stringify({
          state: state.doing,
          volume: state.volume,
          muted: state.muted ? 'ON' : 'OFF',
          source: state.source,
        }),
      },
      {
        suffix: '/title',
        payload: state.doing === 'playing' || state.doing === 'paused' ? (titles[state.track] ?? 'None') : 'None',
      },
    ],
    obey(state, what, payload) {
      if (what === 'volume') {
        const volume = numberIn(payload, 0, 1)
        return volume === null ? null : { ...state, volume }
      }
      if (what === 'mute') return payload === 'ON' || payload === 'OFF' ? { ...state, muted: payload === 'ON' } : null
      if (what === 'source')
        return sources.includes(payload)
          ? { ...state, source: payload, doing: state.doing === 'off' ? 'idle' : state.doing }
          : null
      if (what !== '') return null
      if (payload === 'next' || payload === 'previous') return skipped(state, payload === 'next' ? 1 : -1)
      const doing = ({ play: 'playing', pause: 'paused', stop: 'idle', on: 'idle', off: 'off' } as const)[payload]
      return doing === undefined ? null : { ...state, doing }
    },
    happen: (state, what, value) => (what === 'use' ? { ...state, doing: value === 'on' ? 'playing' : 'off' } : null),
    advance(state, around) {
      if (state.doing !== 'playing') return state
      return state.left > around.seconds ? { ...state, left: state.left - around.seconds } : skipped(state, 1)
    },
    restless: (state) => (state.doing === 'playing' ? state.left * 1_000 : null),
  }
}

const button = (what: string) => ({ [`command_${what}_topic`]: '~/set', [`command_${what}_payload`]: what })
const topics = {
  state_topic: '~',
  state_state_template: '{{ value_json.state }}',
  state_volume_topic: '~',
  state_volume_template: '{{ value_json.volume }}',
  state_mute_topic: '~',
  state_mute_template: '{{ value_json.muted }}',
  state_source_topic: '~',
  state_source_template: '{{ value_json.source }}',
  state_title_topic: '~/title',
  command_volume_topic: '~/set/volume',
  command_mute_topic: '~/set/mute',
  command_source_topic: '~/set/source',
  ...Object.assign({}, ...['on', 'off', 'play', 'pause', 'stop', 'next', 'previous'].map(button)),
}

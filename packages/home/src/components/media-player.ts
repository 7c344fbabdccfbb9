import { attributeIs, near, stateIs } from '../command/expectation.ts'
import type { Order } from '../command/order.ts'
import type { Config, Sender } from '../discovery/config.ts'
import { clamp } from '../scale.ts'
import type { Behaviour, Command } from './component.ts'
import { numberInto, stateFrom, textInto, wordInto } from './readers.ts'

const states = ['off', 'on', 'idle', 'playing', 'paused', 'buffering', 'standby']
const toState = new Map([...states.map((state): [string, string] => [state, state]), ['stopped', 'idle']])

/**
 * `media_player`, an extension: Home Assistant has none over MQTT. Its keys follow the public custom integration
 * bkbilly/mqtt_media_player (`state_<what>_topic`, `command_<what>_topic`, `command_<what>_payload`), with mute, stop,
 * power and source added in the same manner, and a template for each state topic (`state_<what>_template`) or one for
 * all (`value_template`). `state_topic` stands for `state_state_topic`. Volume is 0–1, or 0–`volume_scale`.
 */
export function mediaPlayerComponent(config: Config): Behaviour {
  const sources = config.words('source_list', [])
  const scale = config.number('volume_scale', 1)
  const reports = listen(config, sources, scale)
  const transport = transportOf(config, reports.state)
  return {
    capabilities: sources.length > 0 ? { source_list: sources } : {},
    commands: { ...transport, ...settingsOf(config, { sources, scale, reports }) },
    reportsState: reports.state,
    attributes: [
      'volume_level',
      'is_volume_muted',
      'source',
      'media_title',
      'media_artist',
      'media_album_name',
      'media_duration',
      'media_position',
      'media_content_type',
    ],
  }
}

interface Reports {
  readonly state: boolean
  readonly volume: boolean
  readonly mute: boolean
  readonly source: boolean
}

function listen(config: Config, sources: readonly string[], scale: number): Reports {
  const on = (what: string, attribute: string, read: Parameters<Config['listen']>[2], asItIs = false) => {
    const topic = what === 'state' && config.has('state_topic') ? 'state_topic' : `state_${what}_topic`
    return config.listen(
      topic,
      { template: [`state_${what}_template`, 'value_template'], feeds: [attribute], asItIs },
      read,
    )
  }
  on('title', 'media_title', textInto('media_title'))
  on('artist', 'media_artist', textInto('media_artist'))
  on('album', 'media_album_name', textInto('media_album_name'))
  on('duration', 'media_duration', numberInto('media_duration'))
  on('position', 'media_position', numberInto('media_position'))
  on(
    'mediatype',
    'media_content_type',
    wordInto('media_content_type', [
      'music',
      'video',
      'tvshow',
      'movie',
      'playlist',
      'channel',
      'podcast',
      'game',
      'app',
    ]),
  )
  const level = (value: number) => (value < 0 || value > scale ? null : Math.round((value / scale) * 1_000) / 1_000)
  return {
    state: on('state', 'state', stateFrom(toState), true),
    volume: on('volume', 'volume_level', numberInto('volume_level', level)),
    source: on('source', 'source', wordInto('source', sources)),
    mute: on('mute', 'is_volume_muted', (reading, draft) => {
      const word = reading.toLowerCase()
      if (['on', 'true', '1', 'muted'].includes(word)) draft.set('is_volume_muted', true)
      else if (['off', 'false', '0', 'unmuted'].includes(word)) draft.set('is_volume_muted', false)
      else draft.ignore('unknown_word')
    }),
  }
}

/** What is pressed on a player: action, key, payload when none is given, and the state it brings about. */
const keys = [
  ['turn_on', 'on', 'On', ['on', 'idle', 'playing', 'paused', 'buffering']],
  ['turn_off', 'off', 'Off', ['off', 'standby']],
  ['media_play', 'play', 'Play', ['playing']],
  ['media_pause', 'pause', 'Pause', ['paused', 'idle']],
  ['media_stop', 'stop', 'Stop', ['idle', 'off', 'standby', 'paused']],
  ['media_play_pause', 'playpause', 'PlayPause', null],
  ['media_next_track', 'next', 'Next', null],
  ['media_previous_track', 'previous', 'Previous', null],
] as const

function transportOf(config: Config, reportsState: boolean): Record<string, Command | null> {
  return Object.fromEntries(
    keys.map(([action, key, fallback, expected]): [string, Command | null] => {
      const send = config.sender(`command_${key}_topic`)
      const payload = config.text(`command_${key}_payload`, fallback)
      const expects = expected && reportsState ? [stateIs(expected, ['buffering'])] : null
      return [action, send && (() => ({ messages: [send(payload)], expects, always: expected === null }))]
    }),
  )
}

function settingsOf(
  config: Config,
  { sources, scale, reports }: { sources: readonly string[]; scale: number; reports: Reports },
): Record<string, Command | null> {
  const volume = config.sender('command_volume_topic', 'command_volume_template')
  const mute = config.sender('command_mute_topic')
  const source = sources.length > 0 ? config.sender('command_source_topic', 'command_source_template') : null
  const setVolume = (send: Sender, level: number): Order => {
    const rounded = Math.round(clamp(level, 0, 1) * scale * 100) / 100
    return {
      messages: [send(rounded)],
      expects: reports.volume ? [near('volume_level', rounded / scale, 0.011)] : null,
    }
  }
  const stepped =
    (send: Sender, step: number): Command =>
    (_, state) => {
      const level = state.attributes['volume_level']
      return { ...setVolume(send, (typeof level === 'number' ? level : 0.5) + step), always: true }
    }
  const words = {
    on: config.text('command_mute_on_payload', 'ON'),
    off: config.text('command_mute_off_payload', 'OFF'),
  }
  return {
    volume_set:
      volume && ((parameters) => setVolume(volume, parameters.requiredNumber('volume_level', { min: 0, max: 1 }))),
    volume_up: volume && stepped(volume, 0.1),
    volume_down: volume && stepped(volume, -0.1),
    volume_mute:
      mute &&
      ((parameters): Order => {
        const muted = parameters.flag('is_volume_muted') ?? true
        return {
          messages: [mute(muted ? words.on : words.off)],
          expects: reports.mute ? [attributeIs('is_volume_muted', muted)] : null,
        }
      }),
    select_source:
      source &&
      ((parameters): Order => {
        const chosen = parameters.requiredWord('source', sources)
        return { messages: [source(chosen)], expects: reports.source ? [attributeIs('source', chosen)] : null }
      }),
  }
}

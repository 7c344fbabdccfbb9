import { isRecord, readJson } from '../bounded-json.ts'
import { stateIs } from '../command/expectation.ts'
import type { Config } from '../discovery/config.ts'
import type { JsonObject } from '../template/index.ts'
import { nonePayload, type Behaviour, type Command } from './component.ts'

/** `siren.mqtt`: sounds, with a tone, a duration and a volume where it has them. */
export function sirenComponent(config: Config): Behaviour {
  config.required('command_topic')
  const [on, off] = [config.text('payload_on', 'ON'), config.text('payload_off', 'OFF')]
  const words = new Map([
    [config.text('state_on', on), 'on'],
    [config.text('state_off', off), 'off'],
    [nonePayload, 'unknown'],
  ])
  const tones = config.words('available_tones')
  const [hasDuration, hasVolume] = [config.flag('support_duration', true), config.flag('support_volume_set', true)]
  const listens = config.listen(
    'state_topic',
    { template: 'state_value_template', feeds: ['state', 'tone', 'duration', 'volume_level'], asItIs: true },
    (reading, draft) => {
      const plain = words.get(reading)
      const json = plain === undefined ? readJson(reading) : null
      const report = plain !== undefined ? { state: reading } : json?.ok && isRecord(json.value) ? json.value : null
      if (report === null) {
        draft.ignore('unknown_word')
        return
      }
      const state = typeof report['state'] === 'string' ? words.get(report['state']) : undefined
      if (state !== undefined) draft.say(state)
      if (tones && typeof report['tone'] === 'string' && tones.includes(report['tone']))
        draft.set('tone', report['tone'])
      if (hasDuration && typeof report['duration'] === 'number') draft.set('duration', report['duration'])
      if (hasVolume && typeof report['volume_level'] === 'number') draft.set('volume_level', report['volume_level'])
      if (!draft.heard) draft.ignore('wrong_shape')
    },
  )
  const reportsState = listens && !config.flag('optimistic', false)
  const send = senders(config)
  const turnOn: Command | null =
    send &&
    ((parameters) => {
      const tone = tones ? parameters.word('tone', tones) : null
      const duration = hasDuration ? parameters.number('duration', { min: 1, max: 3_600, unit: 's' }) : null
      const volume = hasVolume ? parameters.number('volume_level', { min: 0, max: 1 }) : null
      const details = {
        ...(tone !== null && { tone }),
        ...(duration !== null && { duration }),
        ...(volume !== null && { volume_level: volume }),
      }
      return {
        messages: [send.on(on, details)],
        expects: reportsState ? [stateIs('on')] : null,
        always: Object.keys(details).length > 0,
      }
    })
  return {
    capabilities: tones ? { available_tones: tones } : {},
    commands: {
      turn_on: turnOn,
      turn_off: send && (() => ({ messages: [send.off(off, {})], expects: reportsState ? [stateIs('off')] : null })),
    },
    reportsState,
    attributes: ['tone', 'duration', 'volume_level'],
  }
}

/** Without a template, a siren is sent its state and details as JSON. */
function senders(config: Config) {
  const on = config.sender('command_topic', 'command_template')
  const off = config.sender(
    'command_topic',
    config.has('command_off_template') ? 'command_off_template' : 'command_template',
  )
  if (!on || !off) return null
  const write = (send: typeof on, templated: boolean) => (state: string, details: JsonObject) =>
    send(templated ? state : JSON.stringify({ state, ...details }), { state, ...details })
  const templated = config.has('command_template')
  return { on: write(on, templated), off: write(off, templated || config.has('command_off_template')) }
}

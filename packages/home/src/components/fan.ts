import { attributeIs, near } from '../command/expectation.ts'
import type { Order, OutgoingMessage } from '../command/order.ts'
import type { Config } from '../discovery/config.ts'
import { ConfigFault } from '../discovery/config-fault.ts'
import { fromPercent, toPercent, type Range } from '../scale.ts'
import { nonePayload, type Behaviour, type Command } from './component.ts'
import { numberInto, stateFrom, textInto, wordInto } from './readers.ts'
import { onOff } from './switch.ts'

/** `fan.mqtt`: on and off, a speed in per cent, presets, oscillation, direction. */
export function fanComponent(config: Config): Behaviour {
  config.required('command_topic')
  const speeds: Range = { low: config.number('speed_range_min', 1), high: config.number('speed_range_max', 100) }
  if (speeds.low < 1 || speeds.high <= speeds.low)
    throw new ConfigFault('speed_range_max must be above speed_range_min, and that above 0')
  const presets = config.words('preset_modes', [])
  const words = { on: config.text('payload_on', 'ON'), off: config.text('payload_off', 'OFF') }
  const reports = listen(config, speeds, presets, words)
  const power = onOff(config, { ...words, reportsState: reports.state })
  const settings = settingsOf(config, speeds, presets, reports)
  return {
    capabilities: {
      ...(settings.set_percentage && { speed_count: Math.min(speeds.high - speeds.low + 1, 100) }),
      ...(settings.set_preset_mode && { preset_modes: presets }),
    },
    commands: { turn_off: power.turn_off, turn_on: turnOn(power.turn_on, settings), ...settings },
    reportsState: reports.state,
    attributes: ['percentage', 'preset_mode', 'oscillating', 'direction'],
  }
}

interface Reports {
  readonly state: boolean
  readonly percentage: boolean
  readonly preset: boolean
  readonly oscillation: boolean
  readonly direction: boolean
}

function listen(
  config: Config,
  speeds: Range,
  presets: readonly string[],
  words: { on: string; off: string },
): Reports {
  const told = !config.flag('optimistic', false)
  const states = new Map([
    [words.on, 'on'],
    [words.off, 'off'],
  ])
  const reset = config.text('payload_reset_percentage', nonePayload)
  const oscillates = new Map([
    [config.text('payload_oscillation_on', 'oscillate_on'), true],
    [config.text('payload_oscillation_off', 'oscillate_off'), false],
  ])
  const percentage = numberInto('percentage', (value) => inPercent(toPercent(speeds, Math.trunc(value))), reset)
  return {
    state:
      config.listen(
        'state_topic',
        { template: 'state_value_template', feeds: ['state'], asItIs: true },
        stateFrom(states),
      ) && told,
    percentage:
      config.listen(
        'percentage_state_topic',
        { template: 'percentage_value_template', feeds: ['percentage'] },
        percentage,
      ) && told,
    preset:
      config.listen(
        'preset_mode_state_topic',
        { template: 'preset_mode_value_template', feeds: ['preset_mode'] },
        wordInto('preset_mode', presets, config.text('payload_reset_preset_mode', nonePayload)),
      ) && told,
    oscillation:
      config.listen(
        'oscillation_state_topic',
        { template: 'oscillation_value_template', feeds: ['oscillating'], asItIs: true },
        (reading, draft) => {
          const oscillating = oscillates.get(reading)
          if (oscillating === undefined) draft.ignore('unknown_word')
          else draft.set('oscillating', oscillating)
        },
      ) && told,
    direction:
      config.listen(
        'direction_state_topic',
        { template: 'direction_value_template', feeds: ['direction'] },
        textInto('direction'),
      ) && told,
  }
}

function inPercent(value: number): number | null {
  return value < 0 || value > 100 ? null : value
}

function settingsOf(config: Config, speeds: Range, presets: readonly string[], reports: Reports) {
  const speed = config.sender('percentage_command_topic', 'percentage_command_template')
  const preset = presets.length > 0 ? config.sender('preset_mode_command_topic', 'preset_mode_command_template') : null
  const oscillate = config.sender('oscillation_command_topic', 'oscillation_command_template')
  const direction = config.sender('direction_command_topic', 'direction_command_template')
  const [swings, rests] = [
    config.text('payload_oscillation_on', 'oscillate_on'),
    config.text('payload_oscillation_off', 'oscillate_off'),
  ]
  const step = Math.ceil(100 / (speeds.high - speeds.low + 1))
  return {
    set_percentage:
      speed &&
      ((parameters): Order => {
        const percent = parameters.requiredNumber('percentage', { min: 0, max: 100, unit: '%' })
        return {
          messages: [speed(Math.ceil(fromPercent(speeds, percent)))],
          expects: reports.percentage ? [near('percentage', percent, step)] : null,
        }
      }),
    set_preset_mode:
      preset &&
      ((parameters): Order => {
        const mode = parameters.requiredWord('preset_mode', presets)
        return { messages: [preset(mode)], expects: reports.preset ? [attributeIs('preset_mode', mode)] : null }
      }),
    oscillate:
      oscillate &&
      ((parameters): Order => {
        const on = parameters.flag('oscillating') ?? true
        return {
          messages: [oscillate(on ? swings : rests)],
          expects: reports.oscillation ? [attributeIs('oscillating', on)] : null,
        }
      }),
    set_direction:
      direction &&
      ((parameters): Order => {
        const way = parameters.requiredWord('direction', ['forward', 'reverse'])
        return { messages: [direction(way)], expects: reports.direction ? [attributeIs('direction', way)] : null }
      }),
  } satisfies Record<string, Command | null>
}

/** Turns it on, and sets speed and preset when they are given. */
function turnOn(
  power: Command | null,
  settings: { set_percentage: Command | null; set_preset_mode: Command | null },
): Command | null {
  if (!power) return null
  return (parameters, state) => {
    const parts = [power(parameters, state)]
    if (settings.set_percentage && parameters.has('percentage')) parts.push(settings.set_percentage(parameters, state))
    if (settings.set_preset_mode && parameters.has('preset_mode'))
      parts.push(settings.set_preset_mode(parameters, state))
    return together(parts)
  }
}

/** Several orders as one: all messages; what is expected is expected of all that report. */
export function together(orders: readonly Order[]): Order {
  const messages: readonly OutgoingMessage[] = orders.flatMap((order) => order.messages)
  const expected = orders.flatMap((order) => order.expects ?? [])
  return { messages, expects: expected.length > 0 ? expected : null }
}

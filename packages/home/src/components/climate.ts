import { attributeIs, near, stateIs, type Condition } from '../command/expectation.ts'
import { BadParameter, type Order, type OutgoingMessage } from '../command/order.ts'
import type { Parameters } from '../command/parameters.ts'
import type { Config, Sender } from '../discovery/config.ts'
import { ConfigFault } from '../discovery/config-fault.ts'
import { nonePayload, type Behaviour, type Command } from './component.ts'
import { numberInto, stateFrom, wordInto } from './readers.ts'

const hvacActions = ['off', 'preheating', 'heating', 'cooling', 'drying', 'idle', 'fan', 'defrosting']
const defaultModes = ['auto', 'off', 'cool', 'heat', 'dry', 'fan_only']

/** Temperature bounds and unit; Home Assistant's own defaults for climate are 7 and 35 °C. */
export function temperatures(config: Config, defaults: { min: number; max: number }) {
  const unit = config.text('temperature_unit', 'C').toUpperCase() === 'F' ? '°F' : '°C'
  const inUnit = (celsius: number) => (unit === '°F' ? Math.round(celsius * 1.8 + 32) : celsius)
  const bounds = {
    min: config.number('min_temp', inUnit(defaults.min)),
    max: config.number('max_temp', inUnit(defaults.max)),
    unit,
  }
  if (bounds.min >= bounds.max) throw new ConfigFault('max_temp must be above min_temp')
  return { unit, bounds } as const
}

/** `climate.mqtt`: the state is the mode; target and measured temperatures, fan, swing and preset modes, humidity. */
export function climateComponent(config: Config): Behaviour {
  const { unit, bounds } = temperatures(config, { min: 7, max: 35 })
  const step = config.number('temp_step', 1)
  const told = !config.flag('optimistic', false)
  const modes = config.words('modes', defaultModes)
  const listen = (topic: string, template: string, attribute: string) =>
    config.listen(topic, { template: [template, 'value_template'], feeds: [attribute] }, numberInto(attribute)) && told
  const reportsMode =
    config.listen(
      'mode_state_topic',
      { template: ['mode_state_template', 'value_template'], feeds: ['state'] },
      stateFrom(new Map(modes.map((mode) => [mode, mode]))),
    ) && told
  const sets: Setpoint[] = [
    setpoint(config, 'temperature', 'temperature', listen),
    setpoint(config, 'target_temp_low', 'temperature_low', listen),
    setpoint(config, 'target_temp_high', 'temperature_high', listen),
  ]
  listen('current_temperature_topic', 'current_temperature_template', 'current_temperature')
  listen('current_humidity_topic', 'current_humidity_template', 'current_humidity')
  config.listen(
    'action_topic',
    { template: ['action_template', 'value_template'], feeds: ['hvac_action'] },
    wordInto('hvac_action', hvacActions),
  )
  const mode = modeCommand(config, modes, reportsMode)
  const presets = config.words('preset_modes', [])
  const listed = {
    set_fan_mode: listedMode(config, {
      name: 'fan_mode',
      modes: config.words('fan_modes', ['auto', 'low', 'medium', 'high']),
      told,
    }),
    set_swing_mode: listedMode(config, { name: 'swing_mode', modes: config.words('swing_modes', ['on', 'off']), told }),
    set_swing_horizontal_mode: listedMode(config, {
      name: 'swing_horizontal_mode',
      modes: config.words('swing_horizontal_modes', ['on', 'off']),
      told,
    }),
    set_preset_mode: listedMode(config, {
      name: 'preset_mode',
      modes: presets.length > 0 ? ['none', ...presets] : [],
      told,
      stateTemplate: 'preset_mode_value_template',
    }),
  }
  const humidity = humidityCommand(config, listen)
  return {
    capabilities: {
      hvac_modes: modes,
      temperature_unit: unit,
      min_temp: bounds.min,
      max_temp: bounds.max,
      target_temp_step: step,
      ...(sets[1]?.send && sets[2]?.send && { target_temp_range: true }),
      ...(listed.set_fan_mode && { fan_modes: listed.set_fan_mode.modes }),
      ...(listed.set_swing_mode && { swing_modes: listed.set_swing_mode.modes }),
      ...(listed.set_swing_horizontal_mode && { swing_horizontal_modes: listed.set_swing_horizontal_mode.modes }),
      ...(listed.set_preset_mode && { preset_modes: listed.set_preset_mode.modes }),
      ...(humidity && { min_humidity: humidity.min, max_humidity: humidity.max }),
    },
    commands: {
      ...power(config, modes, mode, reportsMode),
      set_hvac_mode: mode && ((parameters) => mode(parameters.requiredWord('hvac_mode', modes))),
      set_temperature: temperatureCommand(sets, mode, { bounds, step, modes }),
      set_fan_mode: listed.set_fan_mode?.command ?? null,
      set_swing_mode: listed.set_swing_mode?.command ?? null,
      set_swing_horizontal_mode: listed.set_swing_horizontal_mode?.command ?? null,
      set_preset_mode: listed.set_preset_mode?.command ?? null,
      set_humidity: humidity?.command ?? null,
    },
    reportsState: reportsMode || sets.some((set) => set.reported),
    attributes: [
      'temperature',
      'target_temp_low',
      'target_temp_high',
      'current_temperature',
      'current_humidity',
      'hvac_action',
      'fan_mode',
      'swing_mode',
      'swing_horizontal_mode',
      'preset_mode',
      'humidity',
    ],
  }
}

interface Setpoint {
  readonly attribute: string
  readonly send: Sender | null
  readonly reported: boolean
}

function setpoint(
  config: Config,
  attribute: string,
  key: string,
  listen: (topic: string, template: string, attribute: string) => boolean,
): Setpoint {
  return {
    attribute,
    reported: listen(`${key}_state_topic`, `${key}_state_template`, attribute),
    send: config.sender(`${key}_command_topic`, `${key}_command_template`),
  }
}

function modeCommand(config: Config, modes: readonly string[], reported: boolean): ((mode: string) => Order) | null {
  const send = modes.length > 0 ? config.sender('mode_command_topic', 'mode_command_template') : null
  return send && ((mode) => ({ messages: [send(mode)], expects: reported ? [stateIs(mode)] : null }))
}

/** On and off by the power topic, or else by the modes: on is the first of heat_cool, heat, cool and the others. */
function power(
  config: Config,
  modes: readonly string[],
  mode: ((mode: string) => Order) | null,
  reported: boolean,
): Record<string, Command | null> {
  const send = config.sender('power_command_topic', 'power_command_template')
  const [on, off] = [config.text('payload_on', 'ON'), config.text('payload_off', 'OFF')]
  if (send) {
    return {
      turn_on: () => ({
        messages: [send(on)],
        expects: reported ? [{ kind: 'not', of: 'state', values: ['off', 'unknown'] }] : null,
      }),
      turn_off: () => ({ messages: [send(off)], expects: reported && modes.includes('off') ? [stateIs('off')] : null }),
    }
  }
  const usual = ['heat_cool', 'heat', 'cool', ...modes].find((word) => word !== 'off' && modes.includes(word))
  return {
    // One that is in some mode is on already; asking again names the mode it is in.
    turn_on:
      mode && usual !== undefined
        ? (_, state) => mode(state.value !== 'off' && modes.includes(state.value) ? state.value : usual)
        : null,
    turn_off: mode && modes.includes('off') ? () => mode('off') : null,
  }
}

interface TemperatureBounds {
  readonly bounds: { readonly min: number; readonly max: number; readonly unit: string }
  readonly step: number
  readonly modes: readonly string[]
}

function temperatureCommand(
  sets: readonly Setpoint[],
  mode: ((mode: string) => Order) | null,
  { bounds, step, modes }: TemperatureBounds,
): Command | null {
  if (sets.every((set) => set.send === null)) return null
  return (parameters) => {
    const wishedMode = mode ? parameters.word('hvac_mode', modes) : null
    const modeOrder = mode && wishedMode !== null ? mode(wishedMode) : null
    const messages: OutgoingMessage[] = [...(modeOrder?.messages ?? [])]
    const expected: Condition[] = [...(modeOrder?.expects ?? [])]
    let given = 0
    for (const { attribute, send, reported } of sets) {
      const value = send ? parameters.number(attribute, bounds) : null
      if (!send || value === null) continue
      given += 1
      messages.push(send(value))
      if (reported) expected.push(near(attribute, value, step / 2))
    }
    if (given === 0)
      throw new BadParameter(
        `temperature is missing; it is a number from ${bounds.min} to ${bounds.max} ${bounds.unit}`,
      )
    return { messages, expects: expected.length > 0 ? expected : null }
  }
}

interface Listed {
  readonly name: string
  readonly modes: readonly string[]
  readonly told: boolean
  readonly stateTemplate?: string
}

/** A mode out of a list, such as the fan's, with its own topics. */
function listedMode(
  config: Config,
  { name, modes, told, stateTemplate = `${name}_state_template` }: Listed,
): { modes: readonly string[]; command: Command } | null {
  const reported =
    config.listen(
      `${name}_state_topic`,
      { template: [stateTemplate, 'value_template'], feeds: [name] },
      wordInto(name, modes, nonePayload),
    ) && told
  const send = config.sender(`${name}_command_topic`, `${name}_command_template`)
  if (!send || modes.length === 0) return null
  const command = (parameters: Parameters): Order => {
    const mode = parameters.requiredWord(name, modes)
    return { messages: [send(mode)], expects: reported ? [attributeIs(name, mode)] : null }
  }
  return { modes, command }
}

function humidityCommand(config: Config, listen: (topic: string, template: string, attribute: string) => boolean) {
  const [min, max] = [config.number('min_humidity', 30), config.number('max_humidity', 99)]
  if (min >= max) throw new ConfigFault('max_humidity must be above min_humidity')
  const reported = listen('target_humidity_state_topic', 'target_humidity_state_template', 'humidity')
  const send = config.sender('target_humidity_command_topic', 'target_humidity_command_template')
  if (!send) return null
  const command = (parameters: Parameters): Order => {
    const humidity = parameters.requiredNumber('humidity', { min, max, unit: '%' })
    return { messages: [send(humidity)], expects: reported ? [near('humidity', humidity, 0.5)] : null }
  }
  return { min, max, command }
}

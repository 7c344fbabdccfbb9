import { near, stateIs } from '../command/expectation.ts'
import type { Order } from '../command/order.ts'
import type { Config } from '../discovery/config.ts'
import type { Behaviour, Command } from './component.ts'
import { temperatures } from './climate.ts'
import { together } from './fan.ts'
import { numberInto, stateFrom } from './readers.ts'

const defaultModes = ['eco', 'electric', 'gas', 'heat_pump', 'high_demand', 'performance', 'off']

/** `water_heater.mqtt`: the state is the operation mode; a target and a measured temperature. */
export function waterHeaterComponent(config: Config): Behaviour {
  const { unit, bounds } = temperatures(config, { min: 43.3, max: 60 })
  const told = !config.flag('optimistic', false)
  const modes = config.words('modes', defaultModes)
  const reports = {
    mode:
      config.listen(
        'mode_state_topic',
        { template: ['mode_state_template', 'value_template'], feeds: ['state'] },
        stateFrom(new Map(modes.map((mode) => [mode, mode]))),
      ) && told,
    temperature:
      config.listen(
        'temperature_state_topic',
        { template: ['temperature_state_template', 'value_template'], feeds: ['temperature'] },
        numberInto('temperature'),
      ) && told,
  }
  config.listen(
    'current_temperature_topic',
    { template: ['current_temperature_template', 'value_template'], feeds: ['current_temperature'] },
    numberInto('current_temperature'),
  )
  const sendMode = config.sender('mode_command_topic', 'mode_command_template')
  const sendTemperature = config.sender('temperature_command_topic', 'temperature_command_template')
  const sendPower = config.sender('power_command_topic', 'power_command_template')
  const setMode =
    sendMode &&
    ((mode: string): Order => ({ messages: [sendMode(mode)], expects: reports.mode ? [stateIs(mode)] : null }))
  const setTemperature: Command | null =
    sendTemperature &&
    ((parameters) => {
      const temperature = parameters.requiredNumber('temperature', bounds)
      const order = {
        messages: [sendTemperature(temperature)],
        expects: reports.temperature ? [near('temperature', temperature, 0.5)] : null,
      }
      const mode = setMode ? parameters.word('operation_mode', modes) : null
      return setMode && mode !== null ? together([setMode(mode), order]) : order
    })
  const [on, off] = [config.text('payload_on', 'ON'), config.text('payload_off', 'OFF')]
  return {
    capabilities: { operation_list: modes, temperature_unit: unit, min_temp: bounds.min, max_temp: bounds.max },
    commands: {
      set_temperature: setTemperature,
      set_operation_mode: setMode && ((parameters) => setMode(parameters.requiredWord('operation_mode', modes))),
      turn_on:
        sendPower &&
        (() => ({
          messages: [sendPower(on)],
          expects: reports.mode ? [{ kind: 'not', of: 'state', values: ['off', 'unknown'] }] : null,
        })),
      turn_off:
        sendPower &&
        (() => ({
          messages: [sendPower(off)],
          expects: reports.mode && modes.includes('off') ? [stateIs('off')] : null,
        })),
    },
    reportsState: reports.mode || reports.temperature,
    attributes: ['temperature', 'current_temperature'],
  }
}

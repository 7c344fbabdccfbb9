import { attributeIs, near } from '../command/expectation.ts'
import type { Order } from '../command/order.ts'
import type { Config } from '../discovery/config.ts'
import { ConfigFault } from '../discovery/config-fault.ts'
import { roundEven } from '../number-text.ts'
import { nonePayload, type Behaviour } from './component.ts'
import { numberInto, stateFrom, wordInto } from './readers.ts'
import { onOff } from './switch.ts'

const actions = ['humidifying', 'drying', 'idle', 'off']

/** `humidifier.mqtt`: on and off, a target humidity in per cent, modes. */
export function humidifierComponent(config: Config): Behaviour {
  config.required('command_topic')
  config.required('target_humidity_command_topic')
  const [min, max] = [config.number('min_humidity', 0), config.number('max_humidity', 100)]
  if (min >= max) throw new ConfigFault('max_humidity must be above min_humidity')
  const modes = config.words('modes', [])
  const words = { on: config.text('payload_on', 'ON'), off: config.text('payload_off', 'OFF') }
  const told = !config.flag('optimistic', false)
  const resetHumidity = config.text('payload_reset_humidity', nonePayload)
  const within = (low: number, high: number) => (value: number) =>
    value < low || value > high ? null : roundEven(value)
  const reports = {
    state:
      config.listen(
        'state_topic',
        { template: 'state_value_template', feeds: ['state'], asItIs: true },
        stateFrom(
          new Map([
            [words.on, 'on'],
            [words.off, 'off'],
          ]),
        ),
      ) && told,
    humidity:
      config.listen(
        'target_humidity_state_topic',
        { template: 'target_humidity_state_template', feeds: ['humidity'] },
        numberInto('humidity', within(min, max), resetHumidity),
      ) && told,
    mode:
      config.listen(
        'mode_state_topic',
        { template: 'mode_state_template', feeds: ['mode'] },
        wordInto('mode', modes, config.text('payload_reset_mode', nonePayload)),
      ) && told,
  }
  config.listen(
    'current_humidity_topic',
    { template: 'current_humidity_template', feeds: ['current_humidity'] },
    numberInto('current_humidity', within(0, 100), resetHumidity),
  )
  config.listen('action_topic', { template: 'action_template', feeds: ['action'] }, wordInto('action', actions))
  const setHumidity = config.sender('target_humidity_command_topic', 'target_humidity_command_template')
  const setMode = modes.length > 0 ? config.sender('mode_command_topic', 'mode_command_template') : null
  return {
    capabilities: { min_humidity: min, max_humidity: max, ...(setMode && { available_modes: modes }) },
    commands: {
      ...onOff(config, { ...words, reportsState: reports.state }),
      set_humidity:
        setHumidity &&
        ((parameters): Order => {
          const humidity = parameters.requiredNumber('humidity', { min, max, unit: '%' })
          return {
            messages: [setHumidity(humidity)],
            expects: reports.humidity ? [near('humidity', humidity, 0.5)] : null,
          }
        }),
      set_mode:
        setMode &&
        ((parameters): Order => {
          const mode = parameters.requiredWord('mode', modes)
          return { messages: [setMode(mode)], expects: reports.mode ? [attributeIs('mode', mode)] : null }
        }),
    },
    reportsState: reports.state,
    attributes: ['humidity', 'mode', 'current_humidity', 'action'],
  }
}

import { near } from '../command/expectation.ts'
import type { Config } from '../discovery/config.ts'
import { ConfigFault } from '../discovery/config-fault.ts'
import { numberOf } from '../number-text.ts'
import { nonePayload, type Behaviour, type Command } from './component.ts'

/** `number.mqtt`: a number within bounds. The state is the number as text. */
export function numberComponent(config: Config): Behaviour {
  config.required('command_topic')
  const [min, max, step] = [config.number('min', 1), config.number('max', 100), config.number('step', 1)]
  if (min > max) throw new ConfigFault(`max (${max}) must not be below min (${min})`)
  const reset = config.text('payload_reset', nonePayload)
  const listens = config.listen('state_topic', { template: 'value_template', feeds: ['state'] }, (reading, draft) => {
    if (reading === reset) {
      draft.say('unknown')
      return
    }
    const number = numberOf(reading)
    if (number === null) draft.ignore('not_a_number')
    else if (number < min || number > max) draft.ignore('out_of_range')
    else draft.say(String(number))
  })
  const reportsState = listens && !config.flag('optimistic', false)
  const send = config.sender('command_topic', 'command_template')
  const unit = config.text('unit_of_measurement') ?? ''
  const setValue: Command | null =
    send &&
    ((parameters) => {
      const value = parameters.requiredNumber('value', { min, max, unit })
      return { messages: [send(value)], expects: reportsState ? [near('state', value, step / 2)] : null }
    })
  return {
    capabilities: { min, max, step, mode: config.text('mode', 'auto') },
    commands: { set_value: setValue },
    reportsState,
    attributes: [],
  }
}

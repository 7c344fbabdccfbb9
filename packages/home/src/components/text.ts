import { stateIs } from '../command/expectation.ts'
import { BadParameter } from '../command/order.ts'
import type { Config } from '../discovery/config.ts'
import { ConfigFault } from '../discovery/config-fault.ts'
import type { Behaviour, Command } from './component.ts'
import { maxStateLength, stateText } from './readers.ts'

/** `text.mqtt`: a text that can be set. Its pattern is only shown: a device's regular expression is not run (SI-09). */
export function textComponent(config: Config): Behaviour {
  config.required('command_topic')
  const [min, max] = [config.number('min', 0), Math.min(config.number('max', maxStateLength), maxStateLength)]
  if (min > max) throw new ConfigFault(`max (${max}) must not be below min (${min})`)
  const pattern = config.text('pattern')
  const listens = config.listen(
    'state_topic',
    { template: 'value_template', feeds: ['state'], emptyToo: true },
    stateText,
  )
  const reportsState = listens && !config.flag('optimistic', false)
  const send = config.sender('command_topic', 'command_template')
  const setValue: Command | null =
    send &&
    ((parameters) => {
      const value = parameters.text('value', max)
      if (value === null || value.length < min)
        throw new BadParameter(`value must be a text of ${min} to ${max} characters`)
      return { messages: [send(value)], expects: reportsState ? [stateIs(value)] : null }
    })
  return {
    capabilities: {
      min,
      max,
      mode: config.text('mode', 'text'),
      ...(pattern !== null && { pattern: pattern.slice(0, 200) }),
    },
    commands: { set_value: setValue },
    reportsState,
    attributes: [],
  }
}

import { stateIs } from '../command/expectation.ts'
import type { Config } from '../discovery/config.ts'
import { nonePayload, type Behaviour, type Command } from './component.ts'

/** `select.mqtt`: one of a list of options. */
export function selectComponent(config: Config): Behaviour {
  config.required('command_topic')
  config.required('options')
  const options = config.words('options', [])
  const listens = config.listen(
    'state_topic',
    { template: 'value_template', feeds: ['state'], asItIs: true },
    (reading, draft) => {
      if (options.includes(reading)) draft.say(reading)
      else if (reading.toLowerCase() === nonePayload.toLowerCase()) draft.say('unknown')
      else draft.ignore('unknown_word')
    },
  )
  const reportsState = listens && !config.flag('optimistic', false)
  const send = config.sender('command_topic', 'command_template')
  const select: Command | null =
    send &&
    ((parameters) => {
      const option = parameters.requiredWord('option', options)
      return { messages: [send(option)], expects: reportsState ? [stateIs(option)] : null }
    })
  return { capabilities: { options }, commands: { select_option: select }, reportsState, attributes: [] }
}

import { stateIs } from '../command/expectation.ts'
import type { Config } from '../discovery/config.ts'
import type { Behaviour, Command } from './component.ts'
import { stateFrom } from './readers.ts'

/** `switch.mqtt`: on and off. */
export function switchComponent(config: Config): Behaviour {
  config.required('command_topic')
  const [on, off] = [config.text('payload_on', 'ON'), config.text('payload_off', 'OFF')]
  const words = new Map([
    [config.text('state_on', on), 'on'],
    [config.text('state_off', off), 'off'],
  ])
  const listens = config.listen(
    'state_topic',
    { template: 'value_template', feeds: ['state'], asItIs: true },
    stateFrom(words),
  )
  const reportsState = listens && !config.flag('optimistic', false)
  return {
    capabilities: {},
    commands: onOff(config, { on, off, reportsState }),
    reportsState,
    attributes: [],
  }
}

/** `turn_on` and `turn_off` by payloads on the command topic. */
export function onOff(
  config: Config,
  words: { on: string; off: string; reportsState: boolean },
): { turn_on: Command | null; turn_off: Command | null } {
  const send = config.sender('command_topic', 'command_template')
  if (!send) return { turn_on: null, turn_off: null }
  const expects = (state: string) => (words.reportsState ? [stateIs(state)] : null)
  return {
    turn_on: () => ({ messages: [send(words.on)], expects: expects('on') }),
    turn_off: () => ({ messages: [send(words.off)], expects: expects('off') }),
  }
}

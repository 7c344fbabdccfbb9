import type { Config } from '../discovery/config.ts'
import type { Behaviour } from './component.ts'

/** `button.mqtt`: can be pressed, and reports nothing. */
export function buttonComponent(config: Config): Behaviour {
  config.required('command_topic')
  const payload = config.text('payload_press', 'PRESS')
  const send = config.sender('command_topic', 'command_template')
  return {
    capabilities: {},
    commands: { press: send && (() => ({ messages: [send(payload)], expects: null, always: true })) },
    reportsState: false,
    attributes: [],
  }
}

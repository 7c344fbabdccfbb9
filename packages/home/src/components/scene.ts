import type { Config } from '../discovery/config.ts'
import type { Behaviour } from './component.ts'

/** `scene.mqtt`: can be turned on, and reports nothing. */
export function sceneComponent(config: Config): Behaviour {
  config.required('command_topic')
  const payload = config.text('payload_on', 'ON')
  const send = config.sender('command_topic')
  return {
    capabilities: {},
    commands: { turn_on: send && (() => ({ messages: [send(payload)], expects: null, always: true })) },
    reportsState: false,
    attributes: [],
  }
}

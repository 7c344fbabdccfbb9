import type { Config } from '../discovery/config.ts'
import type { Behaviour } from './component.ts'
import { stateFrom } from './readers.ts'

/** `binary_sensor.mqtt`: on or off; `off_delay` turns it off by itself after a time. */
export function binarySensorComponent(config: Config): Behaviour {
  config.required('state_topic')
  const words = new Map([
    [config.text('payload_on', 'ON'), 'on'],
    [config.text('payload_off', 'OFF'), 'off'],
  ])
  const read = stateFrom(words)
  const offDelay = config.number('off_delay')
  const force = config.flag('force_update', false)
  config.listen(
    'state_topic',
    { template: 'value_template', feeds: ['state'], asItIs: true },
    (reading, draft, message) => {
      read(reading, draft, message)
      if (draft.ignored !== null) return
      draft.offAt = draft.value === 'on' && offDelay !== null ? draft.now + offDelay * 1_000 : null
      if (force) draft.forced = true
    },
  )
  return { capabilities: {}, commands: {}, reportsState: true, attributes: [] }
}

import type { Config } from '../discovery/config.ts'
import { ConfigFault } from '../discovery/config-fault.ts'
import { cleanText } from '../names/clean-text.ts'
import { nonePayload, type Behaviour } from './component.ts'
import { maxStateLength } from './readers.ts'

/** `device_tracker.mqtt`: home, not_home, or the name of a place. */
export function deviceTrackerComponent(config: Config): Behaviour {
  if (!config.has('state_topic') && !config.has('json_attributes_topic'))
    throw new ConfigFault('state_topic or json_attributes_topic is missing')
  const words = new Map([
    [config.text('payload_home', 'home'), 'home'],
    [config.text('payload_not_home', 'not_home'), 'not_home'],
    [config.text('payload_reset', nonePayload), 'unknown'],
  ])
  config.listen('state_topic', { template: 'value_template', feeds: ['state'], asItIs: true }, (reading, draft) => {
    const place = words.get(reading) ?? cleanText(reading, maxStateLength)
    if (place === '') draft.ignore('empty')
    else draft.say(place)
  })
  return {
    capabilities: { source_type: config.text('source_type', 'gps') },
    commands: {},
    reportsState: true,
    attributes: [],
  }
}

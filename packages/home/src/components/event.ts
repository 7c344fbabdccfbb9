import { isRecord, readJson } from '../bounded-json.ts'
import { ConfigFault } from '../discovery/config-fault.ts'
import type { Config } from '../discovery/config.ts'
import type { Draft } from '../state/draft.ts'
import { nonePayload, type Behaviour } from './component.ts'

/** `event.mqtt`: something happened, now. The state is the time of the last one, its attributes say what it was. */
export function eventComponent(config: Config): Behaviour {
  config.required('state_topic')
  config.required('event_types')
  const types = config.words('event_types', [])
  config.listen(
    'state_topic',
    { template: 'value_template', feeds: ['state', 'event_type'] },
    (reading, draft, message) => {
      if (message.retained) {
        draft.ignore('retained_event')
        return
      }
      if (reading === nonePayload || reading === '{}') {
        draft.ignore('empty')
        return
      }
      const json = readJson(reading)
      const type = json.ok && isRecord(json.value) ? json.value['event_type'] : undefined
      if (typeof type !== 'string') draft.ignore(json.ok ? 'wrong_shape' : 'not_json')
      else if (!types.includes(type)) draft.ignore('unknown_word')
      else happen(draft, type)
    },
  )
  return { capabilities: { event_types: types }, commands: {}, reportsState: true, attributes: ['event_type'] }
}

/**
 * `device_automation.mqtt`, a device trigger: a button of a remote, say. TALI has it as an event entity with one type,
 * its subtype; a retained message is old news and no event.
 */
export function deviceAutomationComponent(config: Config): Behaviour {
  for (const key of ['topic', 'type', 'subtype']) config.required(key)
  if (config.text('automation_type') !== 'trigger') throw new ConfigFault('automation_type must be trigger')
  const type = config.words('subtype', [])[0]
  if (type === undefined) throw new ConfigFault('subtype must be a plain word')
  const payload = config.text('payload')
  config.listen(
    'topic',
    { template: 'value_template', feeds: ['state', 'event_type'], emptyToo: true },
    (reading, draft, message) => {
      if (message.retained) draft.ignore('retained_event')
      else if (payload !== null && reading !== payload) draft.ignore('unknown_word')
      else happen(draft, type)
    },
  )
  return { capabilities: { event_types: [type] }, commands: {}, reportsState: true, attributes: ['event_type'] }
}

function happen(draft: Draft, type: string): void {
  draft.say(new Date(draft.now).toISOString())
  draft.set('event_type', type)
  draft.forced = true
}

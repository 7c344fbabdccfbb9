import { isRecord, readJson } from '../bounded-json.ts'
import { cleanText } from '../names/clean-text.ts'
import type { Config } from './config.ts'

/** Names that Home Assistant keeps for itself, and one that JavaScript does. */
const reserved = new Set([
  'assumed_state',
  'available',
  'device_class',
  'device_info',
  'entity_category',
  'entity_picture',
  'extra_state_attributes',
  'force_update',
  'icon',
  'friendly_name',
  'should_poll',
  'state',
  'supported_features',
  'unique_id',
  'unit_of_measurement',
  '__proto__',
])
const maxAttributes = 50
const maxLength = 16_384

/**
 * Listens to `json_attributes_topic`: a JSON object whose entries become attributes, in place of those of the message
 * before. The entity's own attributes stay out of its reach, and so stays what is too much to keep.
 */
export function listenToJsonAttributes(config: Config, own: ReadonlySet<string>): void {
  config.listen('json_attributes_topic', { template: 'json_attributes_template', feeds: ['*'] }, (reading, draft) => {
    const json = readJson(reading)
    if (reading.length > maxLength) draft.ignore('too_long')
    else if (!json.ok) draft.ignore('not_json')
    else if (!isRecord(json.value)) draft.ignore('wrong_shape')
    else {
      const entries = Object.entries(json.value).filter(
        ([name]) => !reserved.has(name) && !own.has(name) && name.length <= 64,
      )
      const named = new Map(entries.slice(0, maxAttributes).map(([name, value]) => [cleanText(name, 64), fit(value)]))
      for (const name of Object.keys(draft.attributes)) if (!own.has(name) && !named.has(name)) draft.set(name, null)
      for (const [name, value] of named) draft.set(name, value)
      draft.heard = true
    }
  })
}

function fit(value: unknown): unknown {
  return typeof value === 'string' ? cleanText(value, 1_000) : value
}

import { isRecord } from '../bounded-json.ts'
import { Config } from './config.ts'
import { ConfigFault } from './config-fault.ts'

/** How several availability topics make one answer. */
export type AvailabilityMode = 'all' | 'any' | 'latest'

export interface Availability {
  readonly topics: readonly string[]
  readonly mode: AvailabilityMode
}

const maxTopics = 20

/** Listens to `availability_topic` or the topics of `availability`. Without any, the entity counts as available. */
export function listenToAvailability(config: Config): Availability {
  const parts = partsOf(config)
  const mode = config.text('availability_mode', 'latest')
  if (mode !== 'all' && mode !== 'any' && mode !== 'latest')
    throw new ConfigFault('availability_mode must be all, any or latest')
  const topics: string[] = []
  for (const part of parts) {
    const topic = part.config.topic(part.topicKey, 'read')
    if (topic === null) throw new ConfigFault('each entry of availability must have a topic')
    const [yes, no] = [
      part.config.text('payload_available', 'online'),
      part.config.text('payload_not_available', 'offline'),
    ]
    topics.push(topic)
    part.config.listenTo(
      topic,
      { template: part.templateKey, feeds: ['available'], asItIs: true },
      (reading, draft) => {
        if (reading === yes) draft.reach(topic, true)
        else if (reading === no) draft.reach(topic, false)
        else draft.ignore('unknown_word')
      },
    )
    if (part.config !== config) {
      config.bindings.push(...part.config.bindings)
      config.notices.push(...part.config.notices)
    }
  }
  return { topics: [...new Set(topics)], mode }
}

interface Part {
  readonly config: Config
  readonly topicKey: string
  readonly templateKey: string
}

function partsOf(config: Config): Part[] {
  const raw = config.raw('availability')
  if (raw === undefined || raw === null) {
    return config.has('availability_topic')
      ? [{ config, topicKey: 'availability_topic', templateKey: 'availability_template' }]
      : []
  }
  if (config.has('availability_topic'))
    throw new ConfigFault('availability and availability_topic must not stand together')
  const list: unknown[] = Array.isArray(raw) ? raw : [raw]
  if (list.length > maxTopics)
    throw new ConfigFault(`availability has ${list.length} entries; ${maxTopics} are the most`)
  return list.map((item) => {
    if (!isRecord(item)) throw new ConfigFault('each entry of availability must be a JSON object with a topic')
    return {
      config: new Config({ encoding: config.text('encoding') ?? undefined, ...item }),
      topicKey: 'topic',
      templateKey: 'value_template',
    }
  })
}

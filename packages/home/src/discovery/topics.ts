import { ConfigFault } from './config-fault.ts'

/** Longest topic that is taken, in UTF-16 code units. */
const maxTopicLength = 512

/**
 * A topic that a device names. Wildcards are refused, so that no device makes TALI listen to the others' messages; so
 * are `$…` and TALI's own `tali/…`, and for commands the discovery topics, so that none borrows TALI's rights.
 */
export function checkTopic(key: string, topic: unknown, use: 'read' | 'write'): string {
  if (typeof topic !== 'string' || topic === '')
    throw new ConfigFault(`${key} must be a topic such as kitchen/lamp/state`)
  if (topic.length > maxTopicLength) throw new ConfigFault(`${key} is longer than ${maxTopicLength} characters`)
  if (/[+#\p{Cc}\p{Cs}]/u.test(topic))
    throw new ConfigFault(`${key} must be one plain topic, without + or # or control characters`)
  if (/^(\$|tali\/)/.test(topic))
    throw new ConfigFault(
      `${key} must not begin with ${topic.startsWith('$') ? '$' : 'tali/'}, which is not a device's`,
    )
  if (use === 'write' && /^homeassistant\/.*\/config$/.test(topic))
    throw new ConfigFault(`${key} must not be a discovery topic`)
  return topic
}

/** Home Assistant's discovery topic, taken apart. */
export interface DiscoveryTopic {
  /** `device` for the form that describes a whole device. */
  readonly component: string
  readonly nodeId: string | null
  readonly objectId: string
}

const pattern = /^(\w+)\/(?:([a-zA-Z0-9_-]+)\/)?([a-zA-Z0-9_-]+)\/config$/

/** `<prefix>/<component>/[<node_id>/]<object_id>/config`; null for any other topic. */
export function readDiscoveryTopic(topic: string, prefix: string): DiscoveryTopic | null {
  if (topic.length > maxTopicLength || !topic.startsWith(`${prefix}/`)) return null
  const match = pattern.exec(topic.slice(prefix.length + 1))
  if (!match?.[1] || !match[3]) return null
  return { component: match[1], nodeId: match[2] ?? null, objectId: match[3] }
}

import type { RetainedMessage, RetainedStore } from '@tali/bus/broker'
import type { Kv } from '@tali/kv'

const prefix = 'broker:retained:'

/**
 * The broker's retained messages, kept in the key-value store over restarts. A topic's first message waits for the disk: a
 * device announces itself once, and counts on being known. What follows on it may lose its last second in a kill; states
 * come again, and are in the ledger.
 */
export function retainedInKv(kv: Kv): RetainedStore {
  return {
    async *load() {
      for await (const key of kv.keys(prefix)) {
        const value = await kv.get(key)
        if (value !== null) yield decode(key.slice(prefix.length), value)
      }
    },
    async save(message, isNew) {
      await kv.set(prefix + message.topic, encode(message), { durable: isNew })
    },
    async remove(topic) {
      await kv.delete(prefix + topic)
    },
  }
}

/** The quality of service, then the payload; bytes that are no text as base64. */
function encode({ qos, payload }: RetainedMessage): string {
  const bytes = Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength)
  const text = bytes.toString('utf8')
  return Buffer.from(text).equals(bytes) ? `${qos}t${text}` : `${qos}b${bytes.toString('base64')}`
}

function decode(topic: string, value: string): RetainedMessage {
  const payload = Buffer.from(value.slice(2), value[1] === 'b' ? 'base64' : 'utf8')
  return { topic, payload, qos: value.startsWith('1') ? 1 : 0 }
}

import type { IPublishPacket } from 'mqtt'
import type { BusMessage, Delivery } from './bus.ts'

/** Where a request wants its reply (MQTT 5 §4.10). */
export interface Address {
  responseTopic?: string
  correlationData?: Buffer
}

/** Where a request wants its reply; kept beside the message, since the port's message has no such words. */
const addresses = new WeakMap<BusMessage, Address>()

export function replyAddress(message: BusMessage): Address {
  return addresses.get(message) ?? {}
}

/** The port's message of a packet. */
export function toMessage(packet: IPublishPacket, session: Pick<Delivery, 'sender' | 'connection'>): BusMessage {
  const message: BusMessage = {
    topic: packet.topic,
    payload: Buffer.isBuffer(packet.payload) ? packet.payload : Buffer.from(packet.payload),
    retained: packet.retain,
    delivery: { ...session, packetId: packet.messageId, duplicate: packet.dup },
    properties: readUserProperties(packet),
  }
  addresses.set(message, packet.properties ?? {})
  return message
}

/** mqtt-packet writes nothing at all, without an error, when this object is empty. */
export function userProperties(properties: Record<string, string> = {}): { userProperties?: Record<string, string> } {
  return Object.keys(properties).length > 0 ? { userProperties: properties } : {}
}

/** MQTT 5 lets a user property occur several times; the first counts. */
function readUserProperties(packet: IPublishPacket): Record<string, string> {
  const given = packet.properties?.userProperties ?? {}
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, Array.isArray(value) ? (value[0] ?? '') : value]),
  )
}

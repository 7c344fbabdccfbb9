import { topicMatches, type BusMessage, type Delivery, type Handler, type PubSub } from '@tali/bus'
import { createMemoryBus } from '@tali/bus/memory'

/** Device topics in memory on which a message can also arrive as from the wire: by a sender, and more than once. */
export interface Wire extends PubSub {
  /** Resolves when every handler took the message: only then would its sender be told. */
  receive(topic: string, payload: string, delivery: Delivery): Promise<void>
}

export function createWire(): Wire {
  const bus = createMemoryBus({
    onError(error) {
      throw error
    },
  })
  const handlers = new Set<{ filter: string; handler: Handler }>()
  return {
    publish: (topic, payload, options) => bus.publish(topic, payload, options),
    settled: () => bus.settled(),
    [Symbol.asyncDispose]: () => bus[Symbol.asyncDispose](),
    async subscribe(filter, handler, options) {
      const known = { filter, handler }
      handlers.add(known)
      const undo = await bus.subscribe(filter, handler, options)
      return () => {
        handlers.delete(known)
        return undo()
      }
    },
    async receive(topic, payload, delivery) {
      const message: BusMessage = { topic, payload: Buffer.from(payload), retained: false, delivery, properties: {} }
      const listening = [...handlers].filter(({ filter }) => topicMatches(filter, topic))
      await Promise.all(listening.map(async ({ handler }) => handler(message)))
    },
  }
}

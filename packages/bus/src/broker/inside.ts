import type { BusMessage, Handler, PublishOptions, PubSub, SubscribeOptions, Unsubscribe } from '../bus.ts'
import { BusClosed } from '../errors.ts'
import { toBytes } from '../memory.ts'
import { deliver, Subscriptions, type OnHandlerError } from '../subscriptions.ts'
import { assertFilter, assertTopic } from '../topic.ts'
import type { RetainedMessage } from './retained.ts'

/** The broker's inside also takes what arrives from the wire. */
export interface BrokerInside extends PubSub {
  /** Resolves when every handler took the message; rejects when one failed, so that it is not acknowledged. */
  receive(message: BusMessage): Promise<void>
}

interface Wire {
  send(message: RetainedMessage, retain: boolean): Promise<void>
  /** What is kept on the topics that match a filter. */
  retained(filter: string): Iterable<RetainedMessage>
  onError: OnHandlerError
}

export function createInside(wire: Wire): BrokerInside {
  return new Inside(wire)
}

/** The topics as seen by whoever lives in the broker's process: publishing goes to the devices and to the handlers here. */
class Inside implements BrokerInside {
  readonly #wire: Wire
  readonly #subscriptions = new Subscriptions()
  readonly #underway = new Set<Promise<unknown>>()
  #closed = false

  constructor(wire: Wire) {
    this.#wire = wire
  }

  async receive(message: BusMessage): Promise<void> {
    if (this.#closed) throw new BusClosed('the broker is stopping')
    const handlers = this.#subscriptions.for(message.topic)
    if (handlers.length === 0) return
    const ok = await this.#track(deliver(handlers, message, this.#wire.onError))
    if (!ok) throw new Error(`the message on ${message.topic} could not be taken now`)
  }

  async publish(topic: string, payload: string | Uint8Array, options: PublishOptions = {}): Promise<void> {
    this.#assertOpen()
    assertTopic(topic)
    const bytes = toBytes(payload)
    const message: BusMessage = { topic, payload: bytes, retained: false, properties: {} }
    const handlers = this.#subscriptions.for(topic)
    if (handlers.length > 0) void this.#track(deliver(handlers, message, this.#wire.onError))
    await this.#track(this.#wire.send({ topic, payload: bytes, qos: options.qos ?? 1 }, options.retain ?? false))
  }

  async subscribe(filter: string, handler: Handler, options: SubscribeOptions = {}): Promise<Unsubscribe> {
    this.#assertOpen()
    assertFilter(filter)
    const { promise: caughtUp, resolve } = Promise.withResolvers<void>()
    let live = false
    // What arrives while retained messages are handed over waits, so that an old state never overwrites a new one.
    const remove = this.#subscriptions.add(
      filter,
      (message) => (live ? handler(message) : caughtUp.then(() => handler(message))),
      options.group,
    )
    const kept = options.group === undefined ? [...this.#wire.retained(filter)] : []
    await this.#track(Promise.all(kept.map((each) => deliver([handler], asRetained(each), this.#wire.onError))))
    live = true
    resolve()
    return async () => remove()
  }

  async settled(): Promise<void> {
    while (this.#underway.size > 0) await Promise.allSettled(this.#underway)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true
    await this.settled()
  }

  #track<T>(work: Promise<T>): Promise<T> {
    this.#underway.add(work)
    const done = () => this.#underway.delete(work)
    work.then(done, done)
    return work
  }

  #assertOpen(): void {
    if (this.#closed) throw new BusClosed('the broker was closed')
  }
}

function asRetained({ topic, payload }: RetainedMessage): BusMessage {
  return { topic, payload, retained: true, properties: {} }
}

import { randomUUID } from 'node:crypto'
import type {
  Bus,
  BusMessage,
  Handler,
  PublishOptions,
  RequestOptions,
  Responder,
  SubscribeOptions,
  Unsubscribe,
} from './bus.ts'
import { BusClosed, NoResponder, RequestTimedOut } from './errors.ts'
import { deliver, Subscriptions, type OnHandlerError } from './subscriptions.ts'
import { assertFilter, assertTopic, topicMatches } from './topic.ts'

/** A bus inside one process: the same promises as the broker's, without the wire. */
export function createMemoryBus(options: { onError: OnHandlerError }): Bus {
  return new MemoryBus(options.onError)
}

class MemoryBus implements Bus {
  readonly #onError: OnHandlerError
  readonly #subscriptions = new Subscriptions()
  readonly #responders = new Map<string, { responders: Responder[]; turn: number }>()
  readonly #retained = new Map<string, BusMessage>()
  readonly #underway = new Set<Promise<unknown>>()
  readonly #closing = new AbortController()

  constructor(onError: OnHandlerError) {
    this.#onError = onError
  }

  async publish(topic: string, payload: string | Uint8Array, options: PublishOptions = {}): Promise<void> {
    this.#assertOpen()
    assertTopic(topic)
    const message: BusMessage = {
      topic,
      payload: toBytes(payload),
      retained: false,
      properties: options.properties ?? {},
    }
    if (options.retain) this.#retain(message)
    this.#deliver(this.#subscriptions.for(topic), message)
  }

  async subscribe(filter: string, handler: Handler, options: SubscribeOptions = {}): Promise<Unsubscribe> {
    this.#assertOpen()
    assertFilter(filter)
    const remove = this.#subscriptions.add(filter, handler, options.group)
    if (options.group === undefined)
      for (const [topic, message] of this.#retained) if (topicMatches(filter, topic)) this.#deliver([handler], message)
    return async () => remove()
  }

  async request(topic: string, payload: string | Uint8Array, options: RequestOptions = {}): Promise<BusMessage> {
    this.#assertOpen()
    assertTopic(topic)
    const entry = this.#responders.get(topic)
    const responder = entry?.responders[entry.turn++ % entry.responders.length]
    if (!responder) throw new NoResponder(`nobody answers requests on ${topic}`)
    const message = { topic, payload: toBytes(payload), retained: false, properties: options.properties ?? {} }
    const answer = this.#track(Promise.resolve().then(() => responder(message)))
    const reply = await withDeadline(answer, topic, options, this.#closing.signal)
    return { ...message, topic: `${topic}/reply/${randomUUID()}`, payload: toBytes(reply), properties: {} }
  }

  async respond(topic: string, responder: Responder): Promise<Unsubscribe> {
    this.#assertOpen()
    assertTopic(topic)
    const entry = this.#responders.getOrInsertComputed(topic, () => ({ responders: [], turn: 0 }))
    entry.responders.push(responder)
    return async () => {
      const at = entry.responders.indexOf(responder)
      if (at >= 0) entry.responders.splice(at, 1)
      if (entry.responders.length === 0) this.#responders.delete(topic)
    }
  }

  async settled(): Promise<void> {
    while (this.#underway.size > 0) await Promise.allSettled(this.#underway)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort(new BusClosed('the bus was closed'))
    await this.settled()
  }

  #retain(message: BusMessage): void {
    if (message.payload.length === 0) this.#retained.delete(message.topic)
    else this.#retained.set(message.topic, { ...message, retained: true })
  }

  #deliver(handlers: Handler[], message: BusMessage): void {
    if (handlers.length > 0) void this.#track(Promise.resolve().then(() => deliver(handlers, message, this.#onError)))
  }

  #track<T>(work: Promise<T>): Promise<T> {
    this.#underway.add(work)
    const done = () => this.#underway.delete(work)
    work.then(done, done)
    return work
  }

  #assertOpen(): void {
    this.#closing.signal.throwIfAborted()
  }
}

export function toBytes(payload: string | Uint8Array): Uint8Array {
  return typeof payload === 'string' ? Buffer.from(payload) : payload
}

/** Waits for an answer until the deadline, the caller's signal, or the end of the bus. */
export async function withDeadline<T>(
  answer: Promise<T>,
  topic: string,
  options: RequestOptions,
  closing: AbortSignal,
): Promise<T> {
  const timeoutMs = options.timeoutMs ?? 5_000
  const { promise: ended, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new RequestTimedOut(`no reply on ${topic} within ${timeoutMs} ms`)), timeoutMs)
  const onClose = () => reject(closing.reason)
  const onAbort = () => reject(options.signal?.reason)
  if (options.signal?.aborted) onAbort()
  closing.addEventListener('abort', onClose, { once: true })
  options.signal?.addEventListener('abort', onAbort, { once: true })
  try {
    return await Promise.race([answer, ended])
  } finally {
    clearTimeout(timer)
    closing.removeEventListener('abort', onClose)
    options.signal?.removeEventListener('abort', onAbort)
  }
}

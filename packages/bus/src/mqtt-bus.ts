import { randomUUID } from 'node:crypto'
import { Socket } from 'node:net'
import type { IPublishPacket, MqttClient } from 'mqtt'
import { generate } from 'mqtt-packet'
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
import { BusClosed, BusOverloaded, BusUnavailable, NoResponder } from './errors.ts'
import { toBytes, withDeadline } from './memory.ts'
import { type Address, replyAddress, toMessage, userProperties } from './mqtt-message.ts'
import { deliver, type OnHandlerError } from './subscriptions.ts'
import { assertFilter, assertTopic } from './topic.ts'

export interface MqttBusEvents {
  onError: OnHandlerError
  onConnection?(connected: boolean): void
}

/** Publishes that wait for their acknowledgement, at most. */
const maxUnacknowledged = 10_000
/** MQTT 5 §3.4.2.1: the broker knows no subscriber of that topic. */
const noMatchingSubscribers = 0x10

/** A bus on a connected client of mqtt.js. */
export class MqttBus implements Bus {
  readonly #client: MqttClient
  readonly #options: MqttBusEvents
  /** Handlers by the identifier of their subscription (MQTT 5 §3.8.2.1.2): exact, however filters overlap. */
  readonly #handlers = new Map<number, Set<Handler>>()
  readonly #identifiers = new Map<string, number>()
  /** What the broker granted and must be asked for again when it has forgotten us. */
  readonly #granted = new Map<string, 0 | 1>()
  readonly #waiting = new Map<string, (reply: BusMessage) => void>()
  readonly #underway = new Set<Promise<unknown>>()
  readonly #closing = new AbortController()
  readonly #replyTopic: string
  /** Packet identifiers that the broker acknowledged with the remark that nobody listens. */
  readonly #unheard = new Set<number>()
  /** Requests that the broker has not acknowledged, by their packet identifier. */
  readonly #unacknowledgedRequests = new Map<string, number>()
  #connection = randomUUID()
  #isConnected = true
  #unacknowledged = 0

  constructor(client: MqttClient, options: MqttBusEvents) {
    this.#client = client
    this.#options = options
    this.#replyTopic = `tali/reply/${client.options.clientId}`
  }

  async open(): Promise<void> {
    noDelay(this.#client)
    this.#client.on('connect', ({ sessionPresent }) => {
      noDelay(this.#client)
      this.#connection = randomUUID()
      void this.#restore(sessionPresent)
    })
    this.#client.on('close', () => this.#lost())
    this.#client.on('packetsend', (packet) => {
      if (packet.cmd !== 'publish' || packet.properties?.responseTopic === undefined) return
      const correlation = packet.properties.correlationData?.toString()
      if (correlation !== undefined && packet.messageId !== undefined)
        this.#unacknowledgedRequests.set(correlation, packet.messageId)
    })
    this.#client.on('error', (error) => this.#options.onError(error, '(connection)'))
    this.#client.on('packetreceive', (packet) => {
      if (packet.cmd === 'puback' && packet.reasonCode === noMatchingSubscribers && packet.messageId !== undefined)
        this.#unheard.add(packet.messageId)
    })
    // mqtt.js acknowledges one message before it reads the next. With an error here it reads on and acknowledges
    // nothing: we do so ourselves when the handlers are done, many at a time.
    this.#client.handleMessage = (packet, done) => {
      void this.#track(this.#receive(packet))
      done(new Error('acknowledged when handled'))
    }
    await this.subscribe(this.#replyTopic, (message) => this.#answered(message))
  }

  async publish(topic: string, payload: string | Uint8Array, options: PublishOptions = {}): Promise<void> {
    await this.#send(topic, payload, options)
  }

  async subscribe(filter: string, handler: Handler, options: SubscribeOptions = {}): Promise<Unsubscribe> {
    this.#assertOpen()
    assertFilter(filter)
    const wanted = options.group === undefined ? filter : `$share/${options.group.replaceAll('/', '-')}/${filter}`
    const identifier = this.#identifiers.getOrInsertComputed(wanted, () => this.#identifiers.size + 1)
    const handlers = this.#handlers.getOrInsertComputed(identifier, () => new Set())
    // One function may subscribe twice; each subscription is its own.
    const own: Handler = (message) => handler(message)
    handlers.add(own)
    try {
      await this.#ask(wanted, options.qos ?? 1)
    } catch (error) {
      handlers.delete(own)
      throw error
    }
    this.#granted.set(wanted, options.qos ?? 1)
    return async () => {
      handlers.delete(own)
      if (handlers.size > 0) return
      this.#granted.delete(wanted)
      if (!this.#closing.signal.aborted) await this.#client.unsubscribeAsync(wanted)
    }
  }

  async request(topic: string, payload: string | Uint8Array, options: RequestOptions = {}): Promise<BusMessage> {
    this.#assertOpen()
    if (!this.#client.connected) throw new BusUnavailable(`the broker is away; the request to ${topic} was not sent`)
    const correlation = randomUUID()
    const { promise: answer, resolve } = Promise.withResolvers<BusMessage>()
    this.#waiting.set(correlation, resolve)
    try {
      const sent = this.#send(
        topic,
        payload,
        { properties: options.properties },
        { responseTopic: this.#replyTopic, correlationData: Buffer.from(correlation) },
      )
      const answered = sent.then(
        (heard) => {
          this.#unacknowledgedRequests.delete(correlation)
          if (!heard) throw new NoResponder(`nobody answers requests on ${topic}`)
          return answer
        },
        (error: unknown) => {
          if (this.#unacknowledgedRequests.delete(correlation)) throw error
          throw new BusUnavailable(`the broker went away before it took over the request to ${topic}`, { cause: error })
        },
      )
      return await withDeadline(answered, topic, options, this.#closing.signal)
    } finally {
      this.#waiting.delete(correlation)
    }
  }

  respond(topic: string, responder: Responder, options: SubscribeOptions = {}): Promise<Unsubscribe> {
    assertTopic(topic)
    const answer = async (message: BusMessage) => {
      const { responseTopic, correlationData } = replyAddress(message)
      if (responseTopic === undefined) return
      await this.#send(responseTopic, await responder(message), {}, { correlationData })
    }
    return this.subscribe(topic, answer, { group: options.group ?? 'responders' })
  }

  async settled(): Promise<void> {
    while (this.#underway.size > 0) await Promise.allSettled(this.#underway)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#closing.signal.aborted) return
    this.#closing.abort(new BusClosed('the bus was closed'))
    await this.settled()
    await this.#client.endAsync(!this.#client.connected)
  }

  /** False when the broker knew of no subscriber. */
  async #send(
    topic: string,
    payload: string | Uint8Array,
    options: PublishOptions,
    request: Address = {},
  ): Promise<boolean> {
    this.#assertOpen()
    assertTopic(topic)
    if (this.#unacknowledged >= maxUnacknowledged)
      throw new BusOverloaded(`${maxUnacknowledged} messages already wait for the broker; ${topic} was not sent`)
    this.#unacknowledged += 1
    try {
      const packet = await this.#client.publishAsync(topic, Buffer.from(toBytes(payload)), {
        qos: options.qos ?? 1,
        retain: options.retain ?? false,
        properties: { ...userProperties(options.properties), ...request },
      })
      return !this.#unheard.delete(packet?.messageId ?? -1)
    } finally {
      this.#unacknowledged -= 1
    }
  }

  async #ask(wanted: string, qos: 0 | 1): Promise<void> {
    const subscriptionIdentifier = this.#identifiers.get(wanted)
    const granted = await this.#client.subscribeAsync(wanted, { qos, properties: { subscriptionIdentifier } })
    const refused = granted.find((each) => each.qos >= 0x80)
    if (refused) throw new Error(`the broker refused the subscription to ${wanted} (reason ${refused.qos})`)
  }

  /**
   * Subscribes again, unless the broker kept our session, and proves that messages come through by one to ourselves. A
   * connection that does not carry it is broken off, so that the next one is tried.
   */
  async #restore(sessionPresent: boolean): Promise<void> {
    const connection = this.#connection
    try {
      if (!sessionPresent)
        await Promise.all(this.#granted.entries().map(([wanted, qos]) => this.#askAgain(wanted, qos)))
      await this.request(this.#replyTopic, 'canary')
      if (connection === this.#connection) this.#tell(true)
    } catch (error) {
      if (connection !== this.#connection || this.#closing.signal.aborted) return
      this.#options.onError(error, '(reconnection)')
      this.#client.stream.destroy()
    }
  }

  /** What the broker refuses now is reported, and asked for again on the next connection. */
  async #askAgain(wanted: string, qos: 0 | 1): Promise<void> {
    try {
      await this.#ask(wanted, qos)
    } catch (error) {
      this.#options.onError(error, wanted)
    }
  }

  /**
   * A request must not be carried out long after its asker gave up: mqtt.js would send it again on the next connection,
   * whenever that is. Its packet identifier is free to be taken out, since no acknowledgement can come any more.
   */
  #lost(): void {
    this.#connection = randomUUID()
    const messageIds = [...this.#unacknowledgedRequests.values()]
    this.#unacknowledgedRequests.clear()
    for (const messageId of messageIds) this.#client.removeOutgoingMessage(messageId)
    this.#tell(false)
  }

  /** Every try to connect again ends in another 'close': that is no news. */
  #tell(connected: boolean): void {
    if (connected === this.#isConnected) return
    this.#isConnected = connected
    this.#options.onConnection?.(connected)
  }

  async #receive(packet: IPublishPacket): Promise<void> {
    const stream = this.#client.stream
    const identifiers = [packet.properties?.subscriptionIdentifier ?? []].flat()
    const handlers = identifiers.flatMap((identifier) => [...(this.#handlers.get(identifier) ?? [])])
    const ok = await deliver(
      handlers,
      toMessage(packet, { sender: this.#client.options.clientId ?? '', connection: this.#connection }),
      this.#options.onError,
    )
    if (packet.qos !== 1 || stream !== this.#client.stream || stream.destroyed) return
    // A message that no handler could take is not acknowledged: the broker sends it again on the next connection.
    if (ok && packet.messageId !== undefined)
      stream.write(generate({ cmd: 'puback', messageId: packet.messageId, reasonCode: 0 }, { protocolVersion: 5 }))
  }

  #answered(message: BusMessage): void {
    const { correlationData } = replyAddress(message)
    if (correlationData) this.#waiting.get(correlationData.toString())?.(message)
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

/** mqtt.js leaves Nagle's algorithm on: a command would wait 40 ms behind the acknowledgement of a state message. */
function noDelay(client: MqttClient): void {
  if (client.stream instanceof Socket) client.stream.setNoDelay(true)
}

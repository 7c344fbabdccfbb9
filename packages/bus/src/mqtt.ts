import { randomUUID } from 'node:crypto'
import { Socket } from 'node:net'
import { connectAsync, type IClientOptions, type IPublishPacket, type MqttClient } from 'mqtt'
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
import { BusClosed, BusOverloaded, NoResponder } from './errors.ts'
import { toBytes, withDeadline } from './memory.ts'
import { deliver, type OnHandlerError } from './subscriptions.ts'
import { assertFilter, assertTopic } from './topic.ts'

export interface MqttBusOptions {
  /** `mqtt://host:1883` or `mqtts://host:8883`. */
  url: string
  username?: string
  password?: string
  /** PEM of the authority that signed the broker's certificate, and of our own certificate and key for mTLS. */
  tls?: { ca?: string; cert?: string; key?: string }
  /** The client id, stable over restarts where a session is kept. Default: a random one. */
  clientId?: string
  /** How long the broker keeps our session and what arrives meanwhile (MQTT 5 §3.1.2.11.2). Default 0: not at all. */
  sessionExpirySeconds?: number
  /** Wait before each try to connect again. Default: between 1 and 3 s, by chance, so that a house does not come back all at once. */
  reconnectMs?: number
  onError: OnHandlerError
  /** The connection came or went. */
  onConnection?(connected: boolean): void
}

/** Publishes that wait for their acknowledgement, at most. */
const maxUnacknowledged = 10_000
/** Messages that the broker may send ahead of our acknowledgements (MQTT 5 §3.1.2.11.3). */
const receiveMaximum = 1_000
/** MQTT 5 §3.4.2.1: the broker knows no subscriber of that topic. */
const noMatchingSubscribers = 0x10

/** A bus over an MQTT 5 broker such as Mosquitto. Rejects when the first connection fails; later ones are tried again. */
export async function connectMqttBus(options: MqttBusOptions): Promise<Bus> {
  const settings: IClientOptions = {
    protocolVersion: 5,
    clientId: options.clientId ?? `tali-${randomUUID()}`,
    username: options.username,
    password: options.password,
    clean: (options.sessionExpirySeconds ?? 0) === 0,
    properties: { sessionExpiryInterval: options.sessionExpirySeconds ?? 0, receiveMaximum },
    keepalive: 15,
    connectTimeout: 5_000,
    reconnectPeriod: options.reconnectMs ?? 1_000 + Math.floor(Math.random() * 2_000),
    queueQoSZero: false,
    ...options.tls,
  }
  const client = await connectAsync(options.url, settings, false)
  const bus = new MqttBus(client, options)
  await bus.open()
  return bus
}

class MqttBus implements Bus {
  readonly #client: MqttClient
  readonly #options: MqttBusOptions
  /** Handlers by the identifier of their subscription (MQTT 5 §3.8.2.1.2): exact, however filters overlap. */
  readonly #handlers = new Map<number, Set<Handler>>()
  readonly #identifiers = new Map<string, number>()
  readonly #waiting = new Map<string, (reply: BusMessage) => void>()
  readonly #underway = new Set<Promise<unknown>>()
  readonly #closing = new AbortController()
  readonly #replyTopic: string
  /** Packet identifiers that the broker acknowledged with the remark that nobody listens. */
  readonly #unheard = new Set<number>()
  #connection = randomUUID()
  #unacknowledged = 0

  constructor(client: MqttClient, options: MqttBusOptions) {
    this.#client = client
    this.#options = options
    this.#replyTopic = `tali/reply/${client.options.clientId}`
  }

  async open(): Promise<void> {
    noDelay(this.#client)
    this.#client.on('connect', () => {
      noDelay(this.#client)
      this.#connection = randomUUID()
      this.#options.onConnection?.(true)
    })
    this.#client.on('close', () => this.#options.onConnection?.(false))
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
    const granted = await this.#client.subscribeAsync(wanted, {
      qos: options.qos ?? 1,
      properties: { subscriptionIdentifier: identifier },
    })
    const refused = granted.find((each) => each.qos >= 0x80)
    if (refused) {
      handlers.delete(own)
      throw new Error(`the broker refused the subscription to ${filter} (reason ${refused.qos})`)
    }
    return async () => {
      handlers.delete(own)
      if (handlers.size === 0 && !this.#closing.signal.aborted) await this.#client.unsubscribeAsync(wanted)
    }
  }

  async request(topic: string, payload: string | Uint8Array, options: RequestOptions = {}): Promise<BusMessage> {
    this.#assertOpen()
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
      const answered = sent.then((heard) => {
        if (!heard) throw new NoResponder(`nobody answers requests on ${topic}`)
        return answer
      })
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

  async #receive(packet: IPublishPacket): Promise<void> {
    const stream = this.#client.stream
    const identifiers = [packet.properties?.subscriptionIdentifier ?? []].flat()
    const handlers = identifiers.flatMap((identifier) => [...(this.#handlers.get(identifier) ?? [])])
    const ok = await deliver(handlers, this.#toMessage(packet), this.#options.onError)
    if (packet.qos !== 1 || stream !== this.#client.stream || stream.destroyed) return
    // A message that no handler could take is not acknowledged: the broker sends it again on the next connection.
    if (ok && packet.messageId !== undefined)
      stream.write(generate({ cmd: 'puback', messageId: packet.messageId, reasonCode: 0 }, { protocolVersion: 5 }))
  }

  #toMessage(packet: IPublishPacket): BusMessage {
    const message: BusMessage = {
      topic: packet.topic,
      payload: Buffer.isBuffer(packet.payload) ? packet.payload : Buffer.from(packet.payload),
      retained: packet.retain,
      delivery: {
        sender: this.#client.options.clientId ?? '',
        connection: this.#connection,
        packetId: packet.messageId,
        duplicate: packet.dup,
      },
      properties: readUserProperties(packet),
    }
    addresses.set(message, packet.properties ?? {})
    return message
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

interface Address {
  responseTopic?: string
  correlationData?: Buffer
}

/** Where a request wants its reply; kept beside the message, since the port's message has no such words. */
const addresses = new WeakMap<BusMessage, Address>()

function replyAddress(message: BusMessage): Address {
  return addresses.get(message) ?? {}
}

/** mqtt-packet writes nothing at all, without an error, when this object is empty. */
function userProperties(properties: Record<string, string> = {}): { userProperties?: Record<string, string> } {
  return Object.keys(properties).length > 0 ? { userProperties: properties } : {}
}

/** MQTT 5 lets a user property occur several times; the first counts. */
function readUserProperties(packet: IPublishPacket): Record<string, string> {
  const given = packet.properties?.userProperties ?? {}
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, Array.isArray(value) ? (value[0] ?? '') : value]),
  )
}

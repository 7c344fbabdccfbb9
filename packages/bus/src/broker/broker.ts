import { randomUUID } from 'node:crypto'
import { createServer, type Server, type Socket } from 'node:net'
import { once } from 'node:events'
import { Aedes, type AedesPublishPacket, type Client } from 'aedes'
import type { PubSub } from '../bus.ts'
import type { OnHandlerError } from '../subscriptions.ts'
import { createInside, type BrokerInside } from './inside.ts'
import { guardFrames } from './frame-guard.ts'
import { Retained, type RetainedMessage, type RetainedStore } from './retained.ts'

/**
 * Our own MQTT broker for devices (MQTT 3.1.1, aedes), inside this process. What makes it ours:
 * - A QoS 1 message is acknowledged to its sender only after the handlers of `topics` resolved: what a device was told is
 *   received, is in the journal. (aedes acknowledges before it distributes, so the handlers run in its publish
 *   authorisation, which comes first.)
 * - Sessions are always clean. A command must not reach a device hours late (SI-15), and no queue grows for an absentee.
 * - Every connection has TCP_NODELAY: without it a command waits 40 ms behind the acknowledgement of a state message.
 */
export interface Broker extends AsyncDisposable {
  /** The broker's inside, for the service that talks to devices. */
  readonly topics: PubSub
  readonly port: number
  stats(): BrokerStats
  /** Lets devices in. Rejects with the server's error, such as `EADDRINUSE`, when the port cannot be taken. */
  listen(): Promise<void>
}

export interface BrokerStats {
  clients: number
  received: number
  sent: number
  refused: number
  retained: number
}

export interface BrokerOptions {
  host: string
  /** 0 takes a free one. */
  port: number
  /** Who may connect, or null. Called once a connection; compares in constant time. */
  authenticate(username: string, password: Buffer): DeviceAccount | null
  onError: OnHandlerError
  /** Something a person should know, in plain words: a refused publish, a packet too large. */
  onNotice(notice: string): void
  /** Where retained messages outlive the process; without it they end with it. */
  retained?: RetainedStore
  /** Largest packet in bytes. Default 1 MiB. */
  maxPacketBytes?: number
  /** Default 1,000. */
  maxClients?: number
  /** Default 20,000; one more is not kept, and noticed. */
  maxRetained?: number
}

export interface DeviceAccount {
  readonly username: string
}

/**
 * A broker that holds what was retained and lets nobody in yet: whoever must not miss a message subscribes first, and
 * then lets it `listen`.
 */
export async function openBroker(options: BrokerOptions): Promise<Broker> {
  const broker = new EmbeddedBroker(options)
  await broker.open()
  return broker
}

/** A broker that devices can reach. Rejects as `listen` does. */
export async function startBroker(options: BrokerOptions): Promise<Broker> {
  const broker = await openBroker(options)
  await broker.listen()
  return broker
}

/** A message reaches all subscriptions of a client within a few others. */
const rememberedSent = 100

class EmbeddedBroker implements Broker {
  readonly #options: BrokerOptions
  readonly #aedes: Aedes
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  readonly #connections = new WeakMap<Client, string>()
  /** The numbers of the messages that a client was sent last. */
  readonly #sentTo = new WeakMap<Client, Set<number>>()
  readonly #retained: Retained
  readonly #topics: BrokerInside
  #received = 0
  #sent = 0
  #refused = 0

  constructor(options: BrokerOptions) {
    this.#options = options
    this.#retained = new Retained(options)
    this.#aedes = new Aedes({
      preConnect: (_client, packet, done) => {
        packet.clean = true
        done(null, this.#aedes.connectedClients < (options.maxClients ?? 1_000))
      },
      authenticate: (_client, username, password, done) => done(null, this.#mayConnect(username, password)),
      authorizePublish: (client, packet, done) => {
        this.#accept(client, packet).then(
          () => done(null),
          (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
        )
      },
      authorizeSubscribe: (_client, subscription, done) =>
        done(null, isReserved(subscription.topic) ? null : subscription),
      authorizeForward: (client, packet) => (this.#isFirst(client, packet) ? packet : null),
    })
    // aedes drops for a client what has a smaller number than something it got before, to send once what matches several
    // of its subscriptions. But a QoS 0 message overtakes a QoS 1 message inside aedes, and makes it be dropped. Without
    // an id it does not look; `#isFirst` does what was meant.
    this.#aedes.id = ''
    this.#topics = createInside({
      onError: options.onError,
      send: (message, retain) => this.#send(message, retain),
      retained: (filter) => this.#retained.matching(filter),
    })
    this.#server = createServer({ noDelay: true }, (socket) => this.#connect(socket))
  }

  get topics(): PubSub {
    return this.#topics
  }

  get port(): number {
    const address = this.#server.address()
    return typeof address === 'object' && address ? address.port : this.#options.port
  }

  stats(): BrokerStats {
    return {
      clients: this.#aedes.connectedClients,
      received: this.#received,
      sent: this.#sent,
      refused: this.#refused,
      retained: this.#retained.size,
    }
  }

  async open(): Promise<void> {
    await this.#aedes.listen()
    this.#aedes.on('clientError', (client, error) =>
      this.#options.onNotice(`MQTT client ${JSON.stringify(client.id)}: ${error.message}`),
    )
    this.#aedes.on('connectionError', (_client, error) =>
      this.#options.onNotice(`an MQTT connection failed: ${error.message}`),
    )
    for await (const message of this.#retained.load()) await this.#publish(message, true)
  }

  async listen(): Promise<void> {
    this.#server.listen({ host: this.#options.host, port: this.#options.port })
    await once(this.#server, 'listening')
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = this.#server.listening ? once(this.#server, 'close') : Promise.resolve()
    this.#server.close()
    await this.#topics[Symbol.asyncDispose]()
    await new Promise<void>((resolve) => this.#aedes.close(() => resolve()))
    for (const socket of this.#sockets) socket.destroy()
    await closed
  }

  #connect(socket: Socket): void {
    this.#sockets.add(socket)
    socket.once('close', () => this.#sockets.delete(socket))
    guardFrames(socket, this.#options.maxPacketBytes ?? 1_048_576, (bytes) => {
      this.#refused += 1
      this.#options.onNotice(
        `a packet of ${bytes} bytes from ${socket.remoteAddress} is larger than the broker takes; connection closed`,
      )
    })
    this.#aedes.handle(socket)
  }

  #mayConnect(username: string | undefined, password: Buffer | undefined): boolean {
    const known =
      username !== undefined && password !== undefined && this.#options.authenticate(username, password) !== null
    if (!known) this.#refused += 1
    return known
  }

  /** A publish from the wire, before it is acknowledged. A rejection closes the connection: the device sends again. */
  async #accept(client: Client | null, packet: PublishPacketIn): Promise<void> {
    if (isReserved(packet.topic)) {
      this.#refused += 1
      throw new Error(`may not publish on ${packet.topic}`)
    }
    this.#received += 1
    const payload = toBuffer(packet.payload)
    if (packet.retain) {
      // A copy: the parser's slice would keep its whole chunk of the network alive as long as the message is kept.
      packet.payload = Buffer.from(payload)
      packet.retain = await this.#retained.keep({
        topic: packet.topic,
        payload: packet.payload,
        qos: packet.qos === 0 ? 0 : 1,
      })
    }
    await this.#topics.receive({
      topic: packet.topic,
      payload,
      retained: false,
      delivery: client
        ? { ...this.#connectionOf(client), packetId: packet.messageId, duplicate: packet.dup ?? false }
        : undefined,
      properties: {},
    })
  }

  /** A client gets a message once, however many of its subscriptions match. */
  #isFirst(client: Client, { brokerCounter }: { brokerCounter: number }): boolean {
    const sent = this.#sentTo.getOrInsertComputed(client, () => new Set())
    if (sent.has(brokerCounter)) return false
    sent.add(brokerCounter)
    const [oldest] = sent
    if (sent.size > rememberedSent && oldest !== undefined) sent.delete(oldest)
    this.#sent += 1
    return true
  }

  #connectionOf(client: Client): { sender: string; connection: string } {
    const connection = this.#connections.getOrInsertComputed(client, () => randomUUID())
    return { sender: client.id, connection }
  }

  async #send(message: RetainedMessage, retain: boolean): Promise<void> {
    const kept = retain && (await this.#retained.keep(message))
    await this.#publish(message, kept)
  }

  #publish(message: RetainedMessage, retain: boolean): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const packet = { cmd: 'publish', ...message, payload: toBuffer(message.payload), retain, dup: false } as const
    this.#aedes.publish(packet, (error) => (error ? reject(error) : resolve()))
    return promise
  }
}

type PublishPacketIn = Pick<AedesPublishPacket, 'topic' | 'payload' | 'qos' | 'retain' | 'dup'> & { messageId?: number }

/** Topics of the services and of the broker itself are not for devices. */
function isReserved(topic: string): boolean {
  return topic.startsWith('$') || topic === 'tali' || topic.startsWith('tali/')
}

function toBuffer(payload: string | Uint8Array): Buffer {
  if (typeof payload === 'string') return Buffer.from(payload)
  return Buffer.isBuffer(payload) ? payload : Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength)
}

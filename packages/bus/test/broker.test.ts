import { once } from 'node:events'
import { connect as connectSocket } from 'node:net'
import { connectAsync, type MqttClient } from 'mqtt'
import { generate } from 'mqtt-packet'
import { afterEach, describe, expect, it } from 'vitest'
import type { BusMessage } from '../src/bus.ts'
import { startBroker, type Broker, type BrokerOptions, type RetainedMessage } from '../src/broker/index.ts'

describe('the embedded broker', () => {
  const disposables: AsyncDisposable[] = []
  const notices: string[] = []
  const errors: unknown[] = []

  const start = async (options: Partial<BrokerOptions> = {}): Promise<Broker> => {
    const broker = await startBroker({
      host: '127.0.0.1',
      port: 0,
      authenticate: (username, password) =>
        username === 'devices' && password.toString() === 'secret' ? { username } : null,
      onError: (error) => void errors.push(error),
      onNotice: (notice) => void notices.push(notice),
      ...options,
    })
    disposables.push(broker)
    return broker
  }
  const connect = async (
    broker: Broker,
    options: { clientId?: string; password?: string; clean?: boolean; reconnectPeriod?: number } = {},
  ): Promise<MqttClient> => {
    const client = await connectAsync(
      `mqtt://127.0.0.1:${broker.port}`,
      { protocolVersion: 4, username: 'devices', password: 'secret', reconnectPeriod: 0, ...options },
      false,
    )
    disposables.push({ [Symbol.asyncDispose]: () => client.endAsync(true) })
    client.on('error', () => {})
    return client
  }
  /** mqtt.js's typed emitter does not fit `once` of node:events. */
  const next = (client: MqttClient, event: 'message' | 'close' | 'packetreceive') =>
    new Promise<unknown[]>((resolve) => client.once(event, (...values: unknown[]) => resolve(values)))
  const text = (message: BusMessage) => Buffer.from(message.payload).toString()

  afterEach(async () => {
    for (const each of disposables.splice(0).reverse()) await each[Symbol.asyncDispose]()
    notices.length = 0
    errors.length = 0
  })

  it('acknowledges a device only when the message was taken', async () => {
    const broker = await start()
    const { promise: written, resolve: write } = Promise.withResolvers<void>()
    const { promise: begun, resolve: begin } = Promise.withResolvers<BusMessage>()
    await broker.topics.subscribe('sensor/#', async (message) => {
      begin(message)
      await written
    })
    const device = await connect(broker, { clientId: 'thermometer' })
    let acknowledged = false
    const sent = device.publishAsync('sensor/1', '21.4', { qos: 1 }).then(() => (acknowledged = true))
    const message = await begun
    expect(text(message)).toBe('21.4')
    expect(message.delivery).toMatchObject({ sender: 'thermometer', packetId: expect.any(Number), duplicate: false })
    // The broker answers a ping sent after the message, yet not the message.
    const pong = next(device, 'packetreceive')
    device.sendPing()
    await pong
    expect(acknowledged).toBe(false)
    write()
    await sent
  })

  it('loses no message where the qualities of service are mixed', async () => {
    const broker = await start()
    const lamp = await connect(broker)
    await lamp.subscribeAsync('lamp/+/set', { qos: 1 })
    const got: string[] = []
    const { promise: all, resolve } = Promise.withResolvers<void>()
    lamp.on('message', (topic) => got.push(topic) === 20 && resolve())
    const topics = Array.from({ length: 20 }, (_, n) => `lamp/${n}/set`)
    await Promise.all(topics.map((topic, n) => broker.topics.publish(topic, 'ON', { qos: n < 10 ? 1 : 0 })))
    await all
    expect(got.toSorted()).toEqual(topics.toSorted())
  })

  it('sends a message once to a client of which several subscriptions match', async () => {
    const broker = await start()
    const lamp = await connect(broker)
    await lamp.subscribeAsync(['lamp/+/set', 'lamp/#', 'lamp/1/set', 'end'], { qos: 1 })
    const got: string[] = []
    const { promise: end, resolve } = Promise.withResolvers<void>()
    lamp.on('message', (topic) => (topic === 'end' ? resolve() : got.push(topic)))
    await broker.topics.publish('lamp/1/set', 'ON')
    await broker.topics.publish('end', '')
    await end
    expect(got).toEqual(['lamp/1/set'])
  })

  it('closes the connection when a message could not be taken, and gets it again', async () => {
    const broker = await start()
    const heard: BusMessage[] = []
    const { promise: again, resolve } = Promise.withResolvers<void>()
    await broker.topics.subscribe('sensor/#', (message) => {
      heard.push(message)
      if (heard.length === 1) throw new Error('no room')
      resolve()
    })
    const device = await connect(broker, { reconnectPeriod: 10 })
    await device.publishAsync('sensor/1', 'x', { qos: 1 })
    await again
    const [first, second] = heard.map((message) => message.delivery)
    expect(second?.packetId).toBe(first?.packetId)
    expect(second?.connection).not.toBe(first?.connection)
    expect(errors.map(String)).toEqual(['Error: no room'])
  })

  it('carries commands to devices and states between them', async () => {
    const broker = await start()
    const lamp = await connect(broker)
    await lamp.subscribeAsync('lamp/set', { qos: 1 })
    const heard = next(lamp, 'message')
    await broker.topics.publish('lamp/set', 'ON')
    const [topic, payload] = await heard
    expect([topic, String(payload)]).toEqual(['lamp/set', 'ON'])
  })

  it('lets in only who is known', async () => {
    const broker = await start()
    await expect(connect(broker, { password: 'guess' })).rejects.toThrow(/not authorized|Bad username/i)
    expect(broker.stats().refused).toBe(1)
  })

  it('keeps devices out of the topics of the services', async () => {
    const broker = await start()
    const heard: string[] = []
    await broker.topics.subscribe('tali/#', (message) => void heard.push(text(message)))
    const device = await connect(broker)
    await expect(device.subscribeAsync('tali/#', { qos: 1 })).rejects.toThrow()
    const closed = next(device, 'close')
    device.publish('tali/core/turn/take', '{}', { qos: 1 })
    await closed
    expect(heard).toEqual([])
  })

  it('keeps no queue for an absent device, whatever session it asks for', async () => {
    const broker = await start()
    const first = await connect(broker, { clientId: 'sleeper', clean: false })
    await first.subscribeAsync('sleeper/set', { qos: 1 })
    await first.endAsync()
    await broker.topics.publish('sleeper/set', 'UNLOCK')
    const second = await connect(broker, { clientId: 'sleeper', clean: false })
    const heard: string[] = []
    second.on('message', (_topic, payload) => void heard.push(String(payload)))
    await second.subscribeAsync('fence', { qos: 1 })
    const fence = next(second, 'message')
    await broker.topics.publish('fence', 'fence')
    await fence
    expect(heard).toEqual(['fence'])
  })

  it('brings retained messages back after a restart, and hands them to late handlers before newer ones', async () => {
    const kept = new Map<string, RetainedMessage>()
    const retained = {
      async *load() {
        yield* kept.values()
      },
      save: async (message: RetainedMessage) => void kept.set(message.topic, { ...message }),
      remove: async (topic: string) => void kept.delete(topic),
    }
    const before = await start({ retained })
    const device = await connect(before)
    await device.publishAsync('homeassistant/light/1/config', '{"name":"Lamp"}', { qos: 1, retain: true })
    await device.publishAsync('homeassistant/light/2/config', 'gone', { qos: 1, retain: true })
    await device.publishAsync('homeassistant/light/2/config', '', { qos: 1, retain: true })
    await device.endAsync()
    await before[Symbol.asyncDispose]()

    const after = await start({ retained })
    const heard: string[] = []
    await after.topics.subscribe(
      'homeassistant/#',
      (message) => void heard.push(`${message.retained} ${message.topic} ${text(message)}`),
    )
    expect(heard).toEqual(['true homeassistant/light/1/config {"name":"Lamp"}'])
    const late = await connect(after)
    const again = next(late, 'message')
    await late.subscribeAsync('homeassistant/#', { qos: 1 })
    expect(String((await again)[1])).toBe('{"name":"Lamp"}')
  })

  it('does not keep more retained topics than its bound, and says so once', async () => {
    const broker = await start({ maxRetained: 2 })
    const device = await connect(broker)
    for (const n of [1, 2, 3, 4]) await device.publishAsync(`kept/${n}`, 'x', { qos: 1, retain: true })
    expect(broker.stats().retained).toBe(2)
    expect(notices.filter((notice) => notice.includes('not kept'))).toHaveLength(1)
  })

  it('ends a connection that announces a packet too large, without collecting it', async () => {
    const broker = await start({ maxPacketBytes: 10_000 })
    const socket = connectSocket(broker.port, '127.0.0.1')
    socket.on('error', () => {})
    const closed = once(socket, 'close')
    socket.write(
      generate({
        cmd: 'connect',
        protocolId: 'MQTT',
        protocolVersion: 4,
        clientId: 'big',
        clean: true,
        keepalive: 60,
        username: 'devices',
        password: Buffer.from('secret'),
      }),
    )
    // PUBLISH with a remaining length of 268,435,455 bytes (MQTT 3.1.1 §2.2.3, the largest there is).
    socket.write(Buffer.from([0x32, 0xff, 0xff, 0xff, 0x7f]))
    await closed
    expect(notices.join()).toContain('larger than the broker takes')
  })

  it('survives what is not MQTT', async () => {
    const broker = await start()
    for (const garbage of ['GET / HTTP/1.1\r\n\r\n', '\0\0\0\0', '\x10\xff\xff\xff\xff\xff']) {
      const socket = connectSocket(broker.port, '127.0.0.1')
      socket.on('error', () => {})
      const closed = once(socket, 'close')
      socket.end(Buffer.from(garbage, 'latin1'))
      await closed
    }
    const device = await connect(broker)
    await device.publishAsync('still', 'alive', { qos: 1 })
    expect(broker.stats().received).toBe(1)
  })
})

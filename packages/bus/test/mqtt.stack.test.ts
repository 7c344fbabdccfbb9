import { pbkdf2Sync, randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { makeCertificates, startContainer, type Certificates, type Container } from '@tali/trial-servers'
import { busContract } from '../src/contract.ts'
import { BusUnavailable, RequestTimedOut, type Bus } from '../src/index.ts'
import { connectMqttBus, type MqttBusOptions } from '../src/mqtt.ts'

const password = 'a-password-of-the-tests'
const subscribe = [
  'mosquitto_sub',
  '-h',
  '127.0.0.1',
  '-p',
  '8883',
  '--cafile',
  '/tls/ca',
  '-u',
  'health',
  '-P',
  password,
]

let broker: Container
let certificates: Certificates

beforeAll(async () => {
  certificates = await makeCertificates('mosquitto')
  broker = await startContainer({
    image: 'eclipse-mosquitto:2.1.2-alpine',
    port: 8883,
    command: ['mosquitto', '-c', '/tali/mosquitto.conf'],
    files: {
      '/tls/ca': certificates.ca,
      '/tls/crt': certificates.cert,
      '/tls/key': certificates.key,
      '/tali/mosquitto.conf': [
        'listener 8883',
        'certfile /tls/crt',
        'keyfile /tls/key',
        'allow_anonymous false',
        'password_file /tali/passwords',
        'acl_file /tali/acl',
        'max_queued_messages 0',
        'set_tcp_nodelay true',
        '',
      ].join('\n'),
      '/tali/passwords': ['core', 'guest', 'health'].map((user) => `${user}:${hash(password)}\n`).join(''),
      '/tali/acl': [
        'user core',
        'topic readwrite tali/#',
        'user health',
        'topic read $SYS/broker/uptime',
        'pattern readwrite tali/reply/%c',
        'pattern readwrite devices/%u/#',
        '',
      ].join('\n'),
    },
    ready: [...subscribe, '-t', '$SYS/broker/uptime', '-C', '1', '-W', '3'],
  })
})
afterAll(() => broker?.[Symbol.asyncDispose]())

function connect(options: Partial<MqttBusOptions> = {}): Promise<Bus> {
  return connectMqttBus({
    url: `mqtts://127.0.0.1:${broker.port}`,
    username: 'core',
    password,
    tls: { ca: certificates.ca },
    reconnectMs: 50,
    onError: () => {},
    ...options,
  })
}

busContract('the MQTT 5 bus on Mosquitto with TLS, passwords and an access list', async () => {
  const errors: unknown[] = []
  return { open: () => connect({ onError: (error) => void errors.push(error) }), topic: `tali/${randomUUID()}`, errors }
})

it('is let in by nobody but the broker of our authority, and only with its password', async () => {
  await expect(connect({ password: 'wrong' })).rejects.toThrow('Not authorized')
  await expect(connect({ tls: {} })).rejects.toThrow('certificate')
  await expect(connect({ tls: { ca: (await makeCertificates('mosquitto')).ca } })).rejects.toThrow('certificate')
  await expect(connect({ url: `mqtts://localhost:${broker.port}` }), 'another name').rejects.toThrow('altnames')
  await expect(connect({ url: `mqtt://127.0.0.1:${broker.port}` }), 'plain text').rejects.toThrow()
})

it('keeps apart whom the access list keeps apart', async () => {
  await using core = await connect()
  await using guest = await connect({ username: 'guest' })
  const heard = { core: [] as string[], guest: [] as string[] }
  await core.subscribe('tali/orders', ({ payload }) => void heard.core.push(Buffer.from(payload).toString()))
  // Mosquitto grants a subscription whose messages it then withholds: only what is heard counts.
  await guest.subscribe('tali/#', ({ payload }) => void heard.guest.push(Buffer.from(payload).toString()))
  await guest.subscribe('devices/guest/#', ({ payload }) => void heard.guest.push(Buffer.from(payload).toString()))
  await expect(guest.publish('tali/orders', 'of a guest')).rejects.toThrow('Not authorized')
  await expect(guest.publish('devices/other/state', 'of a guest')).rejects.toThrow('Not authorized')
  await core.publish('tali/orders', 'of core')
  await guest.publish('devices/guest/state', 'its own')
  await vi.waitFor(() => expect(heard).toEqual({ core: ['of core'], guest: ['its own'] }))
})

it('comes back by itself after a broker that was killed: subscribed again, requests and all', async () => {
  const topic = `tali/${randomUUID()}`
  const news: boolean[] = []
  await using sender = await connect({ onConnection: (connected) => void news.push(connected) })
  const heard: string[] = []
  const { promise: back, resolve: isBack } = Promise.withResolvers<void>()
  await using listener = await connect({ onConnection: (connected) => void (connected && isBack()) })
  await listener.subscribe(`${topic}/#`, ({ payload }) => void heard.push(Buffer.from(payload).toString()))
  await listener.respond(`${topic}-ask`, async () => 'here')
  await broker.kill()
  await vi.waitFor(() => expect(news).toEqual([false]))
  await expect(sender.request(`${topic}-ask`, '')).rejects.toBeInstanceOf(BusUnavailable)
  await broker.start()
  await back
  await vi.waitFor(() => expect(news).toEqual([false, true]), { timeout: 10_000 })
  for (let i = 0; i < 20; i++) await sender.publish(`${topic}/a`, String(i))
  await vi.waitFor(() => expect(heard).toEqual(Array.from({ length: 20 }, (_, i) => String(i))))
  expect(Buffer.from((await sender.request(`${topic}-ask`, '')).payload).toString()).toBe('here')
})

it('keeps what is published while the broker is away, and sends it in order', async () => {
  const topic = `tali/${randomUUID()}`
  // Long enough for the listener to be there first: a broker without a session for it keeps nothing for it.
  await using sender = await connect({ reconnectMs: 3_000 })
  await broker.kill()
  const published = Array.from({ length: 50 }, (_, i) => sender.publish(topic, String(i)))
  await broker.start()
  await using listener = await connect()
  const heard: string[] = []
  await listener.subscribe(topic, ({ payload }) => void heard.push(Buffer.from(payload).toString()))
  await Promise.all(published)
  await vi.waitFor(() => expect(heard).toEqual(Array.from({ length: 50 }, (_, i) => String(i))))
})

it('notices a broker that falls silent, also while it is talked to, and finds the next one', async () => {
  const topic = `tali/${randomUUID()}`
  const { promise: gone, resolve: isGone } = Promise.withResolvers<void>()
  const { promise: back, resolve: isBack } = Promise.withResolvers<void>()
  await using asker = await connect({ onConnection: (connected) => (connected ? isBack() : isGone()) })
  await using responder = await connect()
  const asked: string[] = []
  await responder.respond(topic, async ({ payload }) => {
    asked.push(Buffer.from(payload).toString())
    return ''
  })
  await asker.request(topic, 'before')
  await broker.freeze()
  const begun = performance.now()
  await expect(asker.request(topic, 'during', { timeoutMs: 1_000 })).rejects.toBeInstanceOf(RequestTimedOut)
  const talking = setInterval(() => void asker.publish(`${topic}-noise`, '').catch(() => {}), 500)
  await gone
  clearInterval(talking)
  expect(performance.now() - begun).toBeLessThan(25_000)
  // Killed while it stands still, so that it never reads what lies in its sockets.
  await broker.kill()
  await broker.start()
  await back
  await vi.waitFor(() => asker.request(topic, 'after'), { timeout: 10_000 })
  expect(asked).toEqual(['before', 'after'])
})

it('waits behind no acknowledgement: TCP_NODELAY is on at both ends, through TLS too', async () => {
  const topic = `tali/${randomUUID()}`
  await using asker = await connect()
  await using responder = await connect()
  await responder.respond(topic, async () => 'pong')
  const tookMs: number[] = []
  for (let i = 0; i < 50; i++) {
    const begun = performance.now()
    await asker.request(topic, 'ping')
    tookMs.push(performance.now() - begun)
  }
  // With Nagle's algorithm anywhere on the way, each of them takes 40 ms and more.
  expect(tookMs.sort((a, b) => a - b)[25]).toBeLessThan(20)
})

/** As mosquitto_passwd writes it: PBKDF2 with SHA-512. */
function hash(text: string): string {
  const salt = randomBytes(12)
  const digest = pbkdf2Sync(text, salt, 101, 64, 'sha512')
  return `$7$101$${salt.toString('base64')}$${digest.toString('base64')}`
}

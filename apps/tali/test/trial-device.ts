import { connectAsync, type MqttClient } from 'mqtt'

const sensor = { name: 'Trial count', uniq_id: 'trial_count', stat_t: 'trial/count' }
const lamp = {
  name: 'Trial lamp',
  uniq_id: 'trial_lamp',
  schema: 'json',
  stat_t: 'trial/lamp',
  cmd_t: 'trial/lamp/set',
  brightness: true,
}
const lock = { name: 'Trial lock', uniq_id: 'trial_lock', stat_t: 'trial/lock', cmd_t: 'trial/lock/set' }
const about: [topic: string, payload: string][] = [
  ['homeassistant/sensor/trial_count/config', JSON.stringify(sensor)],
  ['homeassistant/light/trial_lamp/config', JSON.stringify(lamp)],
  ['homeassistant/lock/trial_lock/config', JSON.stringify(lock)],
  ['trial/lamp', '{"state":"OFF"}'],
  ['trial/lock', 'LOCKED'],
]
const inFlight = 4

/**
 * A device that counts as fast as it is acknowledged, with a lamp that remembers what it was sent and a lock. It comes
 * back by itself and sends again what was not acknowledged (MQTT 3.1.1 §4.4).
 */
export class TrialDevice implements AsyncDisposable {
  /** What the house acknowledged. */
  readonly acknowledged: number[] = []
  /** Payloads by the topic they came on. */
  readonly commands = { 'trial/lamp/set': new Array<string>(), 'trial/lock/set': new Array<string>() }
  readonly #client: MqttClient
  #next = 1

  constructor(client: MqttClient) {
    this.#client = client
    // A killed house breaks the connection: that is what is tried.
    client.on('error', () => undefined)
    client.on('message', (topic, payload) => this.#obey(topic, payload.toString()))
  }

  static async connect(port: number, password: string): Promise<TrialDevice> {
    const client = await connectAsync(`mqtt://127.0.0.1:${port}`, {
      username: 'devices',
      password,
      clientId: 'trial-device',
      clean: false,
      protocolVersion: 4,
      reconnectPeriod: 20,
    })
    const device = new TrialDevice(client)
    client.on('connect', () => device.#announce())
    device.#announce()
    return device
  }

  /** Counts until told to stop; resolves when all it sent is acknowledged. */
  async count(until: AbortSignal): Promise<void> {
    const one = async () => {
      while (!until.aborted) {
        const value = this.#next++
        await this.#client.publishAsync('trial/count', String(value), { qos: 1 })
        this.acknowledged.push(value)
      }
    }
    await Promise.all(Array.from({ length: inFlight }, one))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#client.endAsync(true)
  }

  /** As real devices do on every connection. */
  #announce(): void {
    this.#client.subscribe(['trial/lamp/set', 'trial/lock/set'], { qos: 1 })
    for (const [topic, payload] of about) this.#client.publish(topic, payload, { qos: 1, retain: true })
  }

  #obey(topic: string, payload: string): void {
    if (topic !== 'trial/lamp/set' && topic !== 'trial/lock/set') return
    this.commands[topic].push(payload)
    if (topic === 'trial/lamp/set') this.#client.publish('trial/lamp', payload, { qos: 1, retain: true })
  }
}

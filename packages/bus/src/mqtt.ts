import { randomUUID } from 'node:crypto'
import { connectAsync, type IClientOptions } from 'mqtt'
import type { Bus } from './bus.ts'
import { MqttBus } from './mqtt-bus.ts'
import type { OnHandlerError } from './subscriptions.ts'

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
  /** The connection went, or is back: subscribed again, and a message of ours made the round. */
  onConnection?(connected: boolean): void
}

/** Messages that the broker may send ahead of our acknowledgements (MQTT 5 §3.1.2.11.3). */
const receiveMaximum = 1_000

/**
 * A bus over an MQTT 5 broker such as Mosquitto. Rejects when the first connection fails; later ones are tried again. A
 * broker that falls silent is noticed within 23 s. The user needs to read and write `tali/reply/<client id>`.
 */
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
    // We subscribe again ourselves, to learn what the broker refuses.
    resubscribe: false,
    // Without it mqtt.js gives up for good when a broker that is starting says "not now".
    reconnectOnConnackError: true,
    // A ping goes out however much is sent: only an answer shows that somebody is there.
    reschedulePings: false,
    ...options.tls,
  }
  const client = await connectAsync(options.url, settings, false)
  const bus = new MqttBus(client, options)
  await bus.open()
  return bus
}

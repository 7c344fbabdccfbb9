import { connect, type MqttClient } from 'mqtt'
import { bridgeOffline, bridgeTopic } from './discovery.ts'
import type { Outgoing } from './house.ts'

/** The house's door to the broker. */
export interface Edge extends AsyncDisposable {
  /** Sends a message; one that cannot be sent now is dropped, since the house introduces itself again on connecting. */
  send(message: Outgoing): void
}

export interface EdgeEvents {
  /** Connected, for the first time or again, and subscribed. */
  connected(): void
  message(topic: string, payload: string): void
  failed(error: Error): void
}

export interface EdgeOptions {
  /** Such as `mqtt://127.0.0.1:1883`. */
  readonly url: string
  readonly username?: string | undefined
  readonly password?: string | undefined
  /** PEM of the authority that signed the broker's certificate, for `mqtts://`. */
  readonly ca?: string | undefined
  readonly subscriptions: readonly string[]
}

const goodbyeMs = 2_000

/** Makes an edge; tests put a recorded one in its place. */
export type OpenEdge = (options: EdgeOptions, events: EdgeEvents) => Edge

/** Connects to a broker with MQTT 3.1.1, and again whenever the connection is lost. */
export const openMqttEdge: OpenEdge = ({ url, username, password, ca, subscriptions }, events) => {
  const client = connect(url, {
    protocolVersion: 4,
    clientId: `tali-demo-home-${process.pid}`,
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    ...(ca !== undefined && { ca }),
    keepalive: 30,
    reconnectPeriod: 1_000,
    queueQoSZero: false,
    resubscribe: false,
    will: { topic: bridgeTopic, payload: Buffer.from(bridgeOffline), qos: 1, retain: true },
  })
  client.on('connect', () => {
    withoutDelay(client)
    client.subscribe([...subscriptions], { qos: 1 }, (error) => {
      if (error) events.failed(error)
      else events.connected()
    })
  })
  client.on('message', (topic, payload) => events.message(topic, payload.toString('utf8')))
  client.on('error', (error) => events.failed(error))
  return {
    send({ topic, payload, retain }) {
      if (!client.connected) return
      client.publish(topic, payload, { qos: 1, retain }, (error) => {
        if (error) events.failed(error)
      })
    },
    async [Symbol.asyncDispose]() {
      // Last words are waited for, but not for ever: a broker may have gone without a word.
      const impatience = setTimeout(() => client.end(true), goodbyeMs)
      await client.endAsync(!client.connected)
      clearTimeout(impatience)
    },
  }
}

/** Neither mqtt.js nor aedes sets TCP_NODELAY; an answer would wait 40 ms behind an acknowledgement. */
function withoutDelay(client: MqttClient): void {
  const { stream } = client
  if ('setNoDelay' in stream && typeof stream.setNoDelay === 'function') stream.setNoDelay(true)
}

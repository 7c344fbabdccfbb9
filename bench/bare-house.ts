// The least that can turn an HTTP request into an MQTT command: fastify and our broker, nothing between. The floor of
// the benches: start-bare-house.ts starts it and is told address and port as JSON on stdout.
import { once } from 'node:events'
import { startBroker } from '@tali/bus/broker'
import Fastify from 'fastify'

const broker = await startBroker({
  host: '127.0.0.1',
  port: 0,
  authenticate: (username) => ({ username }),
  onError: (error) => console.error(error),
  onNotice: (notice) => console.error(notice),
})
const server = Fastify()
server.post<{ Body: { topic: string; payload: string } }>('/command', async ({ body }) => {
  await broker.topics.publish(body.topic, body.payload, { qos: 1 })
  return { done: true }
})
const address = await server.listen({ host: '127.0.0.1', port: 0 })
console.log(JSON.stringify({ address, mqttPort: broker.port }))
await once(process, 'SIGTERM')
await server.close()
await broker[Symbol.asyncDispose]()

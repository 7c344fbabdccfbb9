import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { Aedes } from 'aedes'
import { describe, expect, it } from 'vitest'
import { startDemoHome } from '../src/index.ts'

/** A real broker on a free port, with what it holds. */
async function broker() {
  const aedes = await Aedes.createBroker({
    authenticate: (_client, username, password, done) =>
      done(null, username === 'house' && password?.toString() === 'secret'),
  })
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    aedes.handle(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const messages = new Map<string, string>()
  const waiting = new Map<string, (payload: string) => void>()
  aedes.on('publish', ({ topic, payload }) => {
    messages.set(topic, payload.toString())
    waiting.get(topic)?.(payload.toString())
  })
  return {
    url: `mqtt://127.0.0.1:${port}`,
    messages,
    next: (topic: string) => new Promise<string>((resolve) => waiting.set(topic, resolve)),
    publish: (topic: string, payload: string) =>
      new Promise<void>((resolve, reject) =>
        aedes.publish(
          { cmd: 'publish', topic, payload: Buffer.from(payload), qos: 1, retain: false, dup: false },
          (error) => (error ? reject(error) : resolve()),
        ),
      ),
    cut: () => sockets.forEach((socket) => socket.destroy()),
    async [Symbol.asyncDispose]() {
      await new Promise<void>((resolve) => aedes.close(() => resolve()))
      server.close()
      await once(server, 'close')
    },
  }
}

describe('the demo home on a real broker', () => {
  it('introduces itself, obeys, comes back after a cut, and says goodbye', async () => {
    await using hub = await broker()
    const lastConfig = hub.next('demo/ben')
    const home = await startDemoHome({ url: hub.url, username: 'house', password: 'secret', seed: 3 })
    await lastConfig
    expect([...hub.messages.keys()].filter((topic) => topic.endsWith('/config')).length).toBeGreaterThan(60)
    expect(hub.messages.get('demo/bridge/state')).toBe('{"state":"online"}')

    const answer = hub.next('demo/kitchen_light')
    await hub.publish('demo/kitchen_light/set', '{"state":"ON","brightness":100}')
    expect(JSON.parse(await answer)).toMatchObject({ state: 'ON', brightness: 100 })

    // The broker speaks the last will of a client that vanished; then the house is back by itself.
    const will = hub.next('demo/bridge/state')
    hub.cut()
    expect(await will).toBe('{"state":"offline"}')
    expect(await hub.next('demo/bridge/state')).toBe('{"state":"online"}')

    await home[Symbol.asyncDispose]()
    expect(hub.messages.get('demo/bridge/state')).toBe('{"state":"offline"}')
  })
})

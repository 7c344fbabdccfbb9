import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** A real Mosquitto of this machine, on a free port, behind a wire that tests can cut. */
export interface Mosquitto extends AsyncDisposable {
  readonly url: string
  /** Breaks the connection of a client, as a pulled plug would. */
  cut(clientId: string): void
  /** From now on nothing of what a client sends gets through, until its connection is cut. */
  swallow(clientId: string): void
}

export async function startMosquitto(): Promise<Mosquitto> {
  const dir = await mkdtemp(join(tmpdir(), 'tali-mosquitto-'))
  const port = await freePort()
  await writeFile(
    join(dir, 'conf'),
    `listener ${port} 127.0.0.1\nallow_anonymous true\nmax_queued_messages 0\nset_tcp_nodelay true\n`,
  )
  const broker = spawn('mosquitto', ['-v', '-c', join(dir, 'conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin` },
  })
  broker.once('error', (error) => {
    throw new Error('mosquitto is not on this machine: apt-get install -y mosquitto', { cause: error })
  })
  const lines = createInterface(broker.stderr)
  const { promise: ready, resolve } = Promise.withResolvers<void>()
  lines.on('line', (line) => line.includes('running') && resolve())
  await ready
  const wire = await startWire(port)
  return {
    url: `mqtt://127.0.0.1:${wire.port}`,
    cut: (clientId) => wire.cut(clientId),
    swallow: (clientId) => wire.swallow(clientId),
    async [Symbol.asyncDispose]() {
      await wire.close()
      broker.kill('SIGTERM')
      await once(broker, 'exit')
      await rm(dir, { recursive: true })
    },
  }
}

async function startWire(port: number) {
  const links = new Map<Socket, { peer: Socket; hello: Buffer }>()
  const server = createServer({ noDelay: true }, (client) => {
    const peer = connect({ port, host: '127.0.0.1', noDelay: true })
    const link = { peer, hello: Buffer.alloc(0) }
    links.set(client, link)
    client.once('data', (chunk) => (link.hello = Buffer.from(chunk)))
    client.pipe(peer).pipe(client)
    for (const socket of [client, peer]) {
      socket.on('error', () => socket.destroy())
      socket.once('close', () => {
        links.delete(client)
        client.destroy()
        peer.destroy()
      })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    cut(clientId: string) {
      for (const [client, { peer, hello }] of links)
        if (hello.includes(clientId)) {
          client.destroy()
          peer.resetAndDestroy()
        }
    },
    swallow(clientId: string) {
      for (const [client, { peer, hello }] of links) if (hello.includes(clientId)) client.unpipe(peer).resume()
    },
    async close() {
      for (const client of links.keys()) client.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

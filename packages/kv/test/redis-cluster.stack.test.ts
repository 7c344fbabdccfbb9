import { afterAll, beforeAll, expect, it } from 'vitest'
import { startContainer, type Container } from '@tali/trial-servers'
import { kvContract, type KvUnderTest } from '../src/contract.ts'
import { KvUnavailable, type Kv } from '../src/index.ts'
import { connectRedisKv } from '../src/redis/index.ts'

/** One node that owns every slot: it refuses what touches two slots at once, as a larger cluster does. */
let node: Container

beforeAll(async () => {
  node = await startContainer({
    image: 'redis:8.0.6',
    port: 6379,
    command: ['redis-server', '--cluster-enabled', 'yes', '--appendonly', 'yes', '--appendfsync', 'always'],
    ready: ['redis-cli', 'ping'],
  })
  await node.exec('redis-cli', 'config', 'set', 'cluster-announce-ip', '127.0.0.1')
  await node.exec('redis-cli', 'config', 'set', 'cluster-announce-port', String(node.port))
  await node.exec('redis-cli', 'cluster', 'addslotsrange', '0', '16383')
  await node.exec('sh', '-c', 'until redis-cli cluster info | grep -q cluster_state:ok; do :; done')
})
afterAll(() => node?.[Symbol.asyncDispose]())

const connect = (): Promise<Kv> => {
  const url = `redis://127.0.0.1:${node.port}`
  return connectRedisKv({ url: [url, url] })
}

kvContract('redis:8.0.6 as a cluster', async (): Promise<KvUnderTest> => {
  let kv = await connect()
  return {
    kv,
    async reopen() {
      await kv[Symbol.asyncDispose]()
      return (kv = await connect())
    },
    async close() {
      await kv[Symbol.asyncDispose]()
    },
  }
})

it('rejects while the cluster is away', async () => {
  await using kv = await connect()
  const stream = kv.stream('away')
  await stream.createGroup('g', 'end')
  const waiting = expect(stream.read('g', 'c', { blockMs: 60_000 })).rejects.toBeInstanceOf(KvUnavailable)
  await node.kill()
  await waiting
  for (let i = 0; i < 3; i++) await expect(kv.get('a')).rejects.toBeInstanceOf(KvUnavailable)
  await expect(Array.fromAsync(kv.keys(''))).rejects.toBeInstanceOf(KvUnavailable)
  await expect(connect()).rejects.toBeInstanceOf(KvUnavailable)
})

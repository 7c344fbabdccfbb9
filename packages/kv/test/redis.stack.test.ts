import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { makeCertificates, startContainer, type Certificates, type Container } from '@tali/trial-servers'
import { kvContract, type KvUnderTest } from '../src/contract.ts'
import { JournalFull, KvFailed, KvUnavailable, NoSuchGroup, type Kv } from '../src/index.ts'
import { connectRedisKv, type ConnectRedisKvOptions, type RedisFault } from '../src/redis/index.ts'

const servers = [
  { image: 'redis:8.0.6', program: 'redis' },
  { image: 'valkey/valkey:9.1.2', program: 'valkey' },
]
const password = 'a-password-of-the-tests'

describe.each(servers)('$image', ({ image, program }) => {
  let server: Container
  let certificates: Certificates
  const cli = [`${program}-cli`, '--tls', '--cacert', '/tls/ca', '--user', 'health', '--pass', password]

  beforeAll(async () => {
    certificates = await makeCertificates(program)
    server = await startContainer({
      image,
      port: 6379,
      command: [`${program}-server`, '/etc/server.conf'],
      files: {
        '/tls/crt': certificates.cert,
        '/tls/key': certificates.key,
        '/tls/ca': certificates.ca,
        '/etc/server.conf': [
          'port 0',
          'tls-port 6379',
          'tls-cert-file /tls/crt',
          'tls-key-file /tls/key',
          'tls-ca-cert-file /tls/ca',
          'tls-auth-clients no',
          'dir /data',
          'appendonly yes',
          'appendfsync always',
          'maxmemory 256mb',
          'maxmemory-policy noeviction',
          'aclfile /etc/users.acl',
        ].join('\n'),
        '/etc/users.acl': [
          // With its rights, though nobody can be it: loading the append-only file, Redis 8.0 and older leaves out, without
          // a word, every transaction that the default user may not run (redis/redis#14541, valkey-io/valkey#3983).
          'user default off resetpass ~* &* +@all',
          `user health on >${password} +ping +flushall +config|set`,
          `user core on >${password} ~tali:* +@all -@admin -@dangerous`,
          '',
        ].join('\n'),
      },
      ready: [...cli, 'ping'],
    })
  })
  afterAll(() => server?.[Symbol.asyncDispose]())

  const connect = (options: Partial<ConnectRedisKvOptions> = {}): Promise<Kv> =>
    connectRedisKv({
      url: `rediss://127.0.0.1:${server.port}`,
      username: 'core',
      password,
      ca: certificates.ca,
      ...options,
    })

  kvContract(image, async (): Promise<KvUnderTest> => {
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

  it('lets nobody in with a wrong password, no certificate it knows, or in plain text', async () => {
    await expect(connect({ password: 'wrong' })).rejects.toBeInstanceOf(KvFailed)
    const { ca } = await makeCertificates(program)
    await expect(connect({ ca })).rejects.toBeInstanceOf(KvUnavailable)
    await expect(connect({ url: `redis://127.0.0.1:${server.port}` })).rejects.toBeInstanceOf(KvUnavailable)
    await expect(connect({ prefix: 'somebody-elses:' })).rejects.toThrow('NOPERM')
  })

  it('keeps a volatile key from a process of the same name, and from others once its process is dead', async () => {
    await using before = await connect({ instance: 'core' })
    await using other = await connect()
    await before.set('question', 'yes?', { volatile: true, ttlMs: 60_000 })
    expect(await other.get('question'), 'shared while its process lives').toBe('yes?')
    // As after kill -9: nothing was given back.
    await using after = await connect({ instance: 'core' })
    expect(await after.get('question')).toBeNull()
    expect(await other.get('question')).toBeNull()
    await before.set('question', 'again?', { volatile: true })
    expect(await after.set('question', 'mine', { volatile: true, onlyIfAbsent: true })).toBe(true)
    expect(await Array.fromAsync(other.keys('question'))).toEqual(['question'])
    await before.set('question', 'again?', { volatile: true })
    expect(await Array.fromAsync(other.keys('question'))).toEqual([])
    expect(await other.delete('question')).toBe(false)
  })

  it('keeps over a kill of the server what it said is kept, also where the server syncs once a second', async () => {
    await server.exec(...cli, 'config', 'set', 'appendfsync', 'everysec')
    await using kv = await connect()
    const name = `durable:${randomUUID()}`
    const stream = kv.stream(name)
    const keys = Array.from({ length: 50 }, () => `durable:${randomUUID()}`)
    const [ids] = await Promise.all([
      Promise.all(keys.map((key) => stream.append(key, 'second', 'third'))),
      Promise.all(keys.map((key) => kv.set(key, 'kept', { durable: true }))),
    ])
    await server.kill()
    await server.start()
    await using again = await connect()
    expect(await Promise.all(keys.map((key) => again.get(key)))).toEqual(keys.map(() => 'kept'))
    const kept = await again.stream(name).tail(1_000)
    expect(kept.map((entry) => entry.id)).toEqual(ids.flat())
  })

  it('says that a stream is full, loses nothing of it, and takes more when there is room', async () => {
    await using kv = await connect({ maxStreamBytes: 1_000_000 })
    const stream = kv.stream(`full:${randomUUID()}`, { keep: 10 })
    await stream.createGroup('slow', 'beginning')
    await stream.createGroup('quick', 'beginning')
    const appended: string[] = []
    const fill = async (): Promise<void> => {
      for (;;) appended.push(...(await stream.append(...Array.from({ length: 10 }, () => 'x'.repeat(1_000)))))
    }
    await expect(fill()).rejects.toBeInstanceOf(JournalFull)
    expect(appended.length).toBeGreaterThan(500)
    await stream.acknowledge(
      'quick',
      (await stream.read('quick', 'c', { count: 10_000 })).map((entry) => entry.id),
    )
    await expect(stream.append('x'.repeat(100_000)), 'one group has not read').rejects.toBeInstanceOf(JournalFull)
    const read = await stream.read('slow', 'c', { count: 10_000 })
    expect(read.map((entry) => entry.id)).toEqual(appended)
    await stream.acknowledge('slow', appended.slice(0, -200))
    await stream.append('x'.repeat(100_000))
    const { groups, length } = await stream.info()
    expect(groups.map(({ name, pending, lag }) => ({ name, pending, lag }))).toEqual([
      { name: 'quick', pending: 0, lag: 1 },
      { name: 'slow', pending: 200, lag: 1 },
    ])
    expect(length).toBeGreaterThanOrEqual(201)
    expect(length).toBeLessThan(appended.length)
  })

  it('drops what is beyond keep when everybody has acknowledged it, and nothing before', async () => {
    await using kv = await connect()
    const stream = kv.stream(`kept:${randomUUID()}`, { keep: 200 })
    await stream.createGroup('g', 'beginning')
    const ids: string[] = []
    for (let i = 0; i < 100; i++) ids.push(...(await stream.append(...Array.from({ length: 10 }, () => 'x'))))
    expect((await stream.info()).length).toBe(1_000)
    await stream.read('g', 'c', { count: 1_000 })
    await stream.acknowledge('g', ids)
    await stream.append('last')
    const { length } = await stream.info()
    expect(length).toBeGreaterThanOrEqual(200)
    expect(length).toBeLessThanOrEqual(400)
  })

  it('rejects at once while the server is away, says so once, and goes on by itself', async () => {
    const faults: RedisFault['kind'][] = []
    await using kv = await connect({ log: ({ kind }) => faults.push(kind) })
    const stream = kv.stream(`away:${randomUUID()}`)
    await stream.createGroup('g', 'beginning')
    const [first] = await stream.append('before')
    await stream.read('g', 'c')
    const waiting = expect(stream.read('g', 'c', { blockMs: 60_000 })).rejects.toBeInstanceOf(KvUnavailable)
    await server.kill()
    await waiting
    const calls = Array.from({ length: 1_000 }, () => kv.set('away', 'x'))
    for (const outcome of await Promise.allSettled(calls)) expect(outcome.status).toBe('rejected')
    await expect(kv.get('away')).rejects.toBeInstanceOf(KvUnavailable)
    await expect(stream.read('g', 'c')).rejects.toBeInstanceOf(KvUnavailable)
    await server.start()
    await vi.waitFor(() => kv.get('away'), { timeout: 10_000 })
    await vi.waitFor(() => stream.append('after'), { timeout: 10_000 })
    const entries = await stream.read('g', 'c')
    expect(entries, 'entries that a lost reply may have held come again').toMatchObject([
      { id: first, value: 'before', deliveries: 2 },
    ])
    expect((await stream.read('g', 'c', { blockMs: 1_000 })).map((entry) => entry.value)).toEqual(['after'])
    expect(faults).toEqual(expect.arrayContaining(['unreachable', 'reachable-again']))
    expect(faults.filter((kind) => kind === 'unreachable').length, 'once for each connection').toBeLessThanOrEqual(3)
  })

  it('notices a server that keeps its sockets open and says nothing', async () => {
    await using kv = await connect()
    await kv.set('frozen', 'x')
    await server.freeze()
    const begun = performance.now()
    try {
      await expect(kv.get('frozen')).rejects.toBeInstanceOf(KvUnavailable)
      expect(performance.now() - begun).toBeLessThan(10_000)
    } finally {
      await server.thaw()
    }
    await vi.waitFor(async () => expect(await kv.get('frozen')).toBe('x'), { timeout: 10_000 })
  })

  it('says of a store that was emptied that its groups are gone, and its lock tokens go on growing', async () => {
    await using kv = await connect()
    const stream = kv.stream(`emptied:${randomUUID()}`)
    await stream.append('a')
    await stream.createGroup('g', 'beginning')
    const lock = await kv.lock('l')
    await server.exec(...cli, 'flushall')
    await expect(stream.read('g', 'c')).rejects.toBeInstanceOf(NoSuchGroup)
    expect((await kv.lock('l'))?.token).toBeGreaterThan(lock?.token ?? Infinity)
  })
})

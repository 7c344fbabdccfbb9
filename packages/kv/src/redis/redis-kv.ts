import type { Kv, Lock, LockOptions, SetOptions } from '../kv.ts'
import type { Stream, StreamOptions } from '../stream.ts'
import { Connection, script, type Endpoint } from './connection.ts'
import { DurableWriter } from './durable-writer.ts'
import { Locks } from './locks.ts'
import { ProcessLease } from './process-lease.ts'
import { RedisStream } from './redis-stream.ts'
import { list, number, text, textOrNull } from './replies.ts'
import { decode, encode, HEADER_BYTES } from './stored-value.ts'
import { Watch, WATCH_MS } from './watch.ts'

export interface RedisKvOptions {
  endpoint: Endpoint
  prefix: string
  instance: string
  maxStreamBytes: number
}

/** A server that is silent for so long while we wait is taken for gone. */
const SILENCE_MS = 5_000
const SCAN_COUNT = 500

const removeIfStill = script(`
if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
return 0`)

/** The key-value store on a Redis or Valkey server. Keys are plain strings, with a sign before the value. */
export class RedisKv implements Kv {
  readonly #options: RedisKvOptions
  readonly #connection: Connection
  readonly #durable: DurableWriter
  readonly #lease: ProcessLease
  readonly #locks: Locks
  readonly #streams = new Map<string, { stream: RedisStream; watch: Watch }>()
  #closing: Promise<void> | undefined

  constructor(options: RedisKvOptions) {
    const { endpoint, prefix, instance } = options
    this.#options = options
    this.#connection = new Connection(endpoint, SILENCE_MS)
    this.#durable = new DurableWriter(endpoint, SILENCE_MS)
    this.#lease = new ProcessLease({ connection: this.#connection, prefix, instance, log: endpoint.log })
    this.#locks = new Locks(this.#connection, prefix)
  }

  /** Rejects with `KvUnavailable` or `KvFailed`. */
  async open(): Promise<void> {
    await this.#connection.open()
    await this.#lease.take()
    if (await this.#durable.open()) return
    const message = 'The key-value server cannot wait for its disk: it needs appendonly yes, and Redis 7.2 or later.'
    this.#options.endpoint.log({ kind: 'not-durable', message })
  }

  async get(key: string): Promise<string | null> {
    return (await this.#living(this.#key(key)))?.value ?? null
  }

  async set(key: string, value: string, options: SetOptions = {}): Promise<boolean> {
    const { durable = false, onlyIfAbsent = false, volatile = false, ttlMs } = options
    const stored = encode(value, volatile ? this.#lease.owner : undefined)
    const values = [this.#key(key), stored, ...(ttlMs === undefined ? [] : ['PX', milliseconds(ttlMs)])]
    const write = async (connection: Connection): Promise<boolean> =>
      onlyIfAbsent ? this.#setIfAbsent(connection, values) : (await connection.send('SET', ...values)) !== null
    return durable ? this.#durable.write(write) : write(this.#connection)
  }

  async delete(key: string): Promise<boolean> {
    const stored = textOrNull(await this.#connection.send('GETDEL', this.#key(key)))
    return stored !== null && this.#isAlive(stored)
  }

  async expire(key: string, ttlMs: number): Promise<boolean> {
    if (!(await this.#living(this.#key(key)))) return false
    return number(await this.#connection.send('PEXPIRE', this.#key(key), milliseconds(ttlMs))) === 1
  }

  async *keys(prefix: string): AsyncIterable<string> {
    const begin = this.#key('')
    const pattern = `${literally(this.#key(prefix))}*`
    // SCAN may give a key twice (https://redis.io/docs/latest/commands/scan/).
    const given = new Set<string>()
    for (const send of this.#connection.onEach()) {
      let cursor = '0'
      do {
        const [next, found] = list(await send('SCAN', cursor, 'MATCH', pattern, 'COUNT', SCAN_COUNT))
        cursor = text(next)
        const fresh = list(found)
          .map(text)
          .filter((key) => !given.has(key))
        const headers = await Promise.all(fresh.map((key) => this.#connection.send('GETRANGE', key, 0, HEADER_BYTES)))
        for (const [i, key] of fresh.entries()) {
          given.add(key)
          const header = text(headers[i])
          // An empty one went while we looked.
          if (header !== '' && (await this.#isAlive(header))) yield key.slice(begin.length)
        }
      } while (cursor !== '0')
    }
  }

  lock(name: string, options: LockOptions = {}): Promise<Lock | null> {
    return this.#locks.lock(name, options)
  }

  stream(name: string, options: StreamOptions = {}): Stream {
    this.#connection.refuseIfClosed()
    const { stream } = this.#streams.getOrInsertComputed(name, () => this.#openStream(name))
    if (options.keep !== undefined) stream.keep = options.keep
    return stream
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    this.#locks.close()
    const watching = [...this.#streams.values()].map(({ watch }) => watch.close())
    await this.#lease.release()
    this.#connection.close()
    this.#durable.close()
    await Promise.all(watching)
  }

  /** What a dead process left does not count as there. */
  async #setIfAbsent(connection: Connection, values: readonly (string | number)[]): Promise<boolean> {
    const [key = ''] = values.map(String)
    for (;;) {
      if ((await connection.send('SET', ...values, 'NX')) !== null) return true
      if (await this.#living(key)) return false
    }
  }

  /** A value whose writer is dead is removed on the way. */
  async #living(key: string): Promise<{ value: string } | null> {
    const stored = textOrNull(await this.#connection.send('GET', key))
    if (stored === null) return null
    if (await this.#isAlive(stored)) return decode(stored)
    await this.#connection.run(removeIfStill, [key], [stored])
    return null
  }

  async #isAlive(stored: string): Promise<boolean> {
    const { owner } = decode(stored)
    return !owner || this.#lease.isAlive(owner)
  }

  #openStream(name: string): { stream: RedisStream; watch: Watch } {
    const { endpoint, prefix, maxStreamBytes } = this.#options
    const key = `${prefix}stream:${name}`
    const watch = new Watch(async () => {
      const connection = new Connection(endpoint, WATCH_MS + SILENCE_MS)
      await connection.open()
      return connection
    }, key)
    const stream = new RedisStream({
      connection: this.#connection,
      durable: this.#durable,
      watch,
      key,
      maxBytes: maxStreamBytes,
    })
    return { stream, watch }
  }

  #key(key: string): string {
    return `${this.#options.prefix}key:${key}`
  }
}

/** The server takes whole milliseconds, and no less than one. */
function milliseconds(ms: number): number {
  return Math.max(1, Math.ceil(ms))
}

/** A pattern of SCAN that means these signs themselves. */
function literally(text: string): string {
  return text.replaceAll(/[*?[\]\\^]/g, '\\$&')
}

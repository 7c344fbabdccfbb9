import { randomUUID } from 'node:crypto'
import type { Kv } from '../kv.ts'
import type { Endpoint } from './connection.ts'
import type { RedisFaultLog } from './fault.ts'
import { RedisKv } from './redis-kv.ts'

export interface ConnectRedisKvOptions {
  /** `redis://host:6379`, or `rediss://host:6379` for TLS. Several are nodes of one Redis Cluster. */
  url: string | readonly string[]
  username?: string
  password?: string
  /** PEM of the authority that signed the server's certificate. */
  ca?: string
  /** PEM of our own certificate and key, where the server asks for one (mTLS). */
  cert?: string
  key?: string
  /** What all our keys begin with. Default `tali:`. */
  prefix?: string
  /**
   * A name that this process alone has, and has again after a restart, such as `core`: with it, volatile keys end with
   * the process even when it is killed and back at once. Default: a new one, and those of a killed process end after 15 s.
   */
  instance?: string
  /** What one stream may take of the server's memory, in bytes; then `append` rejects with `JournalFull`. Default 64 MB. */
  maxStreamBytes?: number
  /** Gets what no call reports. Default: nothing is told. */
  log?: RedisFaultLog
}

const DEFAULT_MAX_STREAM_BYTES = 64 * 1024 * 1024

/**
 * Opens the key-value store on a Redis (7.2 or later) or Valkey server; the caller disposes it. Rejects with
 * `KvUnavailable` when the server cannot be reached, with `KvFailed` when it does not let us in. A connection lost later
 * is made again by itself; until then every call rejects with `KvUnavailable`.
 *
 * The server: `appendonly yes`; `appendfsync always`, or else each append waits up to a second (WAITAOF);
 * `maxmemory-policy noeviction`. The user needs `~<prefix>* +@all -@admin -@dangerous`, no more. A default user that is
 * off must keep its rights, `user default off resetpass ~* &* +@all`: Redis 8.0 loads transactions, which every append of
 * several values is, with that user's rights, and otherwise drops them without a word (redis/redis#14541).
 */
export async function connectRedisKv(options: ConnectRedisKvOptions): Promise<Kv> {
  const { url, username, password, ca, cert, key, log = () => undefined } = options
  const endpoint: Endpoint = {
    urls: typeof url === 'string' ? [url] : url,
    username,
    password,
    tls: { ...(ca && { ca }), ...(cert && { cert }), ...(key && { key }) },
    log,
  }
  const kv = new RedisKv({
    endpoint,
    prefix: options.prefix ?? 'tali:',
    instance: options.instance ?? randomUUID(),
    maxStreamBytes: options.maxStreamBytes ?? DEFAULT_MAX_STREAM_BYTES,
  })
  try {
    await kv.open()
    return kv
  } catch (error) {
    await kv[Symbol.asyncDispose]()
    throw error
  }
}

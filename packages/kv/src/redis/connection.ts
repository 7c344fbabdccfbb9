import { createHash } from 'node:crypto'
import { Cluster, Redis, type RedisOptions } from 'ioredis'
import { KvClosed, KvUnavailable } from '../errors.ts'
import type { RedisFaultLog } from './fault.ts'
import { translateError } from './translate-error.ts'

export interface Endpoint {
  /** `redis://host:6379` or `rediss://host:6379`; several are nodes of a cluster. */
  urls: readonly string[]
  username: string | undefined
  password: string | undefined
  tls: { ca?: string; cert?: string; key?: string } | undefined
  log: RedisFaultLog
}

type Argument = string | number

/** Commands that wait for their reply on one connection, at most; more are refused. */
const MAX_IN_FLIGHT = 10_000
const CONNECT_TIMEOUT_MS = 5_000
const LONGEST_RETRY_MS = 2_000

/**
 * One connection to the server (or one to each node of a cluster), which is made again when it breaks. Nothing waits for
 * that: while it is away every command rejects with `KvUnavailable`, and so does one whose reply was lost. None is sent
 * twice, since it may have been carried out.
 */
export class Connection {
  readonly #client: Redis | Cluster
  readonly #log: RedisFaultLog
  #inFlight = 0
  #isUnreachable = false
  #lastError: unknown
  #isClosed = false

  /** After `silenceMs` without a word from the server, while a command waits, the connection counts as broken. */
  constructor(endpoint: Endpoint, silenceMs: number) {
    this.#log = endpoint.log
    this.#client = clientOf(endpoint, silenceMs)
    this.#client.on('error', (error: unknown) => this.#lost(error))
    this.#client.on('close', () => this.#lost(undefined))
    this.#client.on('ready', () => this.#back())
  }

  /** Rejects with `KvUnavailable` when the server cannot be reached now, with `KvFailed` when it lets us not in. */
  async open(): Promise<void> {
    await this.#settle(async () => {
      try {
        await this.#client.connect()
      } catch (error) {
        // It says only that the connection was closed; why was an event before.
        throw this.#lastError ?? error
      }
    })
  }

  /** Sends one command. Rejects with `KvUnavailable`, or what else the server's error means in the port. */
  send(command: string, ...values: readonly Argument[]): Promise<unknown> {
    return this.#settle(() => this.#client.call(command, ...values))
  }

  /** Runs a Lua script, sending its text only when the server does not know it. */
  run(script: Script, keys: readonly string[], values: readonly Argument[] = []): Promise<unknown> {
    return this.#settle(async () => {
      try {
        return await this.#client.call('EVALSHA', script.sha, keys.length, ...keys, ...values)
      } catch (error) {
        if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error
        return await this.#client.call('EVAL', script.text, keys.length, ...keys, ...values)
      }
    })
  }

  /** The command, sent to each server that holds keys: one, or every master of a cluster. */
  onEach(): ((command: string, ...values: readonly Argument[]) => Promise<unknown>)[] {
    this.refuseIfClosed()
    const servers = this.#client instanceof Cluster ? this.#client.nodes('master') : [this.#client]
    if (servers.length === 0) throw new KvUnavailable('No server of the cluster is known now.')
    return servers.map(
      (server) =>
        (command, ...values) =>
          this.#settle(() => server.call(command, ...values)),
    )
  }

  /** Throws `KvClosed` after `close`. */
  refuseIfClosed(): void {
    if (this.#isClosed) throw closed()
  }

  /** Commands that still wait are rejected with `KvClosed`. */
  close(): void {
    this.#isClosed = true
    this.#client.disconnect()
  }

  async #settle<T>(work: () => Promise<T>): Promise<T> {
    this.refuseIfClosed()
    if (this.#inFlight >= MAX_IN_FLIGHT) {
      throw new KvUnavailable(`${MAX_IN_FLIGHT} commands already wait for the key-value server.`)
    }
    this.#inFlight++
    try {
      return await work()
    } catch (error) {
      // The flag may have changed while we waited.
      throw this.#isClosed ? closed() : translateError(error)
    } finally {
      this.#inFlight--
    }
  }

  #lost(cause: unknown): void {
    this.#lastError = cause ?? this.#lastError
    if (this.#isUnreachable || this.#isClosed) return
    this.#isUnreachable = true
    this.#log({ kind: 'unreachable', message: 'The connection to the key-value server is gone.', cause })
  }

  #back(): void {
    if (!this.#isUnreachable) return
    this.#isUnreachable = false
    this.#log({ kind: 'reachable-again', message: 'The key-value server is there again.' })
  }
}

export interface Script {
  readonly text: string
  readonly sha: string
}

export function script(text: string): Script {
  return { text, sha: createHash('sha1').update(text).digest('hex') }
}

export function closed(): KvClosed {
  return new KvClosed('The key-value store is closed.')
}

function clientOf(endpoint: Endpoint, silenceMs: number): Redis | Cluster {
  const { urls, username, password, tls } = endpoint
  const [first = '', ...others] = urls
  const isEncrypted = first.startsWith('rediss:')
  const options: RedisOptions = {
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(isEncrypted ? { tls: { ...tls } } : {}),
    // Replies of scripts are the same in both protocols; the older one needs no HELLO, which a proxy may not know.
    protocol: 2,
    lazyConnect: true,
    connectTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: silenceMs,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    // Without it a command whose connection broke would be forgotten, and its promise never settle.
    maxRetriesPerRequest: 0,
    // It asks INFO, for which our user has no right; a server that is still loading says so to each command.
    enableReadyCheck: false,
    retryStrategy,
  }
  if (others.length === 0) return new Redis(first, options)
  return new Cluster([...urls], {
    redisOptions: options,
    lazyConnect: true,
    enableOfflineQueue: false,
    enableReadyCheck: false,
    clusterRetryStrategy: retryStrategy,
  })
}

/** Soon, then more slowly, and by chance not all at once. */
function retryStrategy(times: number): number {
  return Math.min(50 * 2 ** Math.min(times, 10), LONGEST_RETRY_MS) * (0.5 + Math.random() / 2)
}

import { Bell } from '../bell.ts'
import { LockLost } from '../errors.ts'
import type { Lock, LockOptions } from '../kv.ts'
import { closed, script, type Connection } from './connection.ts'
import { number, textOrNull } from './replies.ts'

const DEFAULT_TTL_MS = 30_000
/** Whoever waits for a lock looks again after so long, by chance up to twice that. */
const LOOK_AGAIN_MS = 20

/**
 * Tokens are microseconds of the server's clock, or one more than the last where that is greater: they go on growing
 * when the server has lost its data.
 */
const take = script(`
if redis.call('EXISTS', KEYS[1]) == 1 then return false end
local time = redis.call('TIME')
local last = tonumber(redis.call('GET', KEYS[2]) or '0')
local token = string.format('%.0f', math.max(time[1] * 1000000 + time[2], last + 1))
redis.call('SET', KEYS[2], token)
redis.call('SET', KEYS[1], token, 'PX', ARGV[1])
return token`)

const extend = script(`
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])`)

const release = script(`
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])`)

/** Locks between processes. They and their tokens lie in one slot of a cluster, so that a script may touch both. */
export class Locks {
  readonly #connection: Connection
  readonly #prefix: string
  readonly #closing = new Bell()
  #isClosed = false

  constructor(connection: Connection, prefix: string) {
    this.#connection = connection
    this.#prefix = `${prefix}{lock}:`
  }

  async lock(name: string, options: LockOptions): Promise<Lock | null> {
    const { ttlMs = DEFAULT_TTL_MS, waitMs = 0, signal } = options
    const until = performance.now() + waitMs
    for (;;) {
      if (this.#isClosed) throw closed()
      signal?.throwIfAborted()
      const lock = await this.#take(name, Math.max(1, Math.ceil(ttlMs)))
      const leftMs = until - performance.now()
      if (lock || leftMs <= 0) return lock
      await this.#closing.wait(Math.min(leftMs, LOOK_AGAIN_MS * (1 + Math.random())), signal)
    }
  }

  /** Those who wait are rejected. Locks that are held stay until they are released or end. */
  close(): void {
    this.#isClosed = true
    this.#closing.silence(closed())
  }

  async #take(name: string, ttlMs: number): Promise<Lock | null> {
    const connection = this.#connection
    const key = `${this.#prefix}held:${name}`
    const token = textOrNull(await connection.run(take, [key, `${this.#prefix}last`], [ttlMs]))
    if (token === null) return null
    let isReleased = false
    const letGo = async (): Promise<void> => {
      if (isReleased) return
      await connection.run(release, [key], [token])
      isReleased = true
    }
    return {
      token: Number(token),
      release: letGo,
      [Symbol.asyncDispose]: letGo,
      async extend() {
        const isOurs = number(await connection.run(extend, [key], [token, ttlMs])) === 1
        if (!isOurs) throw new LockLost(`The lock ${name} ended, or another holder has it.`)
      },
    }
  }
}

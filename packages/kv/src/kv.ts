import type { Stream, StreamOptions } from './stream.ts'

/**
 * The key-value port: short-lived shared state, locks, and streams. It is what TALI uses of Redis, and nothing else.
 * Adapters: `./embedded` (this process, journalled to disk), `./redis` (a server). Keys and values are UTF-8 strings.
 * Losing a key-value store loses no fact: facts are in SQL. So `set` does not wait for a disk: a kill may lose the last
 * second of keys, as with Redis. A stream's `append` waits.
 */
export interface Kv extends AsyncDisposable {
  /** The value, or null when the key does not exist or has expired. */
  get(key: string): Promise<string | null>

  /** Returns false when `onlyIfAbsent` was asked and the key exists; otherwise true. */
  set(key: string, value: string, options?: SetOptions): Promise<boolean>

  /** Returns whether the key existed. */
  delete(key: string): Promise<boolean>

  /** Gives an existing key a new time to live. Returns whether the key existed. */
  expire(key: string, ttlMs: number): Promise<boolean>

  /** The living keys that begin with `prefix`, in no order; a key changed meanwhile may or may not be seen. */
  keys(prefix: string): AsyncIterable<string>

  /**
   * Takes a lock, or returns null when another holder kept it for all of `waitMs`. The lock ends by itself after
   * `ttlMs` unless extended. `token` grows with each taking: whoever guards a resource refuses a smaller token than
   * the greatest it has seen (fencing; M. Kleppmann, "How to do distributed locking", 2016).
   */
  lock(name: string, options?: LockOptions): Promise<Lock | null>

  /** A stream by name. It exists from its first append; asking again gives the same stream. */
  stream(name: string, options?: StreamOptions): Stream
}

export interface SetOptions {
  /** Time to live in milliseconds; without it the key stays. */
  ttlMs?: number
  /** Default false. */
  onlyIfAbsent?: boolean
  /** Resolve only when the value will survive a kill (Redis: WAITAOF). Default false: it is written within a second. */
  durable?: boolean
  /**
   * True for a value that must not outlive the process that set it, such as a pending question (SI-15). Others may read
   * it meanwhile. Default false.
   */
  volatile?: boolean
}

export interface LockOptions {
  /** Default 30,000. */
  ttlMs?: number
  /** How long to wait for another holder. Default 0: try once. */
  waitMs?: number
  signal?: AbortSignal
}

export interface Lock extends AsyncDisposable {
  readonly token: number
  /** Prolongs the lock by its `ttlMs` from now. Rejects with `LockLost` when it is no longer ours. */
  extend(): Promise<void>
  /** Idempotent; releasing a lost lock does nothing. */
  release(): Promise<void>
}

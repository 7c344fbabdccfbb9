import { join } from 'node:path'
import { KvClosed } from '../errors.ts'
import type { Kv, Lock, LockOptions, SetOptions } from '../kv.ts'
import type { Stream, StreamOptions } from '../stream.ts'
import { Budget } from './budget.ts'
import { type Disk, isUnfinished } from './disk.ts'
import { EmbeddedStream } from './embedded-stream.ts'
import type { FaultLog } from './fault.ts'
import { type KeyChange, KeyTable } from './key-table.ts'
import { Locks } from './locks.ts'
import { StateLog } from './state-log.ts'

export interface EmbeddedKvOptions {
  dir: string
  disk: Disk
  now: () => number
  maxBytes: number
  fault: FaultLog
  /** Called when all files are closed. */
  closed: () => void
}

interface Snapshot {
  keys: KeyChange[]
  /** Lock tokens up to this one may have been given out. */
  tokens: number
}

/** Changed keys are written so much later, many together; a kill loses at most these. */
const FLUSH_MS = 1_000
/** So many lock tokens are set aside by one write. */
const TOKENS = 1_000_000
const SEGMENT_BYTES = 8 * 1024 * 1024

/** The key-value store in this process: keys and locks in memory, keys and streams journalled in a folder. */
export class EmbeddedKv implements Kv {
  readonly #options: EmbeddedKvOptions
  readonly #budget: Budget
  readonly #keys: KeyTable
  readonly #keyLog: StateLog<Snapshot, KeyChange[]>
  readonly #locks: Locks
  readonly #streams = new Map<string, EmbeddedStream>()
  #flushing: NodeJS.Timeout | undefined
  #token = 0
  #tokensReserved = 0
  #reserving: Promise<void> | undefined
  #closing: Promise<void> | undefined

  constructor(options: EmbeddedKvOptions) {
    const { dir, disk, now, maxBytes, fault } = options
    this.#options = options
    this.#budget = new Budget(maxBytes, () => this.#streams.forEach((stream) => stream.trim(true)))
    this.#locks = new Locks({ now, nextToken: () => this.#nextToken() })
    this.#keys = new KeyTable(now)
    this.#keyLog = new StateLog({
      disk,
      path: join(dir, 'keys.log'),
      fault,
      synced: true,
      snapshot: () => ({ keys: this.#keys.snapshot(), tokens: this.#tokensReserved }),
      restore: ({ keys, tokens }) => {
        this.#keys.restore(keys)
        this.#token = this.#tokensReserved = tokens
      },
      apply: (changes) => this.#keys.restore(changes),
    })
  }

  /** Reads what the folder holds. Rejects with `JournalDamaged`. */
  async open(): Promise<void> {
    const { dir, disk } = this.#options
    await disk.makeDirectory(dir)
    await this.#removeUnfinished(dir)
    await this.#keyLog.open()
    for (const name of await disk.list(join(dir, 'streams'))) {
      await this.#removeUnfinished(join(dir, 'streams', name))
      await this.#streamIn(name).open()
    }
  }

  async get(key: string): Promise<string | null> {
    this.#refuseIfClosed()
    return this.#keys.get(key)
  }

  async set(key: string, value: string, options: SetOptions = {}): Promise<boolean> {
    const isSet = this.#change(() => this.#keys.set(key, value, options))
    if (options.durable) {
      this.#flush()
      await this.#keyLog.settled()
    }
    return isSet
  }

  async delete(key: string): Promise<boolean> {
    return this.#change(() => this.#keys.delete(key))
  }

  async expire(key: string, ttlMs: number): Promise<boolean> {
    return this.#change(() => this.#keys.expire(key, ttlMs))
  }

  async *keys(prefix: string): AsyncIterable<string> {
    this.#refuseIfClosed()
    yield* this.#keys.keys(prefix)
  }

  async lock(name: string, options: LockOptions = {}): Promise<Lock | null> {
    this.#refuseIfClosed()
    return this.#locks.lock(name, options)
  }

  stream(name: string, options: StreamOptions = {}): Stream {
    this.#refuseIfClosed()
    const folder = folderOf(name)
    const stream = this.#streams.get(folder) ?? this.#streamIn(folder)
    if (options.keep !== undefined) stream.keep = options.keep
    return stream
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    this.#locks.close()
    try {
      await Promise.all(this.#streams.values().map((stream) => stream[Symbol.asyncDispose]()))
      this.#flush()
      await this.#keyLog.close()
    } finally {
      this.#options.closed()
    }
  }

  #change<T>(change: () => T): T {
    this.#refuseIfClosed()
    const result = change()
    if (this.#keys.hasChanges) this.#flushing ??= setTimeout(() => this.#flush(), FLUSH_MS).unref()
    return result
  }

  #flush(): void {
    clearTimeout(this.#flushing)
    this.#flushing = undefined
    if (this.#keys.hasChanges) this.#keyLog.note(this.#keys.takeChanges())
  }

  async #nextToken(): Promise<number> {
    while (this.#token >= this.#tokensReserved || this.#reserving) {
      this.#reserving ??= this.#reserveTokens().finally(() => (this.#reserving = undefined))
      await this.#reserving
    }
    return ++this.#token
  }

  async #reserveTokens(): Promise<void> {
    this.#tokensReserved += TOKENS
    try {
      await this.#keyLog.save()
    } catch (error) {
      this.#tokensReserved -= TOKENS
      throw error
    }
  }

  #streamIn(folder: string): EmbeddedStream {
    const { dir, maxBytes } = this.#options
    const stream = new EmbeddedStream({
      ...this.#options,
      dir: join(dir, 'streams', folder),
      budget: this.#budget,
      // Room is made by whole files: a small store needs small ones.
      segmentBytes: Math.min(SEGMENT_BYTES, Math.ceil(maxBytes / 8)),
    })
    this.#streams.set(folder, stream)
    return stream
  }

  async #removeUnfinished(dir: string): Promise<void> {
    const { disk } = this.#options
    for (const name of (await disk.list(dir)).filter(isUnfinished)) await disk.remove(join(dir, name))
  }

  #refuseIfClosed(): void {
    if (this.#closing) throw new KvClosed('The key-value store is closed.')
  }
}

/** A folder name that any file system takes and no two streams share, also where case does not count. */
function folderOf(stream: string): string {
  return stream.replaceAll(/[^a-z0-9_-]/gu, (sign) =>
    [...Buffer.from(sign)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  )
}

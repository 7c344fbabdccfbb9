import { KvFailed, KvUnavailable } from '../errors.ts'
import type { GroupStart, ReadOptions, Stream, StreamEntry, StreamInfo } from '../stream.ts'
import type { Connection } from './connection.ts'
import type { DurableWriter } from './durable-writer.ts'
import { list, number, text } from './replies.ts'
import * as scripts from './stream-scripts.ts'
import type { Watch } from './watch.ts'

export interface RedisStreamOptions {
  connection: Connection
  durable: DurableWriter
  watch: Watch
  key: string
  maxBytes: number
}

/** Where one of our consumers is in what it has to be given again. */
interface Place {
  /** Empty when it was given all. */
  from: string
  /** What it took over from others meanwhile, and has already. */
  claimed: string[]
  /** Its reads come one after the other. */
  turn: Promise<unknown>
}

const DEFAULT_COUNT = 500
const DEFAULT_KEEP = 10_000

/** A Redis stream. Each entry has one field, `v`. */
export class RedisStream implements Stream {
  /** Entries kept at least, unless the stream is full. */
  keep = DEFAULT_KEEP
  readonly #connection: Connection
  readonly #durable: DurableWriter
  readonly #watch: Watch
  readonly #key: string
  readonly #maxBytes: number
  readonly #places = new Map<string, Place>()

  constructor(options: RedisStreamOptions) {
    this.#connection = options.connection
    this.#durable = options.durable
    this.#watch = options.watch
    this.#key = options.key
    this.#maxBytes = options.maxBytes
  }

  async append(...values: string[]): Promise<string[]> {
    this.#connection.refuseIfClosed()
    if (values.length === 0) return []
    const ids = await this.#durable.write((connection) =>
      connection.run(scripts.append, [this.#key], [this.keep, this.#maxBytes, ...values]),
    )
    return list(ids).map(text)
  }

  async createGroup(group: string, start: GroupStart): Promise<void> {
    try {
      await this.#connection.send('XGROUP', 'CREATE', this.#key, group, start === 'beginning' ? '0' : '$', 'MKSTREAM')
    } catch (error) {
      if (!(error instanceof KvFailed) || error.code !== 'BUSYGROUP') throw error
    }
  }

  async read(group: string, consumer: string, options: ReadOptions = {}): Promise<StreamEntry[]> {
    const { count = DEFAULT_COUNT, blockMs = 0, signal } = options
    const until = performance.now() + blockMs
    for (;;) {
      signal?.throwIfAborted()
      const { entries, lastId } = await this.#take(group, consumer, count)
      const leftMs = until - performance.now()
      if (entries.length > 0 || leftMs <= 0) return entries
      await this.#watch.wait(lastId, leftMs, signal)
    }
  }

  async acknowledge(group: string, ids: readonly string[]): Promise<void> {
    this.#connection.refuseIfClosed()
    if (ids.length > 0) await this.#connection.send('XACK', this.#key, group, ...ids)
  }

  async claimIdle(
    group: string,
    consumer: string,
    options: { idleMs: number; count?: number },
  ): Promise<StreamEntry[]> {
    const { idleMs, count = DEFAULT_COUNT } = options
    const values = [group, consumer, Math.ceil(idleMs), count]
    const entries = list(await this.#connection.run(scripts.claimIdle, [this.#key], values)).map(toEntry)
    const place = this.#place(group, consumer)
    if (place.from !== '') place.claimed.push(...entries.map((entry) => entry.id))
    return entries
  }

  async tail(count: number): Promise<StreamEntry[]> {
    this.#connection.refuseIfClosed()
    if (count <= 0) return []
    const reply = list(await this.#connection.send('XREVRANGE', this.#key, '+', '-', 'COUNT', count))
    return reply.map(toKept).reverse()
  }

  async info(): Promise<StreamInfo> {
    const reply = await this.#connection.run(scripts.info, [this.#key])
    if (reply === null) return { length: 0, lastId: null, groups: [] }
    const [length, lastId, groups] = list(reply)
    return {
      length: number(length),
      lastId: lastId === '0-0' ? null : text(lastId),
      groups: list(groups).map(toGroup),
    }
  }

  #take(group: string, consumer: string, count: number): Promise<{ entries: StreamEntry[]; lastId: string }> {
    const place = this.#place(group, consumer)
    const taking = place.turn.then(() => this.#takeInTurn(place, group, consumer, count))
    // Whoever comes next does not fail for it.
    place.turn = taking.catch(() => undefined)
    return taking
  }

  async #takeInTurn(
    place: Place,
    group: string,
    consumer: string,
    count: number,
  ): Promise<{ entries: StreamEntry[]; lastId: string }> {
    try {
      const values = [group, consumer, count, place.from, ...place.claimed]
      const [entries, from, lastId] = list(await this.#connection.run(scripts.read, [this.#key], values))
      place.from = text(from)
      if (place.from === '') place.claimed = []
      return { entries: list(entries).map(toEntry), lastId: text(lastId) }
    } catch (error) {
      // The reply may be lost, and with it entries that the server takes for delivered: they are asked for again.
      if (error instanceof KvUnavailable) Object.assign(place, { from: '-', claimed: [] })
      throw error
    }
  }

  #place(group: string, consumer: string): Place {
    const start = (): Place => ({ from: '-', claimed: [], turn: Promise.resolve() })
    return this.#places.getOrInsertComputed(`${group}\0${consumer}`, start)
  }
}

function toEntry(reply: unknown): StreamEntry {
  const [id, value, deliveries] = list(reply)
  return { id: text(id), value: text(value), deliveries: number(deliveries) }
}

/** An entry as the server's own commands give it: id, and fields with values. */
function toKept(reply: unknown): StreamEntry {
  const [id, fields] = list(reply)
  return { id: text(id), value: text(list(fields)[1]), deliveries: 0 }
}

function toGroup(reply: unknown): StreamInfo['groups'][number] {
  const [name, pending, lag] = list(reply)
  return { name: text(name), pending: number(pending), lag: number(lag) }
}

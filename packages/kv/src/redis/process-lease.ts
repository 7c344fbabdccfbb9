import { randomUUID } from 'node:crypto'
import type { Connection } from './connection.ts'
import { script } from './connection.ts'
import type { RedisFaultLog } from './fault.ts'
import { text, textOrNull } from './replies.ts'

const LEASE_MS = 15_000
const RENEW_MS = 5_000

/** Takes the lease anew when it is ours or nobody's; returns who holds it. */
const renew = script(`
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then return holder end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return ARGV[1]`)

const release = script(`
if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
return 0`)

/** A process that wrote a volatile value: its name, and which of its lives. */
export interface Owner {
  readonly instance: string
  readonly epoch: string
}

/**
 * The sign of life of this process at the server, under its instance's name. A process that starts under that name takes
 * it over at once; one that dies without a successor lets it run out. Volatile values live as long as their owner's.
 */
export class ProcessLease {
  readonly owner: Owner
  readonly #connection: Connection
  readonly #prefix: string
  readonly #log: RedisFaultLog
  #timer: NodeJS.Timeout | undefined
  #isSuperseded = false

  constructor(options: { connection: Connection; prefix: string; instance: string; log: RedisFaultLog }) {
    const { connection, prefix, instance, log } = options
    if (!/^[\w.:-]{1,100}$/.test(instance)) throw new TypeError(`Not a name for an instance: ${instance}`)
    this.owner = { instance, epoch: randomUUID() }
    this.#connection = connection
    this.#prefix = prefix
    this.#log = log
  }

  async take(): Promise<void> {
    await this.#connection.send('SET', this.#key(this.owner), this.owner.epoch, 'PX', LEASE_MS)
    this.#timer = setInterval(() => void this.#renew(), RENEW_MS).unref()
  }

  /** Whether the process that wrote a value still lives. */
  async isAlive(owner: Owner): Promise<boolean> {
    if (owner.epoch === this.owner.epoch) return true
    return textOrNull(await this.#connection.send('GET', this.#key(owner))) === owner.epoch
  }

  /** Never rejects: a lease that cannot be given back runs out. */
  async release(): Promise<void> {
    if (!this.#timer) return
    clearInterval(this.#timer)
    try {
      await this.#connection.run(release, [this.#key(this.owner)], [this.owner.epoch])
    } catch (cause) {
      this.#log({ kind: 'lease-late', message: 'Our volatile keys end a little later than we do.', cause })
    }
  }

  async #renew(): Promise<void> {
    try {
      const holder = text(await this.#connection.run(renew, [this.#key(this.owner)], [this.owner.epoch, LEASE_MS]))
      if (holder !== this.owner.epoch && !this.#isSuperseded) this.#supersede()
    } catch (cause) {
      this.#log({ kind: 'lease-late', message: 'Our sign of life did not reach the key-value server.', cause })
    }
  }

  #supersede(): void {
    this.#isSuperseded = true
    const message = `Another process is ${this.owner.instance} now; our volatile keys count for us alone.`
    this.#log({ kind: 'superseded', message })
  }

  #key(owner: Owner): string {
    return `${this.#prefix}process:${owner.instance}`
  }
}

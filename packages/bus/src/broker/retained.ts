import { topicMatches } from '../topic.ts'

/** The last message of a topic that its sender asked to be kept (MQTT 3.1.1 §3.3.1.3). */
export interface RetainedMessage {
  topic: string
  payload: Uint8Array
  qos: 0 | 1
}

/** Where retained messages outlive the process. */
export interface RetainedStore {
  load(): AsyncIterable<RetainedMessage>
  /** `isNew`: nothing was kept on that topic before. A device is not told that we have it until this resolves. */
  save(message: RetainedMessage, isNew: boolean): Promise<void>
  remove(topic: string): Promise<void>
}

const defaultMaxTopics = 20_000
const maxBytes = 64 * 1_048_576

/** The retained messages of the broker, bounded in number and bytes: what does not fit passes by and is not kept. */
export class Retained {
  readonly #messages = new Map<string, RetainedMessage>()
  readonly #store: RetainedStore | undefined
  readonly #maxTopics: number
  readonly #options: { onNotice(notice: string): void }
  #bytes = 0
  #full = false

  constructor(options: { retained?: RetainedStore; maxRetained?: number; onNotice(notice: string): void }) {
    this.#store = options.retained
    this.#maxTopics = options.maxRetained ?? defaultMaxTopics
    this.#options = options
  }

  get size(): number {
    return this.#messages.size
  }

  /** A topic without wildcards is looked up: thousands of them are subscribed to, one by one. */
  matching(filter: string): Iterable<RetainedMessage> {
    if (/[+#]/.test(filter)) return this.#messages.values().filter((message) => topicMatches(filter, message.topic))
    const message = this.#messages.get(filter)
    return message ? [message] : []
  }

  /** Brings back what was kept before the process ended. */
  async *load(): AsyncIterable<RetainedMessage> {
    for await (const message of this.#store?.load() ?? []) {
      this.#put(message)
      yield message
    }
  }

  /** Keeps a message, or forgets its topic when the payload is empty. False: it does not fit. */
  async keep(message: RetainedMessage): Promise<boolean> {
    if (message.payload.length === 0) {
      this.#drop(message.topic)
      await this.#store?.remove(message.topic)
      return true
    }
    if (!this.#fits(message)) {
      if (!this.#full)
        this.#options.onNotice(
          `no more retained messages fit (${this.size} topics, ${this.#bytes} bytes); ${message.topic} is not kept`,
        )
      this.#full = true
      return false
    }
    const isNew = !this.#messages.has(message.topic)
    this.#put(message)
    await this.#store?.save(message, isNew)
    return true
  }

  #fits(message: RetainedMessage): boolean {
    const before = this.#messages.get(message.topic)
    const topics = this.size + (before ? 0 : 1)
    return topics <= this.#maxTopics && this.#bytes + message.payload.length - (before?.payload.length ?? 0) <= maxBytes
  }

  #put(message: RetainedMessage): void {
    this.#drop(message.topic)
    this.#messages.set(message.topic, message)
    this.#bytes += message.payload.length
  }

  #drop(topic: string): void {
    this.#bytes -= this.#messages.get(topic)?.payload.length ?? 0
    if (this.#messages.delete(topic)) this.#full = false
  }
}

import type { PubSub, Unsubscribe } from '@tali/bus'

export interface TestDeviceOptions {
  /** Component of the discovery topic, such as `light`. */
  component: string
  /** Unique id, and the device's part of its topics. */
  id: string
  name: string
  area?: string
  /** What it reports first. */
  state?: string
  /** What it reports when it is told something; null for one that keeps silent. Default: what it was told. */
  answer?: (told: string) => string | null
  /** More of its discovery message. */
  config?: Record<string, unknown>
}

/** A device that announces itself by MQTT discovery, remembers what it was told, and answers or not. */
export class TestDevice implements AsyncDisposable {
  readonly told: string[] = []
  readonly #topics: PubSub
  readonly #options: TestDeviceOptions
  readonly #listeners = new Set<() => void>()
  #unsubscribe: Unsubscribe | null = null

  constructor(topics: PubSub, options: TestDeviceOptions) {
    this.#topics = topics
    this.#options = options
  }

  get topic(): string {
    return `devices/${this.#options.id}`
  }

  get configTopic(): string {
    return `homeassistant/${this.#options.component}/${this.#options.id}/config`
  }

  /** Resolves when the house knows the device and its state. */
  async join(): Promise<this> {
    const { id, name, area, state, config } = this.#options
    this.#unsubscribe = await this.#topics.subscribe(`${this.topic}/set`, ({ payload }) =>
      this.#hear(Buffer.from(payload).toString()),
    )
    const announcement = {
      name: null,
      unique_id: id,
      command_topic: `${this.topic}/set`,
      state_topic: `${this.topic}/state`,
      availability_topic: `${this.topic}/availability`,
      device: { identifiers: [id], name, ...(area !== undefined && { suggested_area: area }) },
      ...config,
    }
    await this.#topics.publish(this.configTopic, JSON.stringify(announcement), { retain: true })
    await this.#topics.publish(`${this.topic}/availability`, 'online', { retain: true })
    await this.#topics.settled()
    if (state !== undefined) await this.report(state)
    return this
  }

  /** Reports a state, as when somebody uses its own switch. Resolves when the house has taken it. */
  async report(state: string): Promise<void> {
    await this.#say(state)
    await this.#topics.settled()
  }

  async goOffline(): Promise<void> {
    await this.#topics.publish(`${this.topic}/availability`, 'offline', { retain: true })
    await this.#topics.settled()
  }

  /** Resolves when it was told `count` things. */
  async toldSo(count: number): Promise<void> {
    while (this.told.length < count) {
      const { promise, resolve } = Promise.withResolvers<void>()
      this.#listeners.add(resolve)
      await promise
      this.#listeners.delete(resolve)
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#unsubscribe?.()
  }

  async #hear(told: string): Promise<void> {
    this.told.push(told)
    for (const listener of this.#listeners) listener()
    const { answer = (said: string) => said } = this.#options
    const state = answer(told)
    if (state !== null) await this.#say(state)
  }

  async #say(state: string): Promise<void> {
    await this.#topics.publish(`${this.topic}/state`, state, { retain: true })
  }
}

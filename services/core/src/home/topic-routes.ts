/** Which entities listen to which topic. */
export class TopicRoutes {
  readonly #listeners = new Map<string, Set<string>>()

  /** The entities to hand a message on this topic to. */
  on(topic: string): Iterable<string> {
    return this.#listeners.get(topic) ?? []
  }

  add(entityId: string, topics: Iterable<string>): void {
    for (const topic of topics) this.#listeners.getOrInsertComputed(topic, () => new Set()).add(entityId)
  }

  /** Returns the topics that nobody listens to any more. */
  remove(entityId: string, topics: Iterable<string>): string[] {
    const idle: string[] = []
    for (const topic of topics) {
      const listeners = this.#listeners.get(topic)
      if (!listeners?.delete(entityId) || listeners.size > 0) continue
      this.#listeners.delete(topic)
      idle.push(topic)
    }
    return idle
  }
}

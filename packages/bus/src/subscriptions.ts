import type { BusMessage, Handler } from './bus.ts'
import { topicMatches } from './topic.ts'

interface Subscription {
  readonly filter: string
  readonly group: string | undefined
  readonly handler: Handler
}

/**
 * Who listens to what, within this process. Topics without wildcards are found by a map; filters are walked. Of
 * a group's members one gets each message, in turn (MQTT 5 §4.8.2).
 */
export class Subscriptions {
  readonly #exact = new Map<string, Set<Subscription>>()
  readonly #wild = new Set<Subscription>()
  readonly #turn = new Map<string, number>()

  add(filter: string, handler: Handler, group?: string): () => void {
    const subscription = { filter, handler, group }
    if (/[+#]/.test(filter)) {
      this.#wild.add(subscription)
      return () => this.#wild.delete(subscription)
    }
    const set = this.#exact.getOrInsertComputed(filter, () => new Set())
    set.add(subscription)
    return () => {
      set.delete(subscription)
      if (set.size === 0 && this.#exact.get(filter) === set) this.#exact.delete(filter)
    }
  }

  has(topic: string): boolean {
    return this.#exact.has(topic) || this.#wild.values().some((each) => topicMatches(each.filter, topic))
  }

  /** The handlers that are to get a message on this topic. */
  for(topic: string): Handler[] {
    const handlers: Handler[] = []
    const groups = new Map<string, Subscription[]>()
    for (const each of this.#matching(topic)) {
      if (each.group === undefined) handlers.push(each.handler)
      else groups.getOrInsertComputed(`${each.group}\0${each.filter}`, () => []).push(each)
    }
    for (const [key, members] of groups) {
      const turn = this.#turn.get(key) ?? 0
      this.#turn.set(key, (turn + 1) % Number.MAX_SAFE_INTEGER)
      const member = members[turn % members.length]
      if (member) handlers.push(member.handler)
    }
    return handlers
  }

  *#matching(topic: string): Iterable<Subscription> {
    yield* this.#exact.get(topic) ?? []
    for (const each of this.#wild) if (topicMatches(each.filter, topic)) yield each
  }
}

/** Hands a message to every handler and waits for all; one that fails is reported and stops nobody else. */
export async function deliver(
  handlers: readonly Handler[],
  message: BusMessage,
  onError: OnHandlerError,
): Promise<boolean> {
  let ok = true
  await Promise.all(
    handlers.map(async (handler) => {
      try {
        await handler(message)
      } catch (error) {
        ok = false
        onError(error, message.topic)
      }
    }),
  )
  return ok
}

/** A handler threw. The adapter goes on; whoever made it decides how to tell. */
export type OnHandlerError = (error: unknown, topic: string) => void

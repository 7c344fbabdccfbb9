import {
  applyMessage,
  entityIdFor,
  meets,
  Message,
  parseDiscovery,
  planCommand,
  startLive,
  type DiscoveredEntity,
  type Live,
  type Met,
  type Plan,
} from '@tali/home'

/** Whoever listens to the broker and knows the house only by what it says: what TALI is to it. */
export class Listener {
  readonly entities = new Map<string, { entity: DiscoveredEntity; live: Live }>()
  readonly faults: string[] = []
  readonly ignored: string[] = []
  readonly #byTopic = new Map<string, Set<string>>()
  /** What the broker keeps, for whoever subscribes later. */
  readonly #kept = new Map<string, string>()

  hear(topic: string, payload: string, now: number, retain = true): void {
    if (retain) this.#kept.set(topic, payload)
    const data = new TextEncoder().encode(payload)
    const said = parseDiscovery(topic, data)
    if (said.kind === 'fault') this.faults.push(said.sentence)
    if (said.kind === 'config') {
      this.faults.push(...said.notices)
      for (const entity of said.entities) this.#take(entity, now)
    }
    for (const id of this.#byTopic.get(topic) ?? []) this.#apply(id, new Message(topic, data), now)
  }

  state(id: string): string {
    return this.#known(id).live.state.value
  }

  attribute(id: string, name: string): unknown {
    return this.#known(id).live.state.attributes[name]
  }

  available(id: string): boolean {
    return this.#known(id).live.state.available
  }

  plan(id: string, action: string, parameters: Record<string, unknown> = {}): Plan {
    const { entity, live } = this.#known(id)
    return planCommand(entity, live.state, action, parameters)
  }

  answers(id: string, plan: Plan): Met | null {
    return plan.kind === 'send' && plan.expects ? meets(plan.expects, this.#known(id).live.state) : null
  }

  #known(id: string) {
    const known = this.entities.get(id)
    if (!known) throw new Error(`no ${id} among ${[...this.entities.keys()].join(', ')}`)
    return known
  }

  #apply(id: string, message: Message, now: number): void {
    const known = this.#known(id)
    const applied = applyMessage(known.entity, known.live, message, now)
    known.live = applied.live
    if (applied.ignored) this.ignored.push(`${id}: ${applied.ignored} (${message.text() ?? ''})`)
  }

  #take(entity: DiscoveredEntity, now: number): void {
    const before = [...this.entities].find(([, known]) => known.entity.key === entity.key)
    const id = before?.[0] ?? entityIdFor(entity.naming, (candidate) => this.entities.has(candidate))
    this.entities.set(id, { entity, live: before?.[1].live ?? startLive(entity, id) })
    for (const topic of entity.bindings.keys())
      this.#byTopic.set(topic, (this.#byTopic.get(topic) ?? new Set()).add(id))
    for (const topic of entity.bindings.keys()) {
      const kept = this.#kept.get(topic)
      if (kept !== undefined && !before) this.#apply(id, new Message(topic, new TextEncoder().encode(kept), true), now)
    }
  }
}

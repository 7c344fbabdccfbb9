import type { BusMessage, PubSub, Unsubscribe } from '@tali/bus'
import { parseDiscovery, type DiscoveredEntity } from '@tali/home'
import type { CoreEvents } from '../events.ts'
import type { Home } from '../home/home.ts'
import type { TopicRoutes } from '../home/topic-routes.ts'
import type { DurableRecorder } from './durable-recorder.ts'
import type { Elapsing } from './elapsing.ts'
import type { StateIntake } from './state-intake.ts'

export interface DiscoveryIntakeOptions {
  home: Home
  routes: TopicRoutes
  devices: PubSub
  states: StateIntake
  elapsing: Elapsing
  recorder: DurableRecorder
  /** New ids are to be written to the database, soon. */
  onUnsaved: () => void
  events: CoreEvents
  /** Topic prefix of discovery. */
  prefix: string
}

/** Takes devices in as they announce themselves, and listens to what they then report. */
export class DiscoveryIntake {
  readonly #options: DiscoveryIntakeOptions
  readonly #subscriptions = new Map<string, Promise<Unsubscribe>>()
  /** One description of the home at a time; messages come many at once. */
  #turn: Promise<void> = Promise.resolve()

  constructor(options: DiscoveryIntakeOptions) {
    this.#options = options
  }

  readonly take = (message: BusMessage): Promise<void> => {
    const taken = this.#turn.then(() => this.#describe(message))
    this.#turn = taken.then(
      () => {},
      () => {},
    )
    return taken.then((after) => after())
  }

  /** Listens no more: what devices say from now on is not taken. */
  async close(): Promise<void> {
    await this.#turn
    await Promise.all([...this.#subscriptions.keys()].map((topic) => this.#unlisten(topic)))
  }

  /** Changes who is there; returns what remains to be done, which other messages need not wait for. */
  async #describe(message: BusMessage): Promise<() => Promise<void>> {
    const { events, home, prefix } = this.#options
    const discovery = parseDiscovery(message.topic, message.payload, prefix)
    switch (discovery.kind) {
      case 'not_discovery':
        return nothing
      case 'fault':
        events.discoveryFault(discovery.sentence)
        return nothing
      case 'removal':
        return this.#remove(home.registry.entitiesFrom(discovery.source))
      case 'config': {
        for (const notice of discovery.notices) events.discoveryNotice(notice)
        const gone = home.registry
          .entitiesFrom(discovery.source)
          .filter((id) => discovery.removed.includes(home.registry.entity(id)?.discovered.key ?? ''))
        const removed = await this.#remove(gone)
        const added = await this.#add(discovery.entities, message.retained)
        return async () => {
          await removed()
          await added()
        }
      }
    }
  }

  async #add(entities: readonly DiscoveredEntity[], retained: boolean): Promise<() => Promise<void>> {
    const { home, routes, recorder, events, onUnsaved } = this.#options
    const topics: string[] = []
    const idle: string[] = []
    const fresh: string[] = []
    for (const discovered of entities) {
      const areaId = await this.#areaFor(discovered)
      const { id, isNew } = home.registry.put(discovered, areaId)
      const before = home.live(id)?.discovered.bindings ?? noBindings
      const after = discovered.bindings
      this.#options.elapsing.note(home.follow(id, discovered))
      const added = [...after.keys()].filter((topic) => !before.has(topic))
      routes.add(id, added)
      topics.push(...added)
      idle.push(
        ...routes.remove(
          id,
          [...before.keys()].filter((topic) => !after.has(topic)),
        ),
      )
      if (isNew) fresh.push(id)
    }
    if (entities.length > 0) home.structureChanged()
    if (home.registry.hasUnsaved) onUnsaved()
    events.discovered(entities.length)
    return async () => {
      // What the broker brings back after a restart was announced before; the ledger has it.
      const announced = retained ? [] : fresh
      await recorder.write(
        announced.map((id) =>
          recorder.make('tali.core.entity.discovered', { cause: { kind: 'device' } }, this.#about(id)),
        ),
        null,
      )
      await Promise.all(topics.map((topic) => this.#listen(topic)))
      await Promise.all(idle.map((topic) => this.#unlisten(topic)))
    }
  }

  async #remove(ids: readonly string[]): Promise<() => Promise<void>> {
    if (ids.length === 0) return nothing
    const { home, routes, recorder, elapsing } = this.#options
    const removed = ids.map((id) =>
      recorder.make('tali.core.entity.removed', { cause: { kind: 'device' } }, this.#about(id)),
    )
    const idle: string[] = []
    for (const id of ids) {
      const known = home.registry.remove(id)
      const entity = home.live(id)
      if (entity) elapsing.forget(entity)
      home.forget(id)
      idle.push(...routes.remove(id, known?.discovered.bindings.keys() ?? []))
    }
    home.structureChanged()
    return async () => {
      await recorder.write(removed, null)
      await Promise.all(idle.map((topic) => this.#unlisten(topic)))
    }
  }

  /** A device that is seen for the first time may bring its area along. */
  async #areaFor(discovered: DiscoveredEntity): Promise<string | null> {
    const { places, registry } = this.#options.home
    const name = registry.suggestedArea(discovered.device)
    if (name === null) return null
    return (places.areaNamed(name) ?? (await places.addArea({ name, floorId: null, aliases: [] }))).id
  }

  /** One subscription a topic; who comes later only gets what was retained there. */
  async #listen(topic: string): Promise<void> {
    const { devices, states } = this.#options
    const known = this.#subscriptions.get(topic)
    if (known) {
      await known
      const undo = await devices.subscribe(topic, (message) => (message.retained ? states.take(message) : undefined))
      return undo()
    }
    const subscribed = devices.subscribe(topic, states.take)
    this.#subscriptions.set(topic, subscribed)
    await subscribed
  }

  async #unlisten(topic: string): Promise<void> {
    const undo = await this.#subscriptions.get(topic)
    this.#subscriptions.delete(topic)
    await undo?.()
  }

  #about(id: string): { entityId: string; name: string; areaId: string | null } {
    const entity = this.#options.home.registry.describe(id)
    return { entityId: id, name: entity?.name ?? id, areaId: entity?.areaId ?? null }
  }
}

const nothing = async () => {}
const noBindings: DiscoveredEntity['bindings'] = new Map()

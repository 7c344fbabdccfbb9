import type { EntityRef, EntityState, Home as HomeSnapshot } from '@tali/contracts'
import { startLive, type DiscoveredEntity, type Live } from '@tali/home'
import type { LastChange } from '../ledger/cause-of.ts'
import type { Places } from './places.ts'
import type { Registry } from './registry.ts'

/** An entity with what it reports, and the change that brought it there. */
export interface LiveEntity {
  readonly id: string
  readonly discovered: DiscoveredEntity
  live: Live
  lastChange: LastChange | null
  /** Topics on which it reported since we listen: what was retained there is older. */
  readonly heardOn: Set<string>
}

export interface HomeListener {
  /** Floors, areas or entities are not what they were. */
  onStructure?(): void
  /** An entity reported, changed or not. */
  onState?(state: EntityState): void
}

/** The home as it is now: places, entities and their live state. What others see of it are copies. */
export class Home {
  readonly places: Places
  readonly registry: Registry
  readonly #live = new Map<string, LiveEntity>()
  readonly #remembered = new Map<string, EntityState>()
  readonly #listeners = new Set<HomeListener>()
  #structure = 0

  constructor(places: Places, registry: Registry) {
    this.places = places
    this.registry = registry
  }

  /** What the ledger knew when we started; an entity begins with it when it is discovered again. */
  remember(states: readonly EntityState[]): void {
    for (const state of states) this.#remembered.set(state.entityId, state)
  }

  /** Grows whenever floors, areas or entities change: who keeps something made of them looks here. */
  get structure(): number {
    return this.#structure
  }

  listen(listener: HomeListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  structureChanged(): void {
    this.#structure += 1
    for (const listener of this.#listeners) listener.onStructure?.()
  }

  live(id: string): LiveEntity | undefined {
    return this.#live.get(id)
  }

  state(id: string): EntityState | undefined {
    return this.#live.get(id)?.live.state
  }

  states(): EntityState[] {
    return Array.from(this.#live.values(), (entity) => entity.live.state)
  }

  /** Begins to follow an entity, or goes on with what it reported under its earlier description. */
  follow(id: string, discovered: DiscoveredEntity): LiveEntity {
    const before = this.#live.get(id)
    const last = before?.live.state ?? this.#remembered.get(id)
    const entity: LiveEntity = {
      id,
      discovered,
      live: startLive(discovered, id, last),
      lastChange: before?.lastChange ?? null,
      heardOn: before?.heardOn ?? new Set(),
    }
    if (before && sameAvailability(before.discovered, discovered)) {
      const { reachable, latestReachable } = before.live
      entity.live = {
        ...entity.live,
        reachable,
        latestReachable,
        state: { ...entity.live.state, available: before.live.state.available },
      }
    }
    this.#live.set(id, entity)
    return entity
  }

  forget(id: string): void {
    this.#live.delete(id)
  }

  reported(entity: LiveEntity): void {
    for (const listener of this.#listeners) listener.onState?.(entity.live.state)
  }

  /** What people call it, and where it is. */
  refer(id: string): EntityRef {
    const entity = this.registry.describe(id)
    return {
      id,
      name: entity?.name ?? id,
      domain: entity?.domain ?? id.split('.')[0] ?? '',
      deviceClass: entity?.deviceClass ?? null,
      areaName: this.places.area(entity?.areaId ?? null)?.name ?? null,
    }
  }

  snapshot(): HomeSnapshot {
    const entities = [...this.registry.entityIds()].flatMap((id) => this.registry.describe(id) ?? [])
    return { floors: this.places.floors(), areas: this.places.areas(), devices: this.registry.devices(), entities }
  }
}

function sameAvailability(a: DiscoveredEntity, b: DiscoveredEntity): boolean {
  return (
    a.availability.mode === b.availability.mode && a.availability.topics.join('\n') === b.availability.topics.join('\n')
  )
}

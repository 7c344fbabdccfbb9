import { batch, signal, type ReadonlySignal, type Signal } from '@preact/signals'
import type { EntityState, Home, LiveMessage } from '@tali/contracts'

/** The home as last heard, with a signal for each entity's state: a change redraws that entity and no other. */
export class LiveHome {
  readonly #home = signal<Home | null>(null)
  readonly #states = new Map<string, Signal<EntityState | null>>()
  readonly #heardAt = signal<string | null>(null)
  readonly #ledgerNews = signal(0)
  readonly #householdNews = signal(0)

  get home(): ReadonlySignal<Home | null> {
    return this.#home
  }

  /** When the server last spoke of states, by its own clock. */
  get heardAt(): ReadonlySignal<string | null> {
    return this.#heardAt
  }

  /** Counts the server's hints that the ledger has new lines. */
  get ledgerNews(): ReadonlySignal<number> {
    return this.#ledgerNews
  }

  /** Counts the server's hints that timers or the shopping list changed. */
  get householdNews(): ReadonlySignal<number> {
    return this.#householdNews
  }

  state(entityId: string): ReadonlySignal<EntityState | null> {
    return this.#signalOf(entityId)
  }

  take(message: LiveMessage): void {
    switch (message.type) {
      case 'home': {
        const { floors, areas, devices, entities } = message
        batch(() => {
          this.#home.value = { floors, areas, devices, entities }
          this.#takeStates(message.states)
          this.#heardAt.value = message.now
        })
        break
      }
      case 'states':
        batch(() => {
          this.#takeStates(message.states)
          this.#heardAt.value = message.now
        })
        break
      case 'ledger':
        this.#ledgerNews.value += 1
        break
      case 'household':
        this.#householdNews.value += 1
        break
    }
  }

  /** All of it as one message, to keep for a start without the server. Null when nothing was heard yet. */
  snapshot(): LiveMessage | null {
    const home = this.#home.peek()
    const now = this.#heardAt.peek()
    if (!home || !now) return null
    const states = [...this.#states.values()].map((state) => state.peek()).filter((state) => state !== null)
    return { type: 'home', ...home, states, now }
  }

  forget(): void {
    batch(() => {
      this.#home.value = null
      this.#heardAt.value = null
      for (const state of this.#states.values()) state.value = null
    })
  }

  #takeStates(states: EntityState[]): void {
    for (const state of states) this.#signalOf(state.entityId).value = state
  }

  #signalOf(entityId: string): Signal<EntityState | null> {
    let found = this.#states.get(entityId)
    if (!found) {
      found = signal(null)
      this.#states.set(entityId, found)
    }
    return found
  }
}

import type { EntityState, LiveMessage } from '@tali/contracts'
import { isoTime, type Clock } from '@tali/runtime'
import type { Home } from '../home/home.ts'

/** A page that watches. `backlog` is what its socket has not sent yet, in bytes. */
export interface Watcher {
  send(text: string): void
  backlog(): number
}

const statesEveryMs = 50
const structureAfterMs = 150
const ledgerEveryMs = 1_000
/** A watcher that is this far behind gets no more until it caught up, and then everything anew. */
const maxBacklog = 1_048_576

/**
 * Shows the home to open pages as it changes. The first change goes out at once; what follows within 50 ms goes together,
 * the latest state of each entity only, so that a flood of messages costs no more than twenty frames a second.
 */
export class LiveFeed {
  readonly #home: Home
  readonly #clock: Clock
  readonly #watchers = new Map<Watcher, { behind: boolean }>()
  readonly #states = new Map<string, EntityState>()
  readonly #stop = new AbortController()
  #statesPaused = false
  #structurePending = false
  #ledgerPaused = false
  #ledgerPending = false

  constructor(home: Home, clock: Clock) {
    this.#home = home
    this.#clock = clock
  }

  get watchers(): number {
    return this.#watchers.size
  }

  /** Shows everything, and from then on what changes. Returns its undo. */
  watch(watcher: Watcher): () => void {
    watcher.send(this.#everything())
    this.#watchers.set(watcher, { behind: false })
    return () => this.#watchers.delete(watcher)
  }

  readonly onState = (state: EntityState): void => {
    if (this.#watchers.size === 0) return
    this.#states.set(state.entityId, state)
    if (!this.#statesPaused) this.#sendStates()
  }

  readonly onStructure = (): void => {
    if (this.#structurePending || this.#watchers.size === 0) return
    this.#structurePending = true
    this.#after(structureAfterMs, () => {
      this.#structurePending = false
      this.#sendAll(this.#everything())
    })
  }

  readonly onLedger = (): void => {
    if (this.#watchers.size === 0) return
    this.#ledgerPending = true
    if (!this.#ledgerPaused) this.#sendLedger()
  }

  readonly onHousehold = (): void => this.#sendAll(message({ type: 'household' }))

  stop(): void {
    this.#stop.abort()
    this.#watchers.clear()
  }

  #sendStates(): void {
    if (this.#states.size === 0) return
    const states = [...this.#states.values()]
    this.#states.clear()
    this.#sendAll(message({ type: 'states', states, now: isoTime(this.#clock.now()) }))
    this.#statesPaused = true
    this.#after(statesEveryMs, () => {
      this.#statesPaused = false
      this.#sendStates()
    })
  }

  #sendLedger(): void {
    if (!this.#ledgerPending) return
    this.#ledgerPending = false
    this.#sendAll(message({ type: 'ledger' }))
    this.#ledgerPaused = true
    this.#after(ledgerEveryMs, () => {
      this.#ledgerPaused = false
      this.#sendLedger()
    })
  }

  #sendAll(text: string): void {
    for (const [watcher, how] of this.#watchers) {
      if (watcher.backlog() > maxBacklog) how.behind = true
      else if (how.behind) {
        how.behind = false
        watcher.send(this.#everything())
      } else watcher.send(text)
    }
  }

  #everything(): string {
    const { floors, areas, devices, entities } = this.#home.snapshot()
    return message({
      type: 'home',
      floors,
      areas,
      devices,
      entities,
      states: this.#home.states(),
      now: isoTime(this.#clock.now()),
    })
  }

  #after(ms: number, work: () => void): void {
    this.#clock.wait(ms, this.#stop.signal).then(work, () => {})
  }
}

function message(value: LiveMessage): string {
  return JSON.stringify(value)
}

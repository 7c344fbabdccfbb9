import { dueAt } from '@tali/home'
import type { Clock } from '@tali/runtime'
import type { LiveEntity } from '../home/home.ts'

/** Wakes entities that time alone changes, with one timer for all of them. */
export class Elapsing {
  readonly #clock: Clock
  readonly #due = new Map<LiveEntity, number>()
  #rearm: AbortController | null = null
  #armedFor = Infinity

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Looks again at when an entity is due. */
  readonly note = (entity: LiveEntity): void => {
    const at = dueAt(entity.live)
    if (at === null) this.#due.delete(entity)
    else {
      this.#due.set(entity, at)
      if (at < this.#armedFor) this.#rearm?.abort()
    }
  }

  forget(entity: LiveEntity): void {
    this.#due.delete(entity)
  }

  /** Hands over each entity when it is due, until aborted. */
  async run(signal: AbortSignal, elapse: (entity: LiveEntity) => Promise<void>): Promise<void> {
    while (!signal.aborted) {
      this.#armedFor = Math.min(Infinity, ...this.#due.values())
      this.#rearm = new AbortController()
      const pauseMs = Math.min(Math.max(this.#armedFor - this.#clock.now(), 0), maxPauseMs)
      await this.#clock.wait(pauseMs, AbortSignal.any([signal, this.#rearm.signal])).catch(() => {})
      const now = this.#clock.now()
      for (const [entity, at] of this.#due) {
        if (at > now) continue
        this.#due.delete(entity)
        await elapse(entity)
      }
    }
  }
}

/** The wall clock may be set: look again at least this often. */
const maxPauseMs = 60_000

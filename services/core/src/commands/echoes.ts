import type { EntityState } from '@tali/contracts'
import { meets, type Expectation, type Met } from '@tali/home'
import type { Clock } from '@tali/runtime'
import type { Origin } from '../ledger/cause-of.ts'

/** How a command that was sent stands with its device. */
export type Echo = 'answered' | 'silent' | 'superseded'

interface Running {
  readonly origin: Origin
  readonly expects: Expectation
  readonly settle: (echo: Echo) => void
}

interface Answered {
  readonly origin: Origin
  readonly expects: Expectation
  readonly until: number
}

/** How long after its first answer a device may still be busy with a command: a blind that runs, a lamp that fades. */
const finishingMs = 120_000

/**
 * The commands that devices have yet to answer, at most one an entity: a newer wish replaces the older. What an entity
 * reports on the way to what it was told is the command's doing, long after its first answer too.
 */
export class Echoes {
  readonly #clock: Clock
  readonly #running = new Map<string, Running>()
  readonly #answered = new Map<string, Answered>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Begins to wait for the answer to a command that is about to be sent. */
  expect(
    entityId: string,
    expects: Expectation,
    origin: Origin,
  ): { answer: Promise<Echo>; give: (echo: Echo) => void } {
    this.#running.get(entityId)?.settle('superseded')
    this.#answered.delete(entityId)
    const { promise: answer, resolve } = Promise.withResolvers<Echo>()
    const running: Running = {
      origin,
      expects,
      settle: (echo) => {
        if (this.#running.get(entityId) === running) this.#running.delete(entityId)
        resolve(echo)
      },
    }
    this.#running.set(entityId, running)
    return { answer, give: running.settle }
  }

  /** An entity reported: the command that this answers or goes on with, if any. */
  answers(entityId: string, state: EntityState): Origin | null {
    const running = this.#running.get(entityId)
    if (running) return this.#answerRunning(entityId, running, meets(running.expects, state))
    const answered = this.#answered.get(entityId)
    if (!answered) return null
    if (this.#clock.monotonic() < answered.until && meets(answered.expects, state) !== 'no') return answered.origin
    this.#answered.delete(entityId)
    return null
  }

  #answerRunning(entityId: string, running: Running, met: Met): Origin | null {
    if (met === 'no') return null
    this.#answered.set(entityId, {
      origin: running.origin,
      expects: running.expects,
      until: this.#clock.monotonic() + finishingMs,
    })
    running.settle('answered')
    return running.origin
  }
}

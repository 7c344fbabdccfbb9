import { randomUUID } from 'node:crypto'

/** Ids of one millisecond. */
const perMs = 4_096

/**
 * Ids of events, each greater than the one before: UUID v7 with a counter in `rand_a` (RFC 9562 §6.2, method 1). What is
 * newer in the ledger is decided by them, and two events of one millisecond must not change places.
 */
export class EventIds {
  #ms = 0
  #counter = 0

  /** `now` in epoch ms. A clock that is set back does not bring smaller ids. */
  next(now: number): string {
    if (now > this.#ms) {
      this.#ms = now
      this.#counter = 0
    } else if (++this.#counter === perMs) {
      this.#ms += 1
      this.#counter = 0
    }
    const time = Math.floor(this.#ms).toString(16).padStart(12, '0')
    const counter = this.#counter.toString(16).padStart(3, '0')
    // Variant and the 62 random bits of a v4 are those of a v7; Node draws them in stock, not one id at a time.
    return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}${randomUUID().slice(18)}`
  }
}

import { randomBytes } from 'node:crypto'

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
    const bytes = randomBytes(16)
    bytes.writeUIntBE(Math.floor(this.#ms), 0, 6)
    bytes.writeUInt16BE(0x7000 | this.#counter, 6)
    bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8)
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  }
}

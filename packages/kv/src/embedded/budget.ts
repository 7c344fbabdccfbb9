/** The bytes that all journals of a store may take together. */
export class Budget {
  readonly limit: number
  readonly #reclaim: () => void
  #used = 0

  /** `reclaim` is called when the limit is reached, and gives back what is no longer needed. */
  constructor(limit: number, reclaim: () => void) {
    this.limit = limit
    this.#reclaim = reclaim
  }

  get used(): number {
    return this.#used
  }

  /** Takes the bytes, or returns false and takes none. */
  take(bytes: number): boolean {
    if (this.#used + bytes > this.limit) this.#reclaim()
    if (this.#used + bytes > this.limit) return false
    this.#used += bytes
    return true
  }

  /** Counts what is on disk already, whether or not it fits. */
  count(bytes: number): void {
    this.#used += bytes
  }

  giveBack(bytes: number): void {
    this.#used -= bytes
  }
}

/** A thing that will be done at a time; `owner` is what can call it off. */
interface Entry {
  readonly at: number
  readonly order: number
  readonly owner: string
  readonly act: (now: number) => void
}

/**
 * What lies ahead, in the order of its time; what falls on one time is done in the order it was put down. Time moves
 * only when `run` is told to, so that the same agenda serves a wall clock and a test.
 */
export class Agenda {
  #entries: Entry[] = []
  #count = 0

  /** Puts something down. One owner has at most one entry: a new one takes the place of the old. */
  put(owner: string, at: number, act: (now: number) => void): void {
    this.drop(owner)
    const entry = { at, order: (this.#count += 1), owner, act }
    const place = this.#entries.findIndex((other) => other.at > at)
    if (place === -1) this.#entries.push(entry)
    else this.#entries.splice(place, 0, entry)
  }

  /** Puts something down that nobody calls off. */
  also(at: number, act: (now: number) => void): void {
    this.put(`#${this.#count}`, at, act)
  }

  drop(owner: string): void {
    const place = this.#entries.findIndex((entry) => entry.owner === owner)
    if (place !== -1) this.#entries.splice(place, 1)
  }

  /** When the next thing is due, in epoch ms. */
  get nextAt(): number | null {
    return this.#entries[0]?.at ?? null
  }

  /** Does what is due by `until`, each at its own time. */
  run(until: number): void {
    for (let next = this.#entries[0]; next && next.at <= until; next = this.#entries[0]) {
      this.#entries.shift()
      next.act(next.at)
    }
  }
}

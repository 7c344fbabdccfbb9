import type { Clock } from '../src/index.ts'

/** A clock that moves only when a test moves it. */
export class FakeClock implements Clock {
  #now: number
  #count = 0
  readonly #waiting = new Map<number, { at: number; work: () => void }>()

  constructor(start: string) {
    this.#now = Date.parse(start)
  }

  readonly now = (): number => this.#now

  readonly after = (ms: number, work: () => void): (() => void) => {
    const id = (this.#count += 1)
    this.#waiting.set(id, { at: this.#now + ms, work })
    return () => void this.#waiting.delete(id)
  }

  get waiting(): number {
    return this.#waiting.size
  }

  /** Lets time pass; everything that falls due happens at its own time. */
  advance(ms: number): void {
    const until = this.#now + ms
    for (;;) {
      const [next] = [...this.#waiting].filter(([, { at }]) => at <= until).sort(([, a], [, b]) => a.at - b.at)
      if (!next) break
      this.#waiting.delete(next[0])
      this.#now = Math.max(this.#now, next[1].at)
      next[1].work()
    }
    this.#now = until
  }

  /** The machine sleeps: time passes and nothing happens until it wakes. */
  sleep(ms: number): void {
    this.#now += ms
  }
}

/** Minutes after midnight in UTC, wherever the test runs. */
export function utcMinuteOfDay(now: number): number {
  return (now / 60_000) % 1_440
}

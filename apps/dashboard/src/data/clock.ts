import { signal, type ReadonlySignal } from '@preact/signals'

/** The server's time as this screen knows it, so that ages are right where the screen's own clock is wrong. */
export class Clock {
  readonly #local: () => number
  readonly #offsetMs = signal(0)
  readonly #second = signal(0)
  #timer: ReturnType<typeof setInterval> | undefined

  constructor(local: () => number) {
    this.#local = local
  }

  start(): void {
    this.#second.value = this.now()
    this.#timer = setInterval(() => (this.#second.value = this.now()), 1_000)
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  /** Learns from a message that left the server at `iso`. */
  hear(iso: string): void {
    const offset = Date.parse(iso) - this.#local()
    // Below two seconds it is the line that is slow, and moving would make ages flicker.
    if (Math.abs(offset - this.#offsetMs.peek()) > 2_000) this.#offsetMs.value = offset
  }

  now(): number {
    return this.#local() + this.#offsetMs.peek()
  }

  /** Milliseconds since the epoch, once a second: whoever reads it is drawn anew each second. */
  get second(): ReadonlySignal<number> {
    return this.#second
  }
}

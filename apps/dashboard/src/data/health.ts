import { signal, type ReadonlySignal } from '@preact/signals'
import type { SystemHealth } from '@tali/contracts'
import type { Api } from './api.ts'

/** The system's health as last asked for; the System view asks often, the rail's dot seldom. */
export class Health {
  readonly #api: Pick<Api, 'system'>
  readonly #latest = signal<SystemHealth | null>(null)
  readonly #error = signal<unknown>(null)
  #asking = false

  constructor(options: { api: Pick<Api, 'system'> }) {
    this.#api = options.api
  }

  get latest(): ReadonlySignal<SystemHealth | null> {
    return this.#latest
  }
  get error(): ReadonlySignal<unknown> {
    return this.#error
  }

  async ask(): Promise<void> {
    if (this.#asking) return
    this.#asking = true
    try {
      this.#latest.value = await this.#api.system()
      this.#error.value = null
    } catch (error) {
      this.#error.value = error
    } finally {
      this.#asking = false
    }
  }
}

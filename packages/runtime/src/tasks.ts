import type { Logger } from './log.ts'

/** Work that nobody waits for. It is named, a failure of it is logged, and a stop waits for it. */
export class Tasks {
  readonly #log: Logger
  readonly #underway = new Set<Promise<void>>()

  constructor(log: Logger) {
    this.#log = log
  }

  /** Runs `work` in the background. An abort is an end, not a failure. */
  run(name: string, work: () => Promise<unknown>, signal?: AbortSignal): void {
    const task = this.#watch(name, work, signal)
    this.#underway.add(task)
    void task.finally(() => this.#underway.delete(task))
  }

  /** Resolves when nothing runs any more. */
  async settled(): Promise<void> {
    while (this.#underway.size > 0) await Promise.all(this.#underway)
  }

  async #watch(name: string, work: () => Promise<unknown>, signal?: AbortSignal): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (!signal?.aborted) this.#log.error({ error, task: name }, 'a background task failed')
    }
  }
}

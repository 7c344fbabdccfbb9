import { JournalFull } from '../errors.ts'

export interface Append {
  readonly values: readonly string[]
  /** Bytes taken from the budget for it. */
  readonly bytes: number
  resolve(ids: string[]): void
  reject(reason: unknown): void
}

/** One commit takes at most so much, so that a slow disk is asked for little at a time. */
const COMMIT_BYTES = 4 * 1024 * 1024
/** What may wait for the disk. More waiting would only hide that it is too slow. */
const WAITING_BYTES = 8 * 1024 * 1024

/**
 * Group commit: what arrives while the disk is busy waits, and goes with the next write and sync. One commit runs at a
 * time, so a slower disk gets larger commits, not more of them.
 */
export class CommitQueue {
  readonly #commit: (appends: Append[]) => Promise<void>
  #waiting: Append[] = []
  #waitingBytes = 0
  #running: Promise<void> | undefined

  /** `commit` settles each of the appends and never rejects. */
  constructor(commit: (appends: Append[]) => Promise<void>) {
    this.#commit = commit
  }

  /** Throws `JournalFull` when the disk does not keep up. */
  refuseIfFull(bytes: number): void {
    if (this.#waitingBytes === 0 || this.#waitingBytes + bytes <= WAITING_BYTES) return
    throw new JournalFull(
      `The disk does not keep up: ${this.#waitingBytes} bytes wait to be written, ${bytes} more would pass the bound ` +
        `of ${WAITING_BYTES}. Try again when it has caught up.`,
    )
  }

  push(append: Append): void {
    this.#waiting.push(append)
    this.#waitingBytes += append.bytes
    this.#running ??= this.#run()
  }

  /** Resolves when nothing waits. */
  async settled(): Promise<void> {
    while (this.#running) await this.#running
  }

  async #run(): Promise<void> {
    // Whatever the same turn of the event loop appends goes with the first commit.
    await Promise.resolve()
    while (this.#waiting.length > 0) await this.#commit(this.#take())
    this.#running = undefined
  }

  #take(): Append[] {
    let bytes = 0
    let count = 0
    for (const append of this.#waiting) {
      if (count > 0 && bytes + append.bytes > COMMIT_BYTES) break
      bytes += append.bytes
      count++
    }
    const taken = count === this.#waiting.length ? this.#waiting : this.#waiting.slice(0, count)
    this.#waiting = count === this.#waiting.length ? [] : this.#waiting.slice(count)
    this.#waitingBytes -= bytes
    return taken
  }
}

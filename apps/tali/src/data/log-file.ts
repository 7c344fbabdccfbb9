import { closeSync, fstatSync, openSync, renameSync, writeSync } from 'node:fs'

/** Keeps this many files of this size. */
const maxBytes = 10_000_000
const kept = 3

/**
 * Lines into a file that is set aside when it is full: never more than 40 MB of logs. Written at once and in place, so the
 * last words before a crash are there; the house logs a few lines a minute.
 */
export class LogFile implements Disposable {
  readonly #path: string
  #file: number
  #bytes: number

  constructor(path: string) {
    this.#path = path
    this.#file = openSync(path, 'a', 0o600)
    this.#bytes = fstatSync(this.#file).size
  }

  write(line: string): void {
    if (this.#bytes > maxBytes) this.#setAside()
    this.#bytes += writeSync(this.#file, line)
  }

  [Symbol.dispose](): void {
    closeSync(this.#file)
  }

  #setAside(): void {
    closeSync(this.#file)
    for (let n = kept; n >= 1; n -= 1) rename(n === 1 ? this.#path : `${this.#path}.${n - 1}`, `${this.#path}.${n}`)
    this.#file = openSync(this.#path, 'a', 0o600)
    this.#bytes = 0
  }
}

function rename(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    // Fewer were kept so far.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
}

import type { Batch } from './batch.ts'

/** What a stream keeps of recent entries for those groups that are nearly up to date; others read from disk. */
const WINDOW_BYTES = 4 * 1024 * 1024
/** Ids, objects and arrays beside the text itself. */
const OVERHEAD_BYTES = 120

/** The newest batches of a stream, in memory. */
export class Window {
  readonly #batches: { batch: Batch; bytes: number }[] = []
  #bytes = 0

  /** Adds a batch that begins where the last one ended. */
  push(batch: Batch): void {
    const bytes = batch.entries.reduce((sum, entry) => sum + entry.value.length + OVERHEAD_BYTES, 0)
    this.#batches.push({ batch, bytes })
    this.#bytes += bytes
    while (this.#bytes > WINDOW_BYTES && this.#batches.length > 1) this.#shift()
  }

  /** Forgets the batches that end at or before this position. */
  dropBefore(position: number): void {
    for (let oldest = this.#batches[0]; oldest && endOf(oldest.batch) <= position; oldest = this.#batches[0]) {
      this.#shift()
    }
  }

  /** Entries from `from` on, at most `count`; undefined when `from` is not in the window. */
  read(from: number, count: number): Batch[] | undefined {
    const start = this.#indexOf(from)
    if (start < 0) return undefined
    const found: Batch[] = []
    let missing = count
    for (let i = start; missing > 0; i++) {
      const batch = this.#batches[i]?.batch
      if (!batch) break
      const part = partOf(batch, Math.max(from, batch.first), missing)
      found.push(part)
      missing -= part.entries.length
    }
    return found
  }

  /** By halving: the last batch that begins at or before the position, if it holds it. */
  #indexOf(position: number): number {
    let low = 0
    let high = this.#batches.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#batches[middle]?.batch.first ?? Infinity) <= position) low = middle + 1
      else high = middle
    }
    const found = this.#batches[low - 1]
    return found && position < endOf(found.batch) ? low - 1 : -1
  }

  #shift(): void {
    this.#bytes -= this.#batches.shift()?.bytes ?? 0
  }
}

function partOf(batch: Batch, from: number, count: number): Batch {
  const skip = from - batch.first
  if (skip === 0 && batch.entries.length <= count) return batch
  return { first: from, ms: batch.ms, entries: batch.entries.slice(skip, skip + count) }
}

function endOf(batch: Batch): number {
  return batch.first + batch.entries.length
}

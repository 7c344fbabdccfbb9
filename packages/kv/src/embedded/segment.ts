import { join } from 'node:path'
import { JournalDamaged } from '../errors.ts'
import { type Batch, decodeBatch, decodeHead, encodeBatch } from './batch.ts'
import { createWhole, type Disk, type DiskFile } from './disk.ts'
import { isTornTail, readFrames } from './read-frames.ts'

/** How far apart the places are that the index of a segment remembers. */
const MARK_BYTES = 64 * 1024
/** About as much as one read brings into memory. */
const READ_BYTES = 1024 * 1024

/**
 * One file of a stream: a row of batches. The first is empty and says at which position and time the file begins, so
 * that a stream whose older files are gone still continues its ids.
 */
export class Segment {
  readonly path: string
  readonly first: number
  readonly #disk: Disk
  #file: Promise<DiskFile> | undefined
  #size: number
  #uncut = false
  /** Sparse index, ascending, filled by appending and by reading. */
  readonly #marks: { position: number; offset: number }[]

  private constructor(disk: Disk, path: string, first: number, size: number, file?: DiskFile) {
    this.#disk = disk
    this.path = path
    this.first = first
    this.#size = size
    this.#file = file && Promise.resolve(file)
    this.#marks = [{ position: first, offset: 0 }]
  }

  static async create(disk: Disk, dir: string, first: number, ms: number): Promise<Segment> {
    const path = join(dir, fileName(first))
    const head = encodeBatch(first, ms, [], 0)
    return new Segment(disk, path, first, head.length, await createWhole(disk, path, head))
  }

  /** A file from an earlier life; `recover` must be called on the last one of a stream. */
  static async open(disk: Disk, dir: string, name: string): Promise<Segment> {
    const path = join(dir, name)
    return new Segment(disk, path, positionIn(name), await disk.size(path))
  }

  get size(): number {
    return this.#size
  }

  /** Appends a frame whose first entry is at `position`. Resolves when it is durable; a failed one leaves no trace. */
  async append(frame: Buffer, position: number): Promise<void> {
    const file = await this.#opened()
    if (this.#uncut) await this.#cut(file)
    try {
      await file.write(frame, this.#size)
      await file.sync()
    } catch (error) {
      this.#uncut = true
      // When even this fails the next append tries again first.
      await this.#cut(file).catch(() => undefined)
      throw error
    }
    this.#mark(position, this.#size)
    this.#size += frame.length
  }

  /** Entries from position `from` on, at most `count`, and no more than about a megabyte; none beyond this file. */
  async read(from: number, count: number): Promise<Batch[]> {
    const file = await this.#opened()
    const batches: Batch[] = []
    let offset = this.#markBefore(from)
    let found = 0
    let bytes = 0
    while (found < count && bytes < READ_BYTES && offset < this.#size) {
      const { frames, next, bad } = await readFrames(file, offset, this.#size)
      for (const frame of frames) {
        this.#mark(decodeHead(frame.payload).first, frame.offset)
        const batch = decodeBatch(frame.payload, from, count - found)
        if (!batch) continue
        batches.push(batch)
        found += batch.entries.length
        bytes += frame.payload.length
        if (found >= count || bytes >= READ_BYTES) break
      }
      // What is good before the damage is still given.
      if (bad && found === 0) throw this.#damaged(next)
      if (bad) break
      offset = next
    }
    return batches
  }

  /**
   * Reads the whole file, cuts off a torn tail, and says where the stream ends. Rejects with `JournalDamaged` when what
   * is bad is not the tail.
   */
  async recover(): Promise<{ end: number; ms: number; torn: number }> {
    const file = await this.#opened()
    const size = this.#size
    let end = this.first
    let ms = 0
    let offset = 0
    while (offset < size) {
      const { frames, next, bad } = await readFrames(file, offset, size)
      for (const frame of frames) {
        const head = decodeHead(frame.payload)
        if (head.first !== end) throw this.#damaged(frame.offset)
        this.#mark(head.first, frame.offset)
        end = head.first + head.count
        ms = head.ms
      }
      offset = next
      if (!bad) continue
      // The head was written whole before the file had its name: it cannot be torn.
      if (offset === 0 || !(await isTornTail(file, offset, size))) throw this.#damaged(offset)
      this.#size = offset
      await this.#cut(file)
      break
    }
    if (size === 0) throw this.#damaged(0)
    return { end, ms, torn: size - this.#size }
  }

  async remove(): Promise<void> {
    await this.close()
    await this.#disk.remove(this.path)
  }

  async close(): Promise<void> {
    const file = this.#file
    this.#file = undefined
    await (await file)?.close()
  }

  #opened(): Promise<DiskFile> {
    this.#file ??= this.#disk.open(this.path, 'existing').catch((error: unknown) => {
      this.#file = undefined
      throw error
    })
    return this.#file
  }

  async #cut(file: DiskFile): Promise<void> {
    await file.truncate(this.#size)
    await file.sync()
    this.#uncut = false
  }

  #mark(position: number, offset: number): void {
    const last = this.#marks.at(-1)
    if (!last || offset >= last.offset + MARK_BYTES) this.#marks.push({ position, offset })
  }

  #markBefore(position: number): number {
    return this.#marks.findLast((mark) => mark.position <= position)?.offset ?? 0
  }

  #damaged(offset: number): JournalDamaged {
    return new JournalDamaged(
      `${this.path} is damaged at byte ${offset}. Restore this file from a backup; or move it and the files after it ` +
        'out of the folder, which loses the entries in them.',
    )
  }
}

/** Sixteen digits hold any position, and sort as text. */
function fileName(first: number): string {
  return `${String(first).padStart(16, '0')}.log`
}

export function isSegment(name: string): boolean {
  return /^\d{16}\.log$/.test(name)
}

function positionIn(name: string): number {
  return Number(name.slice(0, 16))
}

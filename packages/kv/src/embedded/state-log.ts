import { dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { JournalDamaged, JournalFull } from '../errors.ts'
import { createWhole, type Disk, type DiskFile, isNoRoom } from './disk.ts'
import type { FaultLog } from './fault.ts'
import { frameOf } from './frame.ts'
import { isTornTail, readFrames } from './read-frames.ts'

export interface StateLogOptions<Snapshot, Change> {
  disk: Disk
  path: string
  fault: FaultLog
  /** All of the state now. */
  snapshot: () => Snapshot
  /** Called while opening: first, if there is a file, with its snapshot, then with each change since. */
  restore: (snapshot: Snapshot) => void
  apply: (change: Change) => void
  /**
   * Sync every write unless `note` says otherwise. Without it a kill loses nothing, but a power cut may lose any of
   * the last writes, so that reading ends at the first bad frame instead of calling it damage.
   */
  synced: boolean
}

/** Changes beyond this, and the file is written anew as a snapshot. */
const GROWTH_BYTES = 1024 * 1024
/** Between two appends. */
const REST_MS = 10
const MAX_WAITING = 10_000
const RETRY_MS = { first: 1_000, last: 30_000 }

/**
 * A small state in memory and its file: a snapshot, then the changes since. When a write fails the file is written
 * anew, later, by itself: the state in memory is the truth. Values must be what JSON can hold.
 */
export class StateLog<Snapshot, Change> {
  readonly #options: StateLogOptions<Snapshot, Change>
  #file: DiskFile | undefined
  #size = 0
  #snapshotSize = 0
  #waiting: Change[] = []
  /** The file lacks something that only a new snapshot brings. */
  #isStale = false
  #wantsSync = false
  /** Set while writing fails. */
  #retryMs: number | undefined
  #retry: NodeJS.Timeout | undefined
  #work: Promise<void> = Promise.resolve()
  #isScheduled = false
  #appendedAt = -Infinity

  constructor(options: StateLogOptions<Snapshot, Change>) {
    this.#options = options
  }

  /** Reads the file, if there is one. Rejects with `JournalDamaged`. */
  async open(): Promise<void> {
    const { disk, path, restore, apply, fault, synced } = this.#options
    const size = await disk.size(path).catch(missing)
    if (size === undefined) return
    const file = (this.#file = await disk.open(path, 'existing'))
    let isFirst = true
    while (this.#size < size) {
      const { frames, next, bad } = await readFrames(file, this.#size, size)
      for (const { payload } of frames) {
        if (isFirst) {
          restore(JSON.parse(payload.toString()))
          this.#snapshotSize = this.#size + payload.length
        } else for (const change of JSON.parse(payload.toString())) apply(change)
        isFirst = false
      }
      this.#size = next
      if (!bad) continue
      if (isFirst || (synced && !(await isTornTail(file, next, size)))) throw damaged(path, next)
      await file.truncate(next)
      fault({
        kind: 'torn-tail',
        message: `${path} ended in a record that a crash or a power cut had cut short; its ${size - next} bytes were dropped.`,
        file: path,
      })
      break
    }
    if (isFirst) throw damaged(path, 0)
  }

  /** Writes a change soon. Nothing waits for it; a failure is reported, and mended later. */
  note(change: Change, isDurable: boolean = this.#options.synced): void {
    if (this.#waiting.length < MAX_WAITING) this.#waiting.push(change)
    else this.#isStale = true
    this.#wantsSync ||= isDurable
    if (this.#isScheduled || this.#retry) return
    this.#isScheduled = true
    this.#work = this.#work.then(() => this.#drain())
  }

  /** Resolves when all that was noted is durable. Rejects as `save` does. */
  async settled(): Promise<void> {
    await this.#work
    if (this.#isStale) await this.save()
  }

  /** Resolves when all of the state is durable. Rejects with `JournalFull`, or the disk's own error. */
  async save(): Promise<void> {
    const saved = this.#work.then(() => this.#replace())
    this.#work = saved.catch((cause: unknown) => this.#failed(cause))
    await saved.catch((cause: unknown) => {
      if (isNoRoom(cause)) throw new JournalFull(`The disk is full: ${this.#options.path}`, { cause })
      throw cause
    })
  }

  /** Writes what waits, and closes the file. */
  async close(): Promise<void> {
    await this.#work
    if (this.#isStale) await this.#drain()
    clearTimeout(this.#retry)
    await this.#file?.sync().catch((cause: unknown) => this.#failed(cause))
    clearTimeout(this.#retry)
    await this.#file?.close()
  }

  async #drain(): Promise<void> {
    // The first change after a rest is written at once, those that follow closely together.
    const restMs = this.#appendedAt + REST_MS - performance.now()
    if (restMs > 0) await delay(restMs)
    this.#isScheduled = false
    const isGrown = this.#size > this.#snapshotSize * 2 + GROWTH_BYTES
    try {
      if (!this.#file || this.#isStale || isGrown) await this.#replace()
      else await this.#append(this.#file)
    } catch (cause) {
      this.#failed(cause)
    }
  }

  async #append(file: DiskFile): Promise<void> {
    if (this.#waiting.length === 0) return
    const frame = frameOf(JSON.stringify(this.#waiting))
    const wantsSync = this.#wantsSync
    this.#waiting = []
    this.#wantsSync = false
    this.#appendedAt = performance.now()
    await file.write(frame, this.#size)
    this.#size += frame.length
    if (wantsSync) await file.sync()
  }

  async #replace(): Promise<void> {
    const { disk, path, snapshot } = this.#options
    this.#waiting = []
    this.#wantsSync = false
    this.#isStale = false
    const frame = frameOf(JSON.stringify(snapshot()))
    if (!this.#file) await disk.makeDirectory(dirname(path))
    const file = await createWhole(disk, path, frame)
    await this.#file?.close()
    this.#file = file
    this.#size = this.#snapshotSize = frame.length
    this.#retryMs = undefined
  }

  /** The file lacks what was to be written now: a new snapshot brings it, in a while. */
  #failed(cause: unknown): void {
    this.#isStale = true
    if (!this.#retryMs) this.#report(cause)
    this.#retryMs = Math.min((this.#retryMs ?? RETRY_MS.first / 2) * 2, RETRY_MS.last)
    this.#retry ??= setTimeout(() => {
      this.#retry = undefined
      this.#work = this.#work.then(() => this.#drain())
    }, this.#retryMs).unref()
  }

  #report(cause: unknown): void {
    const { fault, path } = this.#options
    const why = isNoRoom(cause) ? 'the disk is full' : 'the disk refuses'
    fault({ kind: 'write-failed', message: `${path} cannot be written: ${why}. It is tried again.`, file: path, cause })
  }
}

function missing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined
  throw error
}

function damaged(path: string, offset: number): JournalDamaged {
  return new JournalDamaged(
    `${path} is damaged at byte ${offset}. Restore this file from a backup, or move it away: what it held is ` +
      'short-lived state and is built anew.',
  )
}

import { JournalFull } from '../errors.ts'
import type { SetOptions } from '../kv.ts'

interface Held {
  value: string
  /** Infinity when it stays. */
  expiresAt: number
  volatile: boolean
}

/** A key as it is written down; without a value it is gone. */
export type KeyChange = [key: string] | [key: string, value: string, expiresAt: number | null]

/** What all keys may take in memory, and each beside its text. */
const MAX_BYTES = 64 * 1024 * 1024
const OVERHEAD_BYTES = 100

/** The keys in memory. Knows which changed since it was last asked, each once. */
export class KeyTable {
  readonly #now: () => number
  readonly #keys = new Map<string, Held>()
  readonly #changed = new Set<string>()
  #bytes = 0
  #setsUntilSweep = 0

  constructor(now: () => number) {
    this.#now = now
  }

  get(key: string): string | null {
    return this.#living(key)?.value ?? null
  }

  /** Returns false when the key exists and should not. Throws `JournalFull` when the keys are too many. */
  set(key: string, value: string, options: SetOptions): boolean {
    const { ttlMs = Infinity, onlyIfAbsent = false, volatile = false } = options
    if (onlyIfAbsent && this.#living(key)) return false
    this.#sweepNowAndThen()
    const held = { value, expiresAt: this.#now() + ttlMs, volatile }
    const before = this.#keys.get(key)
    const more = bytesOf(key, held) - (before ? bytesOf(key, before) : 0)
    if (more > 0 && this.#bytes + more > MAX_BYTES) this.#sweep()
    if (more > 0 && this.#bytes + more > MAX_BYTES) {
      throw new JournalFull(`The keys hold ${this.#bytes} of ${MAX_BYTES} bytes: no room for ${key}.`)
    }
    this.#keys.set(key, held)
    this.#bytes += more
    // One that is volatile now may be on disk from before.
    if (!volatile || (before && !before.volatile)) this.#changed.add(key)
    return true
  }

  delete(key: string): boolean {
    const wasLiving = this.#living(key) !== undefined
    this.#remove(key)
    return wasLiving
  }

  expire(key: string, ttlMs: number): boolean {
    const held = this.#living(key)
    if (!held) return false
    held.expiresAt = this.#now() + ttlMs
    if (!held.volatile) this.#changed.add(key)
    return true
  }

  *keys(prefix: string): Generator<string> {
    for (const key of this.#keys.keys()) if (key.startsWith(prefix) && this.#living(key)) yield key
  }

  get hasChanges(): boolean {
    return this.#changed.size > 0
  }

  /** What changed since the last call. */
  takeChanges(): KeyChange[] {
    const changes = [...this.#changed].map((key) => written(key, this.#keys.get(key)))
    this.#changed.clear()
    return changes
  }

  /** All that is worth keeping. */
  snapshot(): KeyChange[] {
    const all = this.#keys.entries().map(([key, held]) => written(key, held))
    return all.filter((change) => change.length > 1).toArray()
  }

  /** Takes over what was written down. */
  restore(changes: readonly KeyChange[]): void {
    for (const [key, value, expiresAt] of changes) {
      this.#remove(key)
      if (value === undefined) continue
      const held = { value, expiresAt: expiresAt ?? Infinity, volatile: false }
      this.#keys.set(key, held)
      this.#bytes += bytesOf(key, held)
    }
    this.#changed.clear()
  }

  #living(key: string): Held | undefined {
    const held = this.#keys.get(key)
    if (!held || held.expiresAt > this.#now()) return held
    this.#remove(key)
    return undefined
  }

  #remove(key: string): void {
    const held = this.#keys.get(key)
    if (!held) return
    this.#keys.delete(key)
    this.#bytes -= bytesOf(key, held)
    if (!held.volatile) this.#changed.add(key)
  }

  /** Looks at every key after as many sets as there are keys: what expired cannot outnumber what lives for long. */
  #sweepNowAndThen(): void {
    if (this.#setsUntilSweep-- <= 0) this.#sweep()
  }

  #sweep(): void {
    const now = this.#now()
    for (const [key, held] of this.#keys) if (held.expiresAt <= now) this.#remove(key)
    this.#setsUntilSweep = Math.max(this.#keys.size, 1_000)
  }
}

function written(key: string, held: Held | undefined): KeyChange {
  if (!held || held.volatile) return [key]
  return [key, held.value, held.expiresAt === Infinity ? null : held.expiresAt]
}

function bytesOf(key: string, held: Held): number {
  return key.length + held.value.length + OVERHEAD_BYTES
}

/**
 * An append-only log that several consumer groups read, each at its own pace: Redis Streams' model
 * (XADD, XREADGROUP, XACK, XAUTOCLAIM). Within a group an entry goes to one consumer, and stays pending
 * until acknowledged; what is pending is delivered again after a restart: at least once.
 */
export interface Stream {
  /**
   * Resolves with the entries' ids, in order, when they will survive a kill (embedded: after fsync, many callers
   * sharing one). Rejects with `JournalFull` when no room is left; nothing was appended then.
   */
  append(...values: string[]): Promise<string[]>

  /** Makes a group, or does nothing when it exists. `start` says which entries are new to it. */
  createGroup(group: string, start: GroupStart): Promise<void>

  /**
   * New entries for this consumer, oldest first; after a restart of the consumer's process first those it had not
   * acknowledged. Waits up to `blockMs` when there are none. Rejects with `NoSuchGroup`; with the signal's reason
   * when aborted.
   */
  read(group: string, consumer: string, options?: ReadOptions): Promise<StreamEntry[]>

  /** Ids already acknowledged, or unknown, are ignored. */
  acknowledge(group: string, ids: readonly string[]): Promise<void>

  /** Takes over entries that other consumers of the group left pending for `idleMs` or longer; `count` is 500. */
  claimIdle(group: string, consumer: string, options: { idleMs: number; count?: number }): Promise<StreamEntry[]>

  /** The newest `count` entries that are kept, oldest first; no group is asked and none moves (XREVRANGE). */
  tail(count: number): Promise<StreamEntry[]>

  info(): Promise<StreamInfo>
}

export interface StreamEntry {
  /** `<milliseconds>-<sequence>`, as in Redis; greater for a later entry. */
  readonly id: string
  readonly value: string
  /** How often this entry was delivered to its group, this time included: 1 is the first; 0 from `tail`. */
  readonly deliveries: number
}

export type GroupStart = 'beginning' | 'end'

export interface ReadOptions {
  /** Default 500. */
  count?: number
  /** Default 0: do not wait. */
  blockMs?: number
  signal?: AbortSignal
}

export interface StreamOptions {
  /**
   * Entries kept at least, acknowledged or not; older ones that every group has acknowledged may be dropped. A store
   * that has no more room may drop acknowledged ones earlier. Default 10,000.
   */
  keep?: number
}

export interface StreamInfo {
  /** Entries kept. */
  length: number
  lastId: string | null
  groups: { name: string; pending: number; lag: number }[]
}

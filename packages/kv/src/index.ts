export type { Kv, SetOptions, Lock, LockOptions } from './kv.ts'
export type { Stream, StreamEntry, StreamInfo, StreamOptions, ReadOptions, GroupStart } from './stream.ts'
export { KvClosed, JournalFull, JournalDamaged, KvFailed, KvUnavailable, LockLost, NoSuchGroup } from './errors.ts'

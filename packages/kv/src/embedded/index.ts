export { openEmbeddedKv, type OpenEmbeddedKvOptions } from './open-embedded-kv.ts'
export type { FaultLog, KvFault } from './fault.ts'
export type { Disk, DiskFile } from './disk.ts'

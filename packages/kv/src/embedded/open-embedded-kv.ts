import { realpath } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Kv } from '../kv.ts'
import { type Disk, nodeDisk } from './disk.ts'
import { EmbeddedKv } from './embedded-kv.ts'
import type { FaultLog } from './fault.ts'

export interface OpenEmbeddedKvOptions {
  /** The folder of the store, made when missing. One process at a time may use it: that is the caller's business. */
  dir: string
  /** Milliseconds since 1970. Default `Date.now`. Waiting for a time to pass is real time in any case. */
  now?: () => number
  /** What the journals of all streams may take together, in bytes. Default 512 MB. */
  maxBytes?: number
  /** Gets what no call reports: a torn tail that was dropped, a full disk. Default: nothing is told. */
  log?: FaultLog
  /** Default: the file system. */
  disk?: Disk
}

const DEFAULT_MAX_BYTES = 512 * 1024 * 1024

/** Two stores on one folder would overwrite each other; within this process nobody else can know. */
const openFolders = new Set<string>()

/**
 * Opens the key-value store of this process, which the caller disposes. Appended entries survive a kill and a power cut
 * from the moment their append resolves; keys are written within a second; acknowledgements too (a kill before makes
 * the entries be delivered again). Rejects with `JournalDamaged` when a file is damaged other than at its torn end, and
 * when the folder is open already.
 */
export async function openEmbeddedKv(options: OpenEmbeddedKvOptions): Promise<Kv> {
  const { dir, now = Date.now, maxBytes = DEFAULT_MAX_BYTES, log = () => undefined, disk = nodeDisk } = options
  await disk.makeDirectory(dir)
  const folder = await realpath(resolve(dir))
  if (openFolders.has(folder)) throw new Error(`The key-value store in ${folder} is open already in this process.`)
  openFolders.add(folder)
  const kv = new EmbeddedKv({ dir: folder, disk, now, maxBytes, fault: log, closed: () => openFolders.delete(folder) })
  try {
    await kv.open()
    return kv
  } catch (error) {
    await kv[Symbol.asyncDispose]()
    throw error
  }
}

import { type Disk, type DiskFile, nodeDisk } from '../src/embedded/disk.ts'

/** The real file system, which can be made slow, full or forgetful, and counts what it is asked. */
export class TrialDisk implements Disk {
  /** Bytes that may still be written; a write beyond writes what fits and fails, as a real disk does. */
  room = Infinity
  /** Called before each sync; may wait or throw. */
  beforeSync: () => Promise<void> = () => Promise.resolve()
  failTruncate = false
  syncs = 0
  openFiles = 0

  async open(path: string, how: 'existing' | 'new'): Promise<DiskFile> {
    const file = await nodeDisk.open(path, how)
    this.openFiles++
    return {
      read: (buffer, position) => file.read(buffer, position),
      write: async (buffer, position) => {
        const fits = buffer.subarray(0, Math.min(buffer.length, this.room))
        this.room -= fits.length
        await file.write(fits, position)
        if (fits.length < buffer.length) throw noSpace()
      },
      sync: async () => {
        this.syncs++
        await this.beforeSync()
        await file.sync()
      },
      truncate: async (size) => {
        if (this.failTruncate) throw noSpace()
        await file.truncate(size)
      },
      close: async () => {
        this.openFiles--
        await file.close()
      },
    }
  }

  size = (path: string): Promise<number> => nodeDisk.size(path)
  rename = (from: string, to: string): Promise<void> => nodeDisk.rename(from, to)
  remove = (path: string): Promise<void> => nodeDisk.remove(path)
  list = (dir: string): Promise<string[]> => nodeDisk.list(dir)
  makeDirectory = (dir: string): Promise<void> => nodeDisk.makeDirectory(dir)
  syncDirectory = (dir: string): Promise<void> => nodeDisk.syncDirectory(dir)
}

function noSpace(): Error {
  return Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
}

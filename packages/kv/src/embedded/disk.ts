import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'

/** What the journal asks of a file system. Tests pass a slow, a full or a failing one. */
export interface Disk {
  /** Opens for reading and writing. `new` makes an empty file in place of any that is there. */
  open(path: string, how: 'existing' | 'new'): Promise<DiskFile>
  size(path: string): Promise<number>
  rename(from: string, to: string): Promise<void>
  /** Does nothing when the file does not exist. */
  remove(path: string): Promise<void>
  /** The names in a directory, sorted; none when it does not exist. */
  list(dir: string): Promise<string[]>
  makeDirectory(dir: string): Promise<void>
  syncDirectory(dir: string): Promise<void>
}

export interface DiskFile {
  /** Fills `buffer` from `position`; returns how many bytes there were. */
  read(buffer: Buffer, position: number): Promise<number>
  /** Writes all of `buffer`, or rejects; then any part of it may have been written. */
  write(buffer: Buffer, position: number): Promise<void>
  /** Resolves when all that was written survives a power cut. */
  sync(): Promise<void>
  truncate(size: number): Promise<void>
  close(): Promise<void>
}

/** The file system of this machine. Files are readable by their owner alone: they hold a home's private life. */
export const nodeDisk: Disk = {
  open: openFile,
  size: async (path) => (await stat(path)).size,
  rename,
  remove: (path) => rm(path, { force: true }),
  list: async (dir) => (await readdir(dir).catch(ignoreMissing)).sort(),
  makeDirectory: async (dir) => {
    const made = await mkdir(dir, { recursive: true, mode: 0o700 })
    if (made) await syncDirectory(dirname(made))
  },
  syncDirectory,
}

/** True when the file system has no room, or the user no quota left. */
export function isNoRoom(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
}

/**
 * Makes a file that is there with all of its content after a power cut, or not at all: written aside, synced, renamed,
 * directory synced. Returns it open.
 */
export async function createWhole(disk: Disk, path: string, content: Buffer): Promise<DiskFile> {
  const aside = `${path}.tmp`
  const file = await disk.open(aside, 'new')
  try {
    await file.write(content, 0)
    await file.sync()
    await disk.rename(aside, path)
    await disk.syncDirectory(dirname(path))
    return file
  } catch (error) {
    await file.close()
    await disk.remove(aside)
    throw error
  }
}

/** Files that `createWhole` had begun when the process died. */
export function isUnfinished(path: string): boolean {
  return basename(path).endsWith('.tmp')
}

async function openFile(path: string, how: 'existing' | 'new'): Promise<DiskFile> {
  const handle = await open(path, how === 'new' ? 'w+' : 'r+', 0o600)
  return {
    sync: () => handle.datasync(),
    truncate: (size) => handle.truncate(size),
    close: () => handle.close(),
    async read(buffer, position) {
      let done = 0
      while (done < buffer.length) {
        const { bytesRead } = await handle.read(buffer, done, buffer.length - done, position + done)
        if (bytesRead === 0) break
        done += bytesRead
      }
      return done
    },
    async write(buffer, position) {
      let done = 0
      while (done < buffer.length) {
        done += (await handle.write(buffer, done, buffer.length - done, position + done)).bytesWritten
      }
    },
  }
}

async function syncDirectory(dir: string): Promise<void> {
  const handle = await open(dir, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return []
  throw error
}

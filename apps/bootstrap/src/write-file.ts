import { chown, link, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Who may read a file or folder: one user, by number. */
export interface Owner {
  readonly uid: number
}

/** A folder that only `owner` may look into; the parent exists. An existing one is given to `owner`. */
export async function makeFolder(path: string, { uid }: Owner, mode = 0o700): Promise<void> {
  await mkdir(path, { recursive: true })
  const folder = await open(path, 'r')
  try {
    const { uid: owner, gid: group, mode: now } = await folder.stat()
    if ((now & 0o777) !== mode) await folder.chmod(mode)
    if (owner !== uid || group !== uid) await folder.chown(uid, uid)
  } finally {
    await folder.close()
  }
}

/**
 * Writes a file that is there as a whole or not at all, whatever dies meanwhile: written beside, flushed, renamed. What
 * is already so stays untouched. Returns whether anything was written.
 */
export async function writeWhole(path: string, content: string, { uid }: Owner, mode = 0o400): Promise<boolean> {
  if (await isSo(path, content, uid, mode)) return false
  const beside = await writeBeside(path, content, uid, mode)
  await rename(beside, path)
  await flushFolder(dirname(path))
  return true
}

/** The same for a file that must never be written twice. Returns false when somebody else's is there already. */
export async function writeOnce(path: string, content: string, { uid }: Owner, mode = 0o400): Promise<boolean> {
  const beside = await writeBeside(path, content, uid, mode)
  try {
    await link(beside, path)
    await flushFolder(dirname(path))
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    await rm(beside, { force: true })
  }
}

/** The text of a file; null when there is none. */
export async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

async function isSo(path: string, content: string, uid: number, mode: number): Promise<boolean> {
  if ((await readIfThere(path)) !== content) return false
  const file = await open(path, 'r')
  try {
    const stat = await file.stat()
    return stat.uid === uid && (stat.mode & 0o777) === mode
  } finally {
    await file.close()
  }
}

async function writeBeside(path: string, content: string, uid: number, mode: number): Promise<string> {
  const beside = `${path}.${process.pid}.new`
  await rm(beside, { force: true })
  // Nobody else can open it, before it is its owner's either.
  const file = await open(beside, 'wx', 0o400)
  try {
    await file.writeFile(content)
    await file.chmod(mode)
    await file.sync()
  } finally {
    await file.close()
  }
  await chown(beside, uid, uid)
  return beside
}

async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { CannotRun } from './cannot-run.ts'

const run = promisify(execFile)

/** Whom PostgreSQL runs as, when that is not ourselves. */
export interface ServerUser {
  uid: number
  gid: number
}

/** PostgreSQL refuses to run as root, and then runs as the user that on every Unix owns nothing. */
const NOBODY: ServerUser = { uid: 65534, gid: 65534 }
const ROOT: ServerUser = { uid: 0, gid: 0 }

/**
 * A user namespace in which we are nobody (util-linux's `unshare`): the programs see no root and have none of its
 * capabilities, and yet own our files and may enter our folders. https://man7.org/linux/man-pages/man7/user_namespaces.7.html
 */
const AS_NOBODY = ['unshare', '--user', `--map-user=${NOBODY.uid}`, `--map-group=${NOBODY.gid}`, '--']

/** How PostgreSQL's programs are started. */
export interface Identity {
  user: ServerUser | undefined
  /** The words before each command. */
  wrapper: readonly string[]
}

/**
 * An ordinary user starts them as himself. Root starts them as nobody; or, where that one may not enter the folders
 * above `paths`, in a user namespace. Whose the data already are decides, when there are any. Throws `CannotRun`.
 */
export async function identity(paths: readonly string[], data: string): Promise<Identity> {
  if (process.getuid?.() !== 0) return { user: undefined, wrapper: [] }
  const owner = await ownerOf(data)
  try {
    if (owner !== ROOT.uid) {
      for (const path of paths) await refuseClosedPath(path, NOBODY)
      return { user: NOBODY, wrapper: [] }
    }
  } catch (error) {
    if (owner !== undefined || !(await worksInNamespace())) throw error
  }
  for (const path of paths) await refuseClosedPath(path, ROOT)
  return { user: undefined, wrapper: AS_NOBODY }
}

/** Throws `CannotRun` when the user may not pass through one of the folders above this one. */
export async function refuseClosedPath(path: string, user: ServerUser | undefined): Promise<void> {
  if (!user) return
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = await stat(folder)
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) {
      throw new CannotRun(
        `PostgreSQL refuses to run as root, and its user ${user.uid} may not enter ${folder}. Start TALI as an ordinary ` +
          `user, or move its data to a folder that others may enter.`,
      )
    }
    if (folder === dirname(folder)) return
  }
}

async function ownerOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).uid
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** Containers often forbid it, and other systems than Linux do not have it. */
async function worksInNamespace(): Promise<boolean> {
  const [program = '', ...options] = AS_NOBODY
  return run(program, [...options, 'true']).then(
    () => true,
    () => false,
  )
}

import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { CannotRun } from './cannot-run.ts'

/** Whom PostgreSQL runs as, when that is not ourselves. */
export interface ServerUser {
  uid: number
  gid: number
}

/** PostgreSQL refuses to run as root, and then runs as the user that on every Unix owns nothing. */
const NOBODY: ServerUser = { uid: 65534, gid: 65534 }

export function serverUser(): ServerUser | undefined {
  return process.getuid?.() === 0 ? NOBODY : undefined
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

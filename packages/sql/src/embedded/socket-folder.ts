import { createHash } from 'node:crypto'
import { chmod, chown, lstat, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { refuseClosedPath, type ServerUser } from './server-user.ts'

/** The server's name for its socket is `.s.PGSQL.` and the port; a socket's path has 104 bytes on macOS, 108 on Linux. */
const SOCKET = '/.s.PGSQL.5432'
const MAX_PATH_BYTES = 103

/** A folder for the socket that only the server's user and we may enter, and whose path is short enough. */
export async function socketFolder(dir: string, user: ServerUser | undefined): Promise<string> {
  const own = join(dir, 'run')
  const folder = Buffer.byteLength(own + SOCKET) <= MAX_PATH_BYTES ? own : shortFolder(dir)
  await mkdir(folder, { mode: 0o700, recursive: true })
  await refuseClosedPath(folder, user)
  const { uid } = await lstat(folder)
  // In a folder for all somebody else may have been there first.
  if (uid !== process.getuid?.() && uid !== user?.uid) throw new Error(`${folder} belongs to somebody else.`)
  await chmod(folder, 0o700)
  if (user) await chown(folder, user.uid, user.gid)
  return folder
}

/** The same one each time, so that none is left behind by a crash. */
function shortFolder(dir: string): string {
  const name = `tali-${createHash('sha256').update(dir).digest('hex').slice(0, 16)}`
  const folder = join(tmpdir(), name)
  return Buffer.byteLength(folder + SOCKET) <= MAX_PATH_BYTES ? folder : join('/tmp', name)
}

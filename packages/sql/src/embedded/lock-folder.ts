import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** SQLite's result code for a database that somebody else has locked. https://www.sqlite.org/rescode.html#busy */
const SQLITE_BUSY = 5

/**
 * Makes us the only one on a folder, in this process and on this machine. The lock is the operating system's own on an
 * open file, which SQLite takes for us: it ends with the process however that ends, so there is no stale lock.
 */
export function lockFolder(dir: string): Disposable {
  const file = new DatabaseSync(join(dir, 'lock'))
  try {
    file.exec('begin exclusive')
  } catch (cause) {
    file.close()
    if (!(cause instanceof Error && 'errcode' in cause && cause.errcode === SQLITE_BUSY)) throw cause
    throw new Error(`The database in ${dir} is open already: another TALI runs on it. Stop that one first.`, { cause })
  }
  return { [Symbol.dispose]: () => file.close() }
}

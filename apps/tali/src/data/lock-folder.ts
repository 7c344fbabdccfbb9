import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { DataFolderUnusable } from './data-folder-unusable.ts'

/** SQLite's result code for a database that somebody else has locked. */
const sqliteBusy = 5

/**
 * Makes this process the only one on a folder. The lock is the operating system's own on an open file, which SQLite takes
 * for us: it ends with the process however that ends, so there is no stale lock and no process id to guess about.
 */
export function lockFolder(folder: string): Disposable {
  const database = new DatabaseSync(join(folder, 'lock'))
  try {
    database.exec('begin exclusive')
  } catch (error) {
    database.close()
    if (error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy)
      throw new DataFolderUnusable(
        `TALI is running already on the data folder ${folder}. Stop that one first (Ctrl-C where it runs), or start another house with --data DIR.`,
        { cause: error },
      )
    throw error
  }
  return { [Symbol.dispose]: () => database.close() }
}

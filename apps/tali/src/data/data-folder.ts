import { access, constants, mkdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { DataFolderUnusable } from './data-folder-unusable.ts'
import { lockFolder } from './lock-folder.ts'

/** The house's own folder, held by this process alone until disposed. */
export interface DataFolder extends Disposable {
  readonly path: string
  /** A path in it. */
  at(...names: string[]): string
}

/**
 * Nobody else may look in. Where root runs the house, PostgreSQL, which refuses to be root, runs as another user and must
 * get through to its own folder; what is secret has a folder of its own.
 */
const folderMode = process.getuid?.() === 0 ? 0o711 : 0o700

/** Makes the folder where it is missing. Throws `DataFolderUnusable` when it cannot be written or another process has it. */
export async function openDataFolder(wanted: string): Promise<DataFolder> {
  try {
    await mkdir(wanted, { recursive: true, mode: folderMode })
    await access(wanted, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new DataFolderUnusable(
      `TALI cannot write in its data folder ${wanted} (${reason}). Give the user that runs it write permission, or name another folder with --data DIR.`,
      { cause: error },
    )
  }
  const path = await realpath(wanted)
  const lock = lockFolder(path)
  return { path, at: (...names) => join(path, ...names), [Symbol.dispose]: () => lock[Symbol.dispose]() }
}

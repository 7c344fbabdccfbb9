import { access, chmod, constants, mkdir, realpath } from 'node:fs/promises'

/** Makes a folder where it is missing and sets who may enter it. Resolves with its real path. */
export async function ownFolder(path: string, mode: number): Promise<string> {
  try {
    await mkdir(path, { recursive: true })
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK)
    await chmod(path, mode)
    return await realpath(path)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(
      `TALI cannot write in the folder of its database, ${path} (${reason}). Give the user that runs it write ` +
        'permission, or name another folder.',
      { cause },
    )
  }
}

import { statSync } from 'node:fs'
import { join } from 'node:path'

export function pgliteFolder(dir: string): string {
  return join(dir, 'pglite')
}

/** Asked before PGlite is loaded. */
export function hasPglite(dir: string): boolean {
  return statSync(pgliteFolder(dir), { throwIfNoEntry: false }) !== undefined
}

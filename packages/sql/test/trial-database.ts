import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseEvent } from '../src/database-event.ts'
import type { OpenEmbeddedDatabaseOptions } from '../src/embedded/index.ts'

/** Programs are unpacked once for all tests; they may stay. */
export const cacheDir = join(tmpdir(), 'tali-test-cache')

/** A folder that is gone at the end of the test; the server's own user may pass through it. */
export async function trialFolder(): Promise<{ dir: string } & AsyncDisposable> {
  const dir = await mkdtemp(join(tmpdir(), 'sql-'))
  await chmod(dir, 0o711)
  return { dir, [Symbol.asyncDispose]: () => rm(dir, { recursive: true }) }
}

/** Options of a database with one module, `home`, and what it logged. */
export function trial(dir: string): OpenEmbeddedDatabaseOptions & { events: DatabaseEvent[] } {
  const events: DatabaseEvent[] = []
  return { dir, cacheDir, modules: ['home'], events, log: (event) => events.push(event) }
}

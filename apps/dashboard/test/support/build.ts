import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const vite = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url))
const dashboard = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Builds the page into a directory of its own, which goes when it is disposed of; with `stories` the story page comes
 * along. In a process of its own, since a test runner's `NODE_ENV` would make it a page for developers.
 */
export async function buildPage(mode: 'production' | 'stories'): Promise<{ root: string } & AsyncDisposable> {
  const root = await mkdtemp(join(tmpdir(), 'tali-dashboard-'))
  const remove = (): Promise<void> => rm(root, { recursive: true, force: true })
  try {
    const flags = ['build', '--mode', mode, '--outDir', root, '--emptyOutDir', '--logLevel', 'error']
    const env = { ...process.env, NODE_ENV: 'production' }
    await promisify(execFile)(process.execPath, [vite, ...flags], { cwd: dashboard, env })
  } catch (error) {
    await remove()
    throw error
  }
  return { root, [Symbol.asyncDispose]: remove }
}

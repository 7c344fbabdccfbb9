import { execFile } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { DatabaseLog } from '../database-event.ts'

const run = promisify(execFile)

/** How a server is asked to stop, ever less politely, and how long each may take. */
const STEPS: [signal: NodeJS.Signals, waitMs: number][] = [
  ['SIGINT', 10_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
]
const LOOK_AGAIN_MS = 10

/**
 * Stops a server that an earlier run of ours left behind on this data folder, and removes a pid file that names some
 * other living process (in containers the same few pids come again), before which PostgreSQL would give up. One that
 * names a dead process stays: with it PostgreSQL makes sure that no child of that one is left.
 *
 * It is stopped and not adopted: we could not wait for it, read its log, or be sure of its version and settings; and a
 * start takes a tenth of a second.
 */
export async function stopLeftover(data: string, log: DatabaseLog): Promise<void> {
  const pidFile = join(data, 'postmaster.pid')
  const [line = ''] = (await readFile(pidFile, 'utf8').catch(() => '')).split('\n')
  const pid = Number(line)
  if (!Number.isInteger(pid) || pid <= 1) return
  if (!isAlive(pid)) return
  if (!(await isServerOf(data, pid))) return rm(pidFile, { force: true })
  log({ level: 'warn', message: `A PostgreSQL of an earlier run is still there (process ${pid}); stopping it.` })
  for (const [signal, waitMs] of STEPS) {
    if (await ended(data, pid, signal, waitMs)) return
  }
  throw new Error(`A PostgreSQL of an earlier run (process ${pid}) uses ${data} and cannot be stopped.`)
}

async function ended(data: string, pid: number, signal: NodeJS.Signals, waitMs: number): Promise<boolean> {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended meanwhile, or is not ours to stop; looking tells.
  }
  // It is not our child: there is nothing to wait for but its end.
  for (const until = performance.now() + waitMs; performance.now() < until; await delay(LOOK_AGAIN_MS)) {
    if (!(await isServerOf(data, pid))) return true
  }
  return false
}

/** Whether the process is a PostgreSQL on this data folder, by its command line, which a dead process has not. */
async function isServerOf(data: string, pid: number): Promise<boolean> {
  const words = await commandLine(pid)
  const rest = words.slice(words.indexOf('-D') + 1).join(' ')
  return words.includes('-D') && `${rest} `.startsWith(`${data} `)
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

async function commandLine(pid: number): Promise<string[]> {
  try {
    if (process.platform === 'linux') return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).split('\0')
    return (await run('ps', ['-ww', '-o', 'args=', '-p', String(pid)])).stdout.trim().split(' ')
  } catch {
    return []
  }
}

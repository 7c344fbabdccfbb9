import { execFile } from 'node:child_process'
import { statSync } from 'node:fs'
import { chown, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Binaries, commandOf } from './binaries.ts'
import { CannotRun } from './cannot-run.ts'
import { syncPath } from './create-file.ts'
import type { ServerUser } from './server-user.ts'

const run = promisify(execFile)

export const SUPERUSER = 'postgres'
/** The programs' own language and time, not those of whoever started us. */
export const SERVER_ENV = { LC_ALL: 'C', TZ: 'UTC', PATH: process.env.PATH }

export function hasDataFolder(dir: string): boolean {
  return statSync(join(dir, 'data'), { throwIfNoEntry: false }) !== undefined
}

/** Makes the database cluster in `dir/data`. It gets this name when it is complete. */
export async function createDataFolder(
  dir: string,
  binaries: Binaries,
  user: ServerUser | undefined,
  password: string,
): Promise<void> {
  await refuseUnrunnable(binaries, user)
  const aside = join(dir, 'data.new')
  const passwordFile = join(dir, 'password.tmp')
  await rm(aside, { recursive: true, force: true })
  await mkdir(aside, { mode: 0o700 })
  await writeFile(passwordFile, password, { mode: 0o600 })
  try {
    if (user) for (const path of [aside, passwordFile]) await chown(path, user.uid, user.gid)
    const options = [
      `--pgdata=${aside}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // The same order on every machine, whatever its C library.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--no-instructions',
    ]
    await run(...commandOf(binaries, 'initdb', options), { ...user, cwd: dir, env: SERVER_ENV })
  } finally {
    await rm(passwordFile, { force: true })
  }
  await rename(aside, join(dir, 'data'))
  await syncPath(dir)
}

/** Throws `CannotRun` when the programs do not start here at all. */
async function refuseUnrunnable(binaries: Binaries, user: ServerUser | undefined): Promise<void> {
  try {
    await run(...commandOf(binaries, 'postgres', ['--version']), { ...user, cwd: binaries.root, env: SERVER_ENV })
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.trim() : String(cause)
    throw new CannotRun(
      `The embedded PostgreSQL does not start on this system (it needs glibc${user ? ', and leave to change users' : ''}): ` +
        `${why}. Give a server by DATABASE_URL, or run TALI in its container.`,
      { cause },
    )
  }
}

import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { OWNER, roleOf, type RolePasswords } from '../structure.ts'
import { createFile } from './create-file.ts'
import { SUPERUSER } from './data-folder.ts'

/** Passwords of the embedded server, 256 random bits each. */
export interface Credentials extends RolePasswords {
  superuser: string
}

/**
 * Reads the passwords, and makes those that are missing: all of them for a new database, one for a new module. For a
 * database that exists they are not invented: rejects then when the file is gone.
 */
export async function readCredentials(dir: string, modules: readonly string[], hasData: boolean): Promise<Credentials> {
  const path = join(dir, 'credentials.json')
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined && hasData) {
    throw new Error(`The passwords of the database are gone: ${path}. Bring this file back from a backup.`)
  }
  const known: Credentials = text ? JSON.parse(text) : { superuser: newPassword(), owner: newPassword(), modules: {} }
  const missing = modules.filter((module) => !known.modules[module])
  if (text !== undefined && missing.length === 0) return known
  const made = Object.fromEntries(missing.map((module) => [module, newPassword()]))
  const credentials = { ...known, modules: { ...known.modules, ...made } }
  await createFile(path, JSON.stringify(credentials, null, 2))
  return credentials
}

/** The URLs of the roles, over the socket in this folder. */
export function urlsOf(
  credentials: Credentials,
  socketFolder: string,
  database: string,
): { superuser: string; owner: string; modules: Record<string, string> } {
  const url = (role: string, password: string): string =>
    `postgres://${role}:${password}@localhost/${database}?host=${encodeURIComponent(socketFolder)}`
  const modules = Object.entries(credentials.modules).map(([module, password]) => [
    module,
    url(roleOf(module), password),
  ])
  return {
    superuser: url(SUPERUSER, credentials.superuser),
    owner: url(OWNER, credentials.owner),
    modules: Object.fromEntries(modules),
  }
}

function newPassword(): string {
  return randomBytes(32).toString('base64url')
}

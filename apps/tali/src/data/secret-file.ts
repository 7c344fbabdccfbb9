import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** The secret in a file only its owner can read; made on first use. People type it: 20 letters and digits, no look-alikes. */
export async function secretFile(path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  try {
    await writeFile(path, makeSecret(), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return (await readFile(path, 'utf8')).trim()
}

/** 32 signs: a byte's lower five bits choose one without bias. 100 bits in all. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789A'

export function makeSecret(): string {
  return Array.from(randomBytes(20), (byte) => alphabet[byte & 31]).join('')
}

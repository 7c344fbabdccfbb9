import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { readIfThere, writeOnce, writeWhole, type Owner } from './write-file.ts'

/** Secrets by name, such as `postgres/core`: 256 random bits each, in letters, digits, `-` and `_`. */
export type Secrets = Readonly<Record<string, string>>

/** Something that cannot be put right here; the message says what the owner of the machine may do. */
export class CannotPrepare extends Error {
  override name = 'CannotPrepare'
}

/**
 * The secrets of this house, made on the first run and kept. A new name gets a new secret, except one that guards data
 * which exists already: `guarded` names those, each with the data in words, and then nothing is invented.
 */
export async function keepSecrets(options: {
  folder: string
  owner: Owner
  names: readonly string[]
  guarded: ReadonlyMap<string, string>
}): Promise<Secrets> {
  const { folder, owner, names, guarded } = options
  const path = join(folder, 'secrets.json')
  const known = parseSecrets(await readIfThere(path), path)
  const missing = names.filter((name) => known?.[name] === undefined)
  for (const name of missing) {
    const data = guarded.get(name)
    if (data !== undefined)
      throw new CannotPrepare(
        `${data} exists, but the secret that opens it (${name}) is not in ${path}. Bring this file back from a backup; ` +
          'without it the data cannot be opened by the services.',
      )
  }
  if (known && missing.length === 0) return known
  const made = { ...known, ...Object.fromEntries(missing.map((name) => [name, newSecret()])) }
  const text = `${JSON.stringify(made, null, 2)}\n`
  if (known) await writeWhole(path, text, owner)
  else if (!(await writeOnce(path, text, owner))) return keepSecrets(options)
  return made
}

function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

function parseSecrets(text: string | null, path: string): Secrets | null {
  if (text === null) return null
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'object' || value === null) throw new CannotPrepare(`${path} does not hold secrets.`)
  const entries = Object.entries(value)
  if (!entries.every((entry): entry is [string, string] => typeof entry[1] === 'string'))
    throw new CannotPrepare(`${path} holds something that is no secret.`)
  return Object.fromEntries(entries)
}

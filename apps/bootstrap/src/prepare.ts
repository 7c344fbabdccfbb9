import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isGood, keepAuthority, type Authority } from './authority.ts'
import { filesOf, secretNames } from './files.ts'
import { CannotPrepare, keepSecrets } from './secrets.ts'
import { consumers, dataFolders, permittedNames, type Consumer } from './stack.ts'
import { makeFolder, readIfThere, writeWhole } from './write-file.ts'

export interface PrepareOptions {
  /** The folder of everything that must survive: `volumes/`. */
  readonly volumes: string
  /** Names and addresses of this machine on the home's network, besides localhost and tali.local. */
  readonly hosts: readonly string[]
  readonly now: number
  /** Whose a user's files are; for tests, which cannot give files away. Default: the user's. */
  readonly uidOf?: (uid: number) => number
}

export interface Prepared {
  /** SHA-256 of the authority's certificate. */
  readonly fingerprint: string
  /** What was written, as `consumer/file`: nothing on a second run. */
  readonly written: readonly string[]
}

/** Every machine answers to these. */
const ownHosts = ['localhost', 'tali.local', '127.0.0.1', '::1']

/**
 * Makes everything that the stack needs before it starts and that is not there yet. May be killed at any moment and run
 * again: all follows from the secrets and the authority's key, which are written first and once. Rejects with
 * `CannotPrepare` where a person must act.
 */
export async function prepare({ volumes, hosts, now, uidOf = (uid) => uid }: PrepareOptions): Promise<Prepared> {
  const state = join(volumes, 'bootstrap')
  const root = { uid: uidOf(0) }
  await makeFolder(state, root)
  const secrets = await keepSecrets({
    folder: state,
    owner: root,
    names: secretNames(),
    guarded: await guardedByData(volumes),
  })
  const authority = await keepAuthority({ folder: state, owner: root, permittedNames, now })
  const written: string[] = []
  for (const { name, uid } of dataFolders) await makeFolder(join(volumes, name), { uid: uidOf(uid) })
  await makeFolder(join(volumes, 'secrets'), root, 0o711)
  for (const consumer of consumers) {
    const folder = join(volumes, 'secrets', consumer.name)
    const owner = { uid: uidOf(consumer.uid) }
    await makeFolder(folder, owner, 0o700)
    const files = filesOf(consumer, secrets)
    files.set('ca.pem', authority.certificate)
    for (const [file, content] of [...files, ...(await certificateOf(consumer, folder, { authority, hosts, now }))])
      if (await writeWhole(join(folder, file), content, owner)) written.push(`${consumer.name}/${file}`)
  }
  // For browsers and devices of the home.
  await writeWhole(join(volumes, 'tali-ca.pem'), authority.certificate, root, 0o444)
  return { fingerprint: authority.fingerprint, written }
}

/** Key before certificate: between the two a leaf is not good, and the next run makes both anew. */
async function certificateOf(
  consumer: Consumer,
  folder: string,
  { authority, hosts, now }: { authority: Authority; hosts: readonly string[]; now: number },
): Promise<[file: string, content: string][]> {
  if (consumer.hosts.length === 0) return []
  const names = [...new Set([...consumer.hosts, ...(consumer.published ? [...ownHosts, ...hosts] : ['localhost'])])]
  const known = {
    chain: (await readIfThere(join(folder, 'tls.pem'))) ?? '',
    key: (await readIfThere(join(folder, 'tls.key'))) ?? '',
  }
  const { chain, key } = isGood(known, authority, names, now) ? known : await authority.issue(names, now)
  return [
    ['tls.key', key],
    ['tls.pem', chain],
  ]
}

/** Secrets that exist inside data already: a new one would open nothing. */
async function guardedByData(volumes: string): Promise<Map<string, string>> {
  const postgres = join(volumes, 'postgres')
  if (!(await hasDatabase(postgres))) return new Map()
  // Roles of new modules are still to be made; who makes them must be able to log in.
  return new Map([['postgres/postgres', `The database in ${postgres}`]])
}

/** PostgreSQL keeps each major version's data in a folder of its own, with the version in a file. */
async function hasDatabase(postgres: string): Promise<boolean> {
  try {
    const found = await readdir(postgres, { recursive: true })
    return found.some((path) => path.endsWith('/docker/PG_VERSION'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
}

/** Names that the authority may vouch for. */
export function refuseForeignHosts(hosts: readonly string[]): void {
  const foreign = hosts.filter(
    (host) => !/^[\d.:a-f]+$/i.test(host) && !permittedNames.some((name) => host === name || host.endsWith(`.${name}`)),
  )
  if (foreign.length > 0)
    throw new CannotPrepare(
      `TALI_HOSTS names ${foreign.join(', ')}: the house's own authority vouches only for names inside a home, such as ` +
        'tali.local or tali.home.arpa, and for private addresses.',
    )
}

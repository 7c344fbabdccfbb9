import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { errors } from '../errors.ts'

/** One step of a module's structure: `migrations/<module>/<version>-<title>.sql`. */
export interface Migration {
  readonly module: string
  readonly version: string
  readonly title: string
  /** Path below the migrations folder, for messages. */
  readonly file: string
  readonly sql: string
  readonly sha256: string
}

const fileName = /^(\d+\.\d+\.\d+)-([a-z0-9-]+)\.sql$/

/** All migrations below a folder, each module's in the order of their versions. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const modules = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
  const perModule = await Promise.all(modules.sort().map((module) => readModule(folder, module)))
  return perModule.flat()
}

async function readModule(folder: string, module: string): Promise<Migration[]> {
  const names = await readdir(join(folder, module))
  const migrations = await Promise.all(
    names.map(async (name) => {
      const file = `${module}/${name}`
      const [, version, title] = fileName.exec(name) ?? []
      if (!version || !title)
        throw errors.error('migration_unreadable', {
          values: { file, reason: 'its name must be <major>.<minor>.<patch>-<title>.sql' },
        })
      const sql = await readFile(join(folder, file), 'utf8')
      return { module, version, title, file, sql, sha256: createHash('sha256').update(sql).digest('hex') }
    }),
  )
  return migrations.sort((a, b) => a.version.localeCompare(b.version, 'en', { numeric: true }))
}

import { openEmbeddedKv } from '@tali/kv/embedded'
import type { Kv } from '@tali/kv'
import type { Logger } from '@tali/runtime'
import type { Database } from '@tali/sql'
import { openEmbeddedDatabase } from '@tali/sql/embedded'
import { openPostgres } from '@tali/sql/postgres'
import type { DataFolder } from '../data/data-folder.ts'
import type { HouseSettings } from '../settings.ts'

/** Each has a schema of its own; `events` is the ledger's. */
const modules = ['core', 'persona', 'messenger', 'events']

export interface Stores {
  kv: Kv
  kvDescription: string
  database: Database
}

/** The key-value store and the database: embedded, or a server's where one is named. */
export async function openStores({
  settings,
  folder,
  logOf,
  stack,
}: {
  settings: HouseSettings
  folder: DataFolder
  logOf: (service: string) => Logger
  stack: AsyncDisposableStack
}): Promise<Stores> {
  const kvLog = logOf('kv')
  const [kv, database] = await Promise.all([
    openEmbeddedKv({
      dir: folder.at('kv'),
      log: ({ message, ...fault }) => kvLog.warn({ ...fault, error: fault.cause }, message),
    }).then((opened) => stack.use(opened)),
    openDatabase(settings, folder, logOf('database')).then((opened) => stack.use(opened)),
  ])
  return { kv, kvDescription: 'in this process, journalled to disk', database }
}

async function openDatabase({ database: { url } }: HouseSettings, folder: DataFolder, log: Logger): Promise<Database> {
  const logEvent = ({
    level,
    message,
    cause,
  }: {
    level: 'info' | 'warn' | 'error'
    message: string
    cause?: unknown
  }) => log[level](cause === undefined ? {} : { error: cause }, message)
  if (url === undefined)
    return openEmbeddedDatabase({ dir: folder.at('postgres'), cacheDir: folder.at('cache'), modules, log: logEvent })
  return openPostgres({ url, modules, log: logEvent })
}

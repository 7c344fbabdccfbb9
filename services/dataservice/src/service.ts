import { ledgerStream, Link } from '@tali/contracts'
import type { Bus } from '@tali/bus'
import type { Kv } from '@tali/kv'
import {
  HealthBook,
  Tasks,
  toProblem,
  tracer,
  type Clock,
  type Logger,
  type Metrics,
  type Service,
} from '@tali/runtime'
import type { Database } from '@tali/sql'
import type { DataserviceSettings } from './config.ts'
import { createEvents } from './events.ts'
import { latestStates } from './ledger/latest-states.ts'
import { LedgerWriter } from './ledger/ledger-writer.ts'
import { chainOf, queryEvents } from './ledger/query-events.ts'
import { applyMigrations } from './migrations/apply-migrations.ts'
import { readMigrations } from './migrations/read-migrations.ts'
import { checkDatabase, databaseHealth, streamHealth } from './stores/check-stores.ts'

export interface DataserviceOptions {
  version: string
  settings: DataserviceSettings
  database: Database
  kv: Kv
  /** What the key-value store is, in plain words. */
  kvDescription: string
  bus: Bus
  /** The folder of `<module>/<version>-<title>.sql`. */
  migrations: string
  clock: Clock
  log: Logger
  metrics: Metrics
}

/** How long a question waits for the ledger to have written what the asker just did. */
const catchUpMs = 2_000

/** Owns the stores: brings the structure up to date, writes the ledger, answers what is asked of it. */
export function createDataservice(options: DataserviceOptions): Service {
  const { version, settings, database, kv, bus, clock, log, metrics } = options
  const stack = new AsyncDisposableStack()
  const health = new HealthBook({ service: 'dataservice', version, clock })
  const events = createEvents(log, metrics, health)
  const tasks = new Tasks(log)
  const link = new Link({ bus, service: 'dataservice', tracer, problemOf: toProblem, now: () => clock.now() })
  const sql = stack.use(database.connect('events'))
  const stream = kv.stream(ledgerStream)
  const writer = new LedgerWriter({ stream, sql, clock, events, ...settings })

  const report = () =>
    health.report({
      database: async () => {
        await checkDatabase(sql, clock)
        return { status: 'up', summary: 'A row was written and read back.' }
      },
      ledger: async () => {
        const { status, summary } = await streamHealth(stream, options.kvDescription)
        return { status, summary }
      },
    })

  return {
    name: 'dataservice',
    version,
    metrics,
    routes: async () => {},
    health: report,
    settled: () => writer.settled(),

    async start(signal) {
      await migrate()
      const stopping = new AbortController()
      stack.defer(async () => {
        stopping.abort()
        await tasks.settled()
      })
      const running = AbortSignal.any([signal, stopping.signal])
      tasks.run('write the ledger', () => writer.run(running), running)
      stack.defer(
        await link.respond('dataservice.ledger.query', async (query) => {
          const caughtUp = await writer.caughtUp(query.after, catchUpMs)
          return { events: await queryEvents(sql, query), caughtUp }
        }),
      )
      stack.defer(
        await link.respond('dataservice.ledger.chain', async ({ eventId, after }) => {
          await writer.caughtUp(after, catchUpMs)
          return { events: await chainOf(sql, eventId) }
        }),
      )
      stack.defer(await link.respond('dataservice.states.latest', async () => ({ states: await latestStates(sql) })))
      stack.defer(
        await link.respond('dataservice.stores.check', async () => ({
          stores: await Promise.all([
            databaseHealth(sql, database.description, clock),
            streamHealth(stream, options.kvDescription),
          ]),
        })),
      )
      stack.defer(await link.respond('dataservice.health.check', report))
    },

    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }

  async function migrate(): Promise<void> {
    await using owner = database.connectOwner()
    const migrations = await readMigrations(options.migrations)
    for (const { module, version, tookMs } of await applyMigrations(owner, migrations, clock))
      events.migrated(module, version, tookMs)
  }
}

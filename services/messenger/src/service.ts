import type { Bus } from '@tali/bus'
import { Link } from '@tali/contracts'
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
import type { Door } from '@tali/runtime/http'
import type { Database } from '@tali/sql'
import { WebChannel } from './channels/web-channel.ts'
import { Chat } from './chat.ts'
import { createEvents } from './events.ts'
import { History } from './history.ts'
import { chatRoutes } from './routes/chat.ts'

export interface MessengerOptions {
  version: string
  database: Database
  bus: Bus
  door: Door
  timeZone: string
  clock: Clock
  log: Logger
  metrics: Metrics
}

/** Chat channels: takes what residents say to core, and shows them what comes back. */
export function createMessenger({
  version,
  database,
  bus,
  door,
  timeZone,
  clock,
  log,
  metrics,
}: MessengerOptions): Service {
  const stack = new AsyncDisposableStack()
  const health = new HealthBook({ service: 'messenger', version, clock })
  const events = createEvents(log, metrics, health)
  const tasks = new Tasks(log)
  const link = new Link({ bus, service: 'messenger', tracer, problemOf: toProblem, now: () => clock.now() })
  const sql = stack.use(database.connect('messenger'))
  const history = new History(sql)
  const web = new WebChannel()
  const stopping = new AbortController()
  const chat = new Chat({ link, history, channels: [web], clock, tasks, events, timeZone, signal: stopping.signal })
  metrics.gauge('tali_chat_screens', 'Pages with an open chat', () => web.screens)

  const report = () =>
    health.report({
      history: async () => {
        await sql.query('select 1 from messenger.message limit 1', [], { timeoutMs: 3_000 })
        return { status: 'up', summary: 'The history was read.' }
      },
    })

  return {
    name: 'messenger',
    version,
    metrics,
    routes: chatRoutes({ door, chat, history, web, link, events }),
    health: report,
    settled: () => tasks.settled(),

    async start() {
      stack.defer(() => {
        stopping.abort()
        return tasks.settled()
      })
      stack.defer(await link.subscribe('tali.core.turn.progressed', (progress) => chat.progress(progress)))
      stack.defer(
        await link.subscribe('tali.core.notice.raised', async (notice) => {
          const { residents } = await link.request('core.residents.list', {})
          await chat.tell(notice, residents)
        }),
      )
      stack.defer(await link.respond('messenger.health.check', report))
    },

    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }
}

import type { Bus, PubSub } from '@tali/bus'
import { ledgerStream, Link, type DeviceAccess } from '@tali/contracts'
import type { Kv } from '@tali/kv'
import type { LanguagePack } from '@tali/language'
import {
  HealthBook,
  isoTime,
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
import { Commander } from './commands/commander.ts'
import { Echoes } from './commands/echoes.ts'
import type { CoreSettings } from './config.ts'
import { Conversation } from './conversation/conversation.ts'
import { createIntents } from './conversation/intents/index.ts'
import { Mentions } from './conversation/mentions.ts'
import { Understanding } from './conversation/understanding.ts'
import { Wording } from './conversation/wording.ts'
import { createEvents } from './events.ts'
import { Orders } from './gate/orders.ts'
import { Questions } from './gate/questions.ts'
import { checkDevices, checkLedger } from './health.ts'
import { Home } from './home/home.ts'
import { importHome } from './home/home-file.ts'
import { Places } from './home/places.ts'
import { Registry } from './home/registry.ts'
import { TopicRoutes } from './home/topic-routes.ts'
import { ShoppingList } from './household/shopping-list.ts'
import { describeTimer, Timers } from './household/timers.ts'
import { createIngress } from './ingress/ingress.ts'
import { LedgerReader } from './ledger/ledger-reader.ts'
import { Recorder } from './ledger/recorder.ts'
import { LiveFeed } from './live/live-feed.ts'
import { Access } from './residents/access.ts'
import { Pairing } from './residents/pairing.ts'
import { Residents } from './residents/residents.ts'
import { createRoutes } from './routes/index.ts'

export interface CoreOptions {
  version: string
  settings: CoreSettings
  /** The demo home is running. */
  demo: boolean
  bus: Bus
  /** Where devices are: the broker's topics. */
  devices: PubSub
  /** How devices reach the broker, for the page; null when it is not ours. */
  deviceAccess: () => DeviceAccess | null
  kv: Kv
  database: Database
  packs: readonly LanguagePack[]
  clock: Clock
  log: Logger
  metrics: Metrics
}

/** Core's own face, for whoever runs it in the same process. */
export interface Core extends Service {
  /** Who is behind a secret: for the doors of this process. */
  readonly identify: Access['identify']
  /** A single-use code, for the terminal. */
  makeCode(): Promise<string>
  importHome: (file: Parameters<typeof importHome>[1]) => ReturnType<typeof importHome>
  readonly isSetUp: boolean
}

/** Core: the home, understanding, the gate, commands and their outcomes, causes. `door` is given where its routes are mounted. */
export function createCore(options: CoreOptions, doorOf: (identify: Access['identify']) => Door): Core {
  const { version, settings, bus, devices, kv, clock, log, metrics } = options
  const stack = new AsyncDisposableStack()
  const stopping = new AbortController()
  const health = new HealthBook({ service: 'core', version, clock })
  const events = createEvents(log, metrics, health)
  const tasks = new Tasks(log)
  /** What runs as long as the service does; a calm moment does not wait for it. */
  const loops = new Tasks(log)
  const link = new Link({ bus, service: 'core', tracer, problemOf: toProblem, now: () => clock.now() })
  const sql = stack.use(options.database.connect('core'))

  const places = new Places(sql)
  const registry = new Registry(sql, places)
  const home = new Home(places, registry)
  const feed = new LiveFeed(home, clock)

  const stream = kv.stream(ledgerStream)
  const recorder = new Recorder({ stream, clock, onWritten: feed.onLedger })
  const ledger = new LedgerReader(link, recorder)

  const residents = new Residents(sql, clock)
  const access = new Access(sql, clock, residents)
  const pairing = new Pairing(sql, kv, clock)
  const door = doorOf((kind, secret) => access.identify(kind, secret))

  const echoes = new Echoes(clock)
  const commander = new Commander({ home, devices, echoes, recorder, clock, events, signal: stopping.signal })
  const questions = new Questions(kv, clock)
  const orders = new Orders({ home, commander, questions, events })

  const timers = new Timers({ sql, clock, onChange: feed.onHousehold })
  const list = new ShoppingList({ sql, clock, onChange: feed.onHousehold })
  const understanding = new Understanding({ packs: options.packs, home, clock, events })
  const wording = new Wording({ link, clock, timeZone: settings.timeZone, events })
  const mentions = new Mentions(clock)
  const { intents, resume } = createIntents({
    home,
    orders,
    questions,
    understanding,
    mentions,
    timers,
    list,
    recorder,
    ledger,
    residents,
    clock,
    timeZone: settings.timeZone,
  })
  const conversation = new Conversation({
    understanding,
    mentions,
    questions,
    intents,
    resume,
    wording,
    recorder,
    clock,
    events,
    onProgress: ({ turnId, conversationId, channel }, progress) => {
      // Only a chat shows how a turn goes on; the others wait for its end.
      if (channel === 'chat')
        tasks.run('tell of progress', () =>
          link.publish('tali.core.turn.progressed', { turnId, conversationId, progress }),
        )
    },
  })
  const ingress = createIngress({
    home,
    routes: new TopicRoutes(),
    devices,
    stream,
    recorder,
    echoes,
    clock,
    events,
    tasks,
    loops,
    prefix: settings.discoveryPrefix,
    signal: stopping.signal,
  })

  metrics.gauge('tali_entities', 'Entities of the home', () => home.states().length)
  metrics.gauge('tali_pages_watching', 'Pages that watch the home live', () => feed.watchers)

  const report = () => health.report({ devices: () => checkDevices(devices, clock), ledger: () => checkLedger(stream) })

  return {
    name: 'core',
    version,
    metrics,
    routes: createRoutes({
      version,
      demo: options.demo,
      deviceAccess: options.deviceAccess,
      door,
      home,
      orders,
      questions,
      wording,
      conversation,
      ledger,
      residents,
      access,
      pairing,
      timers,
      list,
      feed,
      recorder,
      link,
      clock,
      timeZone: settings.timeZone,
    }),
    health: report,
    identify: (kind, secret) => access.identify(kind, secret),
    makeCode: async () => (await pairing.makeCode(null)).code,
    importHome: (file) => importHome(home, file),
    get isSetUp() {
      return residents.all().length > 0
    },

    async settled() {
      await devices.settled()
      await tasks.settled()
    },

    async start(signal) {
      const running = AbortSignal.any([signal, stopping.signal])
      stack.defer(async () => {
        stopping.abort()
        feed.stop()
        await tasks.settled()
        await loops.settled()
      })
      await places.load()
      await registry.load()
      await residents.load()
      await timers.load()
      home.remember((await link.request('dataservice.states.latest', {})).states)
      stack.defer(home.listen({ onState: feed.onState, onStructure: feed.onStructure }))
      await recorder.write(recorder.make('tali.core.service.started', { cause: { kind: 'restart' } }, { version }))
      await respond()
      stack.use(await ingress.start(running))
      loops.run('watch timers', () => timers.run(running, timerFinished), running)
    },

    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }

  async function respond(): Promise<void> {
    stack.defer(await link.respond('core.turn.take', (turn) => conversation.take(turn)))
    stack.defer(await link.respond('core.principal.identify', ({ kind, secret }) => access.identify(kind, secret)))
    stack.defer(await link.respond('core.residents.list', async () => ({ residents: residents.all() })))
    stack.defer(await link.respond('core.health.check', report))
  }

  async function timerFinished(timer: Parameters<typeof describeTimer>[0]): Promise<void> {
    const cause = { kind: 'timer', timerId: timer.id, name: timer.name } as const
    const { residentId, conversationId, startedEvent } = timer.owner
    await recorder.write(
      recorder.make(
        'tali.core.timer.finished',
        { cause, parentId: startedEvent },
        { timerId: timer.id, name: timer.name },
      ),
    )
    const say = { kind: 'timer', event: 'finished', timers: [describeTimer(timer, clock.now())] } as const
    await link.publish('tali.core.notice.raised', {
      noticeId: timer.id,
      residentId,
      conversationId,
      say: { ...say, timers: [...say.timers] },
      at: isoTime(clock.now()),
    })
  }
}

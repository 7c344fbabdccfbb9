import { openMqttEdge, type Edge, type OpenEdge } from './edge.ts'
import { commandFilter, House, type Outgoing } from './house.ts'
import type { Language } from './language.ts'

/** Time, as far as the house needs it. */
export interface Clock {
  now(): number
  /** Calls `work` after so many ms; returns what calls it off. */
  after(ms: number, work: () => void): () => void
}

export interface DemoHomeOptions {
  /** The broker, such as `mqtt://127.0.0.1:1883`. */
  readonly url: string
  readonly username?: string
  readonly password?: string
  /** PEM of the authority that signed the broker's certificate, for `mqtts://`. */
  readonly ca?: string
  /** The same seed brings the same house, day after day. */
  readonly seed?: number
  readonly language?: Language
  readonly clock?: Clock
  /** Minutes after midnight where the house stands. */
  readonly minuteOfDay?: (now: number) => number
  readonly openEdge?: OpenEdge
  readonly log?: Log
}

/** Object first, constant message second, as pino has it. */
export interface Log {
  info(details: object, message: string): void
  warn(details: object, message: string): void
}

export interface DemoHome extends AsyncDisposable {
  /** Resolves when the house has introduced itself to the broker for the first time. */
  readonly introduced: Promise<void>
}

const silent: Log = { info() {}, warn() {} }

const wallClock: Clock = {
  now: () => Date.now(),
  after(ms, work) {
    const timer = setTimeout(work, ms)
    return () => clearTimeout(timer)
  },
}

/** At least so long between two looks at the agenda, so that a jump of the clock cannot spin. */
const shortestWaitMs = 5

/** A longer gap between two looks at the agenda means that the machine slept. */
const longestGapMs = 300_000

/**
 * Starts the demo home: a house of simulated devices that a broker's other clients know only through MQTT, by Home
 * Assistant's discovery. It connects in the background, and again when the connection is lost; resolves once it has
 * introduced itself. Dispose of it to say goodbye and disconnect. Rejects with nothing: a broker out of reach is waited for.
 */
export async function startDemoHome(options: DemoHomeOptions): Promise<DemoHome> {
  const home = openDemoHome(options)
  await home.introduced
  return home
}

/** The same without waiting for the broker. */
export function openDemoHome(options: DemoHomeOptions): DemoHome {
  const { clock = wallClock, log = silent } = options
  const introduction = Promise.withResolvers<void>()
  let edge: Edge | null = null
  let callOff = () => {}
  let wokeAt = clock.now()
  let asleep = false
  const house = new House({
    seed: options.seed ?? 1,
    language: options.language ?? 'en',
    startAt: clock.now(),
    minuteOfDay: options.minuteOfDay ?? localMinuteOfDay,
    send(message: Outgoing) {
      if (!asleep) edge?.send(message)
    },
  })

  /** Does what is due, and waits for what is next. After a sleep of the machine, the hours between pass unheard. */
  function goOn(): void {
    callOff()
    const now = clock.now()
    asleep = now - wokeAt > longestGapMs
    house.run(now)
    if (asleep) {
      asleep = false
      house.introduce()
    }
    wokeAt = now
    callOff = clock.after(Math.max(shortestWaitMs, house.nextAt - now), goOn)
  }

  edge = (options.openEdge ?? openMqttEdge)(
    {
      url: options.url,
      username: options.username,
      password: options.password,
      ca: options.ca,
      subscriptions: [commandFilter, 'homeassistant/status'],
    },
    {
      connected() {
        log.info({ url: options.url }, 'demo home connected')
        house.introduce()
        introduction.resolve()
      },
      message(topic, payload) {
        if (topic !== 'homeassistant/status') house.take(topic, payload, clock.now())
        else if (payload === 'online') house.introduce()
        goOn()
      },
      failed: (error) => log.warn({ err: error }, 'demo home has trouble with its broker'),
    },
  )
  goOn()

  return {
    introduced: introduction.promise,
    async [Symbol.asyncDispose]() {
      callOff()
      house.leave()
      await edge?.[Symbol.asyncDispose]()
      introduction.resolve()
    },
  }
}

function localMinuteOfDay(now: number): number {
  const date = new Date(now)
  return date.getHours() * 60 + date.getMinutes() + date.getSeconds() / 60
}

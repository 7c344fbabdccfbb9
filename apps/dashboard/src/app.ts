import { computed, effect, signal, type ReadonlySignal } from '@preact/signals'
import type { ChatReceive, ChatSend, Household, Language, LiveMessage } from '@tali/contracts'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { createApi, type Api } from './data/api.ts'
import { Chat } from './data/chat.ts'
import { Clock } from './data/clock.ts'
import { Commands } from './data/commands.ts'
import { Feed } from './data/feed.ts'
import { Health } from './data/health.ts'
import { History } from './data/history.ts'
import { Keeper } from './data/keeper.ts'
import { Line, type SocketMaker } from './data/line.ts'
import { LiveHome } from './data/live.ts'
import { Router } from './data/route.ts'
import { Session, type Shelf } from './data/session.ts'
import { Theme } from './data/theme.ts'
import { loadWords, type Words } from './words/words.ts'

/** Everything that a view may use. Made once, in `main.tsx` or by a story. */
export interface App {
  api: Api
  session: Session
  router: Router
  theme: Theme
  clock: Clock
  live: LiveHome
  commands: Commands
  chat: Chat
  feed: Feed
  health: Health
  history: History
  /** Null until `start` is done. */
  words: ReadonlySignal<Words | null>
  household: ReadonlySignal<Household | null>
  suggestions: ReadonlySignal<string[]>
  /** False while states may be stale: the live line is not open. */
  online: ReadonlySignal<boolean>
  /** Tries to reach the server now. */
  reconnect: () => void
  /** Done when there are words to draw the page with; the home comes later. */
  start: () => Promise<void>
}

export interface AppOptions {
  fetch: typeof fetch
  makeSocket: SocketMaker
  window: Window
  shelf: Shelf
  random: () => number
  now: () => number
}

const keepEveryMs = 30_000
const healthEveryMs = 60_000

export function createApp(options: AppOptions): App {
  const { window, shelf } = options
  const clock = new Clock(options.now)
  const api = createApi({ fetch: options.fetch, onSignedOut: () => session.leave() })
  const session: Session = new Session({ api, shelf, browserLanguage: window.navigator.language })
  const router = new Router({ window })
  const theme = new Theme({ shelf, root: window.document.documentElement })
  const live = new LiveHome()
  const keeper = new Keeper({ live, shelf })
  const now = (): number => clock.now()
  const commands = new Commands({ api, now })
  const feed = new Feed({ api })
  const health = new Health({ api })
  const history = new History({ api, now })
  const words = signal<Words | null>(null)
  const household = signal<Household | null>(null)
  const suggestions = signal<string[]>([])

  /** A line that was refused cannot say why; the API can. */
  const askWhetherSignedIn = (): void => {
    api.me().catch(() => undefined) // a 401 leads to Welcome by itself; anything else is told by the line's state
  }
  const { makeSocket, random } = options
  const liveLine = new Line<LiveMessage>({
    path: '/api/live',
    makeSocket,
    random,
    onLost: askWhetherSignedIn,
    onMessage: (message) => {
      if ('now' in message) clock.hear(message.now)
      live.take(message)
    },
  })
  const chatLine = new Line<ChatReceive, ChatSend>({
    path: '/api/chat',
    makeSocket,
    random,
    onLost: () => chat.lineLost(),
    onMessage: (message) => chat.take(message),
  })
  const chat: Chat = new Chat({
    api,
    line: chatLine,
    now,
    newId: () => window.crypto.randomUUID?.() ?? String(random()),
  })

  const online = computed(() => liveLine.state.value === 'open')
  const reconnect = (): void => {
    if (session.state.peek() === 'away') void session.start()
    liveLine.hurry()
    chatLine.hurry()
  }

  async function start(): Promise<void> {
    theme.start()
    const started = session.start()
    words.value = await loadWords(session.language.peek())
    clock.start()
    router.start()
    keeper.recall()
    window.addEventListener('online', reconnect)
    window.addEventListener('pagehide', () => keeper.keep())
    window.document.addEventListener('visibilitychange', () => {
      if (window.document.visibilityState === 'visible') reconnect()
      else keeper.keep()
    })
    setInterval(() => keeper.keep(), keepEveryMs)
    setInterval(() => session.state.peek() === 'in' && void health.ask(), healthEveryMs)
    effect(followSession)
    effect(() => {
      if (live.householdNews.value >= 0 && online.value) void refresh(api.household, household)
    })
    effect(() => {
      if (live.home.value && online.value && session.language.value) void refresh(api.suggestions, suggestions)
    })
    effect(() => void speak(session.language.value))
    await started
  }

  /** Until a language has come, the page goes on in the one before. */
  async function speak(language: Language): Promise<void> {
    if (words.peek()?.language === language) return
    const loaded = await loadWords(language)
    if (session.language.peek() === language) words.value = loaded
  }

  /** Lines are open exactly while somebody is signed in. */
  function followSession(): void {
    switch (session.state.value) {
      case 'in':
      case 'away':
        liveLine.start()
        chatLine.start()
        void health.ask()
        if (router.route.peek().view === 'welcome' && session.state.peek() === 'away') router.go('/', { replace: true })
        break
      case 'out':
        liveLine.stop()
        chatLine.stop()
        live.forget()
        chat.forget()
        keeper.forget()
        break
      case 'starting':
        break
    }
  }

  return {
    api,
    session,
    router,
    theme,
    clock,
    live,
    commands,
    chat,
    feed,
    health,
    history,
    words,
    household,
    suggestions,
    online,
    reconnect,
    start,
  }
}

/** Keeps the last answer when there is none now: nothing here is worth a message of its own. */
async function refresh<T>(ask: () => Promise<T>, into: { value: T | null }): Promise<void> {
  await ask().then(
    (answer) => (into.value = answer),
    () => undefined,
  )
}

export const AppContext = createContext<App | null>(null)

export function useApp(): App {
  const app = useContext(AppContext)
  if (!app) throw new Error('a view was drawn outside of the app')
  return app
}

/** The words of the resident's language; whoever uses them is drawn anew when it changes. */
export function useWords(): Words {
  const words = useApp().words.value
  if (!words) throw new Error('a view was drawn before there were words')
  return words
}

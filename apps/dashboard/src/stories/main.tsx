import { render } from 'preact'
import type { Language } from '@tali/contracts'
import { AppContext, createApp } from '../app.ts'
import { Shell } from '../shell/shell.tsx'
import { stories } from './stories.ts'
import { storyNow } from './story-home.ts'
import { StoryServer } from './story-server.ts'
import '../tokens.css'

/** `/stories.html` lists the stories; `?story=house&language=de` plays one, with a server of cardboard and a stopped clock. */
const opened = new Set<string>()
/** What passed since the server went away. */
let lateMs = 0
const query = new URLSearchParams(location.search)
const root = document.getElementById('app')
const story = stories[query.get('story') ?? '']
if (root && story) await play(root)
else if (root) list(root)

async function play(root: HTMLElement): Promise<void> {
  if (!story) return
  const language: Language = query.get('language') === 'de' ? 'de' : 'en'
  const now = (): number => storyNow + lateMs
  const server = new StoryServer({ language, now, ...story.server })
  const kept = new Map<string, string>()
  const app = createApp({
    fetch: async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input, location.href)
      if (story.out && url.pathname === '/api/me') return Response.json({ detail: '' }, { status: 401 })
      const body = typeof init?.body === 'string' ? JSON.parse(init.body) : {}
      const answer = await server.handle(init?.method ?? 'GET', url.pathname, url.searchParams, body)
      return Response.json(answer.body, { status: answer.status })
    },
    makeSocket: (path) => storySocket(server, path),
    window,
    shelf: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    },
    random: () => 0.5,
    now,
  })
  history.replaceState(story.sheet ? { sheet: story.sheet } : {}, '', story.path)
  app.session.chooseLanguage(language)
  await app.start()
  render(
    <AppContext.Provider value={app}>
      <Shell />
    </AppContext.Provider>,
    root,
  )
}

/** A socket to the server of cardboard; one whose server is away breaks after the first word and never comes back. */
function storySocket(server: StoryServer, path: string): WebSocket {
  const target = new EventTarget()
  let far: ReturnType<StoryServer['connect']> | undefined
  setTimeout(() => {
    if (story?.away && opened.has(path)) return target.dispatchEvent(new Event('close'))
    opened.add(path)
    target.dispatchEvent(new Event('open'))
    far = server.connect(path, (message) =>
      target.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) })),
    )
    if (story?.away) {
      setTimeout(() => {
        lateMs = 4 * 60_000
        target.dispatchEvent(new Event('close'))
      }, 50)
    }
    return true
  })
  return Object.assign(target, {
    send: (text: string) => far?.receive(JSON.parse(text)),
    close: () => far?.close(),
  }) as unknown as WebSocket
}

function list(root: HTMLElement): void {
  render(
    <ul>
      {Object.keys(stories).map((name) => (
        <li key={name}>
          {name}: <a href={`?story=${name}&language=en`}>English</a> <a href={`?story=${name}&language=de`}>Deutsch</a>
        </li>
      ))}
    </ul>,
    root,
  )
}

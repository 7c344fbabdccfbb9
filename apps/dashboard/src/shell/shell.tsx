import { useEffect } from 'preact/hooks'
import { useApp, useWords } from '../app.ts'
import { later } from '../parts/later.tsx'
import { Waiting } from '../parts/waiting.tsx'
import { ConnectionStrip } from './connection-strip.tsx'
import { Navigation } from './navigation.tsx'
import { useKeys } from './keys.ts'
import { useWide } from './wide.ts'
import css from './shell.module.css'

const ChatView = later(async () => (await import('../chat/chat-view.tsx')).ChatView)
const HouseView = later(async () => (await import('../house/house-view.tsx')).HouseView)
const AreaView = later(async () => (await import('../house/area-view.tsx')).AreaView)
const Sheets = later(async () => (await import('../sheets/sheets.tsx')).Sheets)
const SystemView = later(async () => (await import('../system/system-view.tsx')).SystemView)
const TimelineView = later(async () => (await import('../timeline/timeline-view.tsx')).TimelineView)
const WelcomeView = later(async () => (await import('../welcome/welcome-view.tsx')).WelcomeView)

/** So long after the first view the others are fetched too: they open at once, and without the server. */
const prepareAfterMs = 1_500

export function Shell() {
  const { session, router } = useApp()
  const { t, language } = useWords()
  const state = session.state.value
  const { view } = router.route.value
  const sheet = router.sheet.value
  useKeys()
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  useEffect(() => {
    if (state !== 'in') return
    const timer = setTimeout(() => {
      // Whoever opens one that could not be fetched is told then, and can try again.
      for (const view of [ChatView, HouseView, AreaView, Sheets, TimelineView, SystemView])
        view.prepare().catch(() => undefined)
    }, prepareAfterMs)
    return () => clearTimeout(timer)
  }, [state])

  if (state === 'starting') return <Waiting text={t.offline.connecting} />
  if (state === 'out' || view === 'welcome') return <WelcomeView.View />
  return (
    <div class={css.shell} data-view={view}>
      <a class={css.skip} href="#content">
        {t.nav.skip}
      </a>
      <Navigation />
      <div class={css.main}>
        <ConnectionStrip />
        <CurrentView />
      </div>
      {sheet && <Sheets.View />}
    </div>
  )
}

function CurrentView() {
  const { router, live } = useApp()
  const { t } = useWords()
  const wide = useWide()
  const { view } = router.route.value
  const home = live.home.value
  useEffect(() => {
    document.title = `${view === 'area' ? t.nav.house : view === 'welcome' ? t.welcome.title : t.nav[view]} · TALI`
  }, [view, t])
  switch (view) {
    case 'house':
    case 'area':
      return (
        <div class={css.beside}>
          <main class={css.content} id="content" tabIndex={-1}>
            {!home ? (
              <Waiting text={t.offline.connecting} />
            ) : view === 'house' ? (
              <HouseView.View />
            ) : (
              <AreaView.View />
            )}
          </main>
          {wide && (
            <aside class={css.column} aria-label={t.chat.column}>
              <ChatView.View beside />
            </aside>
          )}
        </div>
      )
    case 'timeline':
      return (
        <main class={css.content} id="content" tabIndex={-1}>
          <TimelineView.View />
        </main>
      )
    case 'system':
      return (
        <main class={css.content} id="content" tabIndex={-1}>
          <SystemView.View />
        </main>
      )
    case 'chat':
    case 'welcome':
      return (
        <main class={css.chat} id="content" tabIndex={-1}>
          <ChatView.View />
        </main>
      )
  }
}

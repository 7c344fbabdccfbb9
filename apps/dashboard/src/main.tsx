import { render } from 'preact'
import { AppContext, createApp } from './app.ts'
import { Shell } from './shell/shell.tsx'
import './tokens.css'

const app = createApp({
  fetch: (input, init) => fetch(input, init),
  makeSocket: (path) => new WebSocket(new URL(path, location.href.replace(/^http/, 'ws'))),
  window,
  shelf: localStorage,
  random: Math.random,
  now: Date.now,
})

const root = document.getElementById('app')
if (root) {
  await app.start()
  root.replaceChildren()
  render(
    <AppContext.Provider value={app}>
      <Shell />
    </AppContext.Provider>,
    root,
  )
}
if (import.meta.env.PROD) void navigator.serviceWorker?.register('/sw.js')

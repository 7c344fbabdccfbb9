// The shell of the page from the cache when TALI is away, so that the home's last state can still be looked at.
// Asked of the network first: whoever can reach TALI always gets the page of the version that runs.
const cacheName = 'tali-shell-1'
const patienceMs = 3_000

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)
  const ours = url.origin === self.location.origin && !url.pathname.startsWith('/api/')
  if (event.request.method !== 'GET' || !ours) return
  // Every address of the page is the same document.
  const key = event.request.mode === 'navigate' ? '/' : event.request
  event.respondWith(fromNetwork(event.request, key).catch(async () => (await caches.match(key)) ?? Response.error()))
})

async function fromNetwork(request, key) {
  const response = await fetch(request, { signal: AbortSignal.timeout(patienceMs) })
  if (response.status >= 500) throw new Error('TALI is not well')
  if (response.ok) await keep(key, response.clone())
  return response
}

async function keep(key, response) {
  const cache = await caches.open(cacheName)
  await cache.put(key, response)
  // Old versions' files go, oldest first; a page is made of some forty.
  const kept = await cache.keys()
  await Promise.all(kept.slice(0, Math.max(0, kept.length - 120)).map((old) => cache.delete(old)))
}

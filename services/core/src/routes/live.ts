import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Link } from '@tali/contracts'
import type { Door } from '@tali/runtime/http'
import type { LiveFeed } from '../live/live-feed.ts'

/** Pages that may watch at once; a house has few screens, and each costs memory. */
const maxWatchers = 100

/** `GET /api/live` (WebSocket): the home as it changes. Closed at once when the session behind it ends. */
export function liveRoutes({ door, feed, link }: { door: Door; feed: LiveFeed; link: Link }): FastifyPluginAsyncZod {
  return async (server) => {
    server.get(
      '/api/live',
      { websocket: true, preValidation: async (request) => void (await door.require(request)), schema: { hide: true } },
      async (socket, request) => {
        const { promise: gone, resolve } = Promise.withResolvers<void>()
        socket.once('close', () => resolve())
        socket.on('error', () => socket.terminate())
        const caller = await door.require(request)
        if (feed.watchers >= maxWatchers) return socket.close(1013, 'too many pages watch already')
        void gone.then(feed.watch({ send: (text) => socket.send(text), backlog: () => socket.bufferedAmount }))
        const unsubscribe = await link.subscribe('tali.core.session.ended', ({ residentId, sessionId }) => {
          const mine = caller.principal.kind === 'resident' && caller.principal.residentId === residentId
          if (sessionId === null ? mine : sessionId === caller.sessionId) socket.close(4401, 'signed out')
        })
        void gone.then(unsubscribe)
      },
    )
  }
}

import type { WebSocket } from '@fastify/websocket'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  chatPageSchema,
  chatSendSchema,
  type ChatReceive,
  type ChatSend,
  type Link,
  type Principal,
} from '@tali/contracts'
import { commonErrors, toProblem } from '@tali/runtime'
import type { Caller, Door } from '@tali/runtime/http'
import type { WebChannel } from '../channels/web-channel.ts'
import { Chat } from '../chat.ts'
import type { MessengerEvents } from '../events.ts'
import type { History } from '../history.ts'

export interface ChatRoutesOptions {
  door: Door
  chat: Chat
  history: History
  web: WebChannel
  link: Link
  events: MessengerEvents
}

type Resident = Extract<Principal, { kind: 'resident' }>

const historyPage = 50
/** Turns of one screen at a time; more wait for nothing and are refused. */
const maxTurnsAtOnce = 4
/** Frames that cannot be read before the socket is closed. */
const maxNonsense = 10

/** The chat of the page: a WebSocket, and older messages by HTTP. */
export function chatRoutes({ door, chat, history, web, link, events }: ChatRoutesOptions): FastifyPluginAsyncZod {
  return async (server) => {
    server.get(
      '/api/chat/messages',
      {
        schema: {
          summary: 'Earlier messages of the chat',
          tags: ['chat'],
          querystring: z.object({ before: z.uuid().optional() }),
          response: { 200: chatPageSchema },
        },
      },
      async (request) => {
        const { principal } = await door.require(request)
        return history.page(
          Chat.conversationOf(asResident(principal).residentId),
          request.query.before ?? null,
          historyPage,
        )
      },
    )

    server.get(
      '/api/chat',
      {
        websocket: true,
        schema: { hide: true },
        preValidation: async (request) => void asResident((await door.require(request)).principal),
      },
      async (socket, request) => {
        // What a page says at once waits until somebody listens.
        socket.pause()
        try {
          await attend(socket, await door.require(request))
        } finally {
          socket.resume()
        }
      },
    )
  }

  async function attend(socket: WebSocket, { principal, sessionId: ownSession }: Caller): Promise<void> {
    const { promise: gone, resolve } = Promise.withResolvers<void>()
    socket.once('close', () => resolve())
    socket.on('error', () => socket.terminate())
    const resident = asResident(principal)
    const conversationId = Chat.conversationOf(resident.residentId)
    const leave = web.open({
      conversationId,
      send: (text) => socket.send(text),
      backlog: () => socket.bufferedAmount,
      close: (code, reason) => socket.close(code, reason),
    })
    if (!leave) return socket.close(1013, 'too many screens are open already')
    void gone.then(leave)
    const unsubscribe = await link.subscribe('tali.core.session.ended', ({ residentId, sessionId }) => {
      if (sessionId === null ? residentId === resident.residentId : sessionId === ownSession)
        socket.close(4401, 'signed out')
    })
    void gone.then(unsubscribe)
    listen(socket, resident)
    send(socket, { type: 'history', ...(await history.page(conversationId, null, historyPage)) })
  }

  function listen(socket: WebSocket, resident: Resident): void {
    let turns = 0
    let nonsense = 0
    socket.on('message', (data: Buffer) => {
      const read = readFrame(data.toString('utf8'))
      if (!read.frame) {
        events.sentNonsense(read.reason)
        const problem = toProblem(commonErrors.error('body_invalid', { values: { summary: read.reason } }))
        send(socket, { type: 'failed', turnId: null, id: null, problem })
        if (++nonsense >= maxNonsense) socket.close(1008, 'too much that cannot be read')
      } else if (turns >= maxTurnsAtOnce) {
        send(socket, {
          type: 'failed',
          turnId: null,
          id: read.frame.id,
          problem: toProblem(commonErrors.error('busy')),
        })
      } else {
        turns += 1
        void chat.take(resident, read.frame).finally(() => (turns -= 1))
      }
    })
  }
}

function send(socket: WebSocket, what: ChatReceive): void {
  socket.send(JSON.stringify(what))
}

/** The chat is with residents; the owner of the machine uses the terminal. */
function asResident(principal: Principal): Resident {
  if (principal.kind !== 'resident') throw commonErrors.error('forbidden')
  return principal
}

function readFrame(text: string): { frame: ChatSend; reason: '' } | { frame: null; reason: string } {
  try {
    const result = chatSendSchema.safeParse(JSON.parse(text))
    return result.success ? { frame: result.data, reason: '' } : { frame: null, reason: z.prettifyError(result.error) }
  } catch {
    return { frame: null, reason: 'the frame is not JSON' }
  }
}

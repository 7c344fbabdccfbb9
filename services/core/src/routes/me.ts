import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  meChangeSchema,
  meSchema,
  pairingCodeSchema,
  pairingRequestSchema,
  residentSchema,
  tokenCreatedSchema,
  tokenInfoSchema,
  tokenInputSchema,
  type Link,
} from '@tali/contracts'
import { commonErrors } from '@tali/runtime'
import { sessionCookie, type Caller, type Door } from '@tali/runtime/http'
import type { Access } from '../residents/access.ts'
import type { Pairing } from '../residents/pairing.ts'
import type { Residents } from '../residents/residents.ts'

export interface MeRoutesOptions {
  door: Door
  residents: Residents
  access: Access
  pairing: Pairing
  link: Link
}

/** Who I am and how I am spoken to; my tokens, my other screens, and those who live here. */
export function meRoutes({ door, residents, access, pairing, link }: MeRoutesOptions): FastifyPluginAsyncZod {
  return async (server) => {
    const tags = ['residents']

    server.get(
      '/api/me',
      { schema: { summary: 'Who I am, and how I am spoken to', tags, response: { 200: meSchema } } },
      async (request) => {
        const resident = residents.known(residentIdOf(await door.require(request)))
        const { tone } = await link.request('persona.overlay.get', { residentId: resident.id })
        return { resident, tone }
      },
    )

    server.patch(
      '/api/me',
      {
        schema: {
          summary: 'Change my name, language or tone',
          tags,
          body: meChangeSchema,
          response: { 200: meSchema },
        },
      },
      async (request) => {
        const residentId = residentIdOf(await door.require(request))
        const { tone, ...change } = request.body
        const resident = await residents.change(residentId, change)
        const overlay = tone
          ? await link.request('persona.overlay.change', { residentId, tone })
          : await link.request('persona.overlay.get', { residentId })
        return { resident, tone: overlay.tone }
      },
    )

    server.delete('/api/session', { schema: { summary: 'Sign out', tags } }, async (request, reply) => {
      const caller = await door.require(request)
      if (caller.channel === 'page' && caller.sessionId !== null) {
        await access.closeSession(caller.sessionId)
        await link.publish('tali.core.session.ended', { residentId: residentIdOf(caller), sessionId: caller.sessionId })
      }
      return reply.clearCookie(sessionCookie, { path: '/' }).code(204).send()
    })

    server.get(
      '/api/residents',
      { schema: { summary: 'Who lives here', tags, response: { 200: z.array(residentSchema) } } },
      async (request) => {
        await door.require(request)
        return residents.all()
      },
    )

    server.post(
      '/api/pairing-codes',
      {
        schema: {
          summary: 'A code that lets another browser or person in',
          tags,
          body: pairingRequestSchema,
          response: { 201: pairingCodeSchema },
        },
      },
      async (request, reply) => {
        const caller = await door.require(request)
        const { residentId } = request.body
        // One's own other screen anybody may add; another person, those who administer the house.
        if (residentId === null || residentId !== residentIdOrNull(caller)) await door.requireAdmin(request)
        if (residentId !== null) residents.known(residentId)
        return reply.code(201).send(await pairing.makeCode(residentId))
      },
    )

    server.get(
      '/api/tokens',
      { schema: { summary: 'Tokens of programs', tags, response: { 200: z.array(tokenInfoSchema) } } },
      async (request) => access.tokens(residentIdOrNull(await door.require(request))),
    )

    server.post(
      '/api/tokens',
      {
        schema: {
          summary: 'Make a token; it is shown once',
          tags,
          body: tokenInputSchema,
          response: { 201: tokenCreatedSchema },
        },
      },
      async (request, reply) => {
        const caller = await door.require(request)
        const own = residentIdOrNull(caller)
        const { name, residentId } = request.body
        if (own !== null && residentId !== null && residentId !== own) throw commonErrors.error('forbidden')
        const holder = own ?? residentId
        if (holder !== null) residents.known(holder)
        return reply.code(201).send(await access.createToken(name, holder))
      },
    )

    server.delete(
      '/api/tokens/:id',
      { schema: { summary: 'Revoke a token', tags, params: z.object({ id: z.uuid() }) } },
      async (request, reply) => {
        const residentId = residentIdOrNull(await door.require(request))
        await access.revokeToken(request.params.id, residentId)
        await link.publish('tali.core.session.ended', { residentId, sessionId: request.params.id })
        return reply.code(204).send()
      },
    )
  }
}

function residentIdOrNull({ principal }: Caller): string | null {
  return principal.kind === 'resident' ? principal.residentId : null
}

/** The owner of the machine is nobody in particular. */
function residentIdOf(caller: Caller): string {
  const residentId = residentIdOrNull(caller)
  if (residentId === null) throw commonErrors.error('forbidden')
  return residentId
}

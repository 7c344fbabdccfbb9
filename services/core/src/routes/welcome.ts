import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import {
  residentSchema,
  statusSchema,
  welcomeCodeSchema,
  welcomeResidentSchema,
  welcomeSchema,
  type Welcome,
} from '@tali/contracts'
import { sessionCookie } from '@tali/runtime/http'
import type { Home } from '../home/home.ts'
import type { Recorder } from '../ledger/recorder.ts'
import type { Access } from '../residents/access.ts'
import type { Pairing, WelcomePass } from '../residents/pairing.ts'
import type { Residents } from '../residents/residents.ts'

const welcomeCookie = 'tali_welcome'

export interface WelcomeRoutesOptions {
  version: string
  demo: boolean
  home: Home
  residents: Residents
  pairing: Pairing
  access: Access
  recorder: Recorder
}

/** The way in: a single-use code, then who one is. Open to anybody, and throttled. */
export function welcomeRoutes({
  version,
  demo,
  home,
  residents,
  pairing,
  access,
  recorder,
}: WelcomeRoutesOptions): FastifyPluginAsyncZod {
  return async (server) => {
    server.get(
      '/api/status',
      { schema: { summary: 'Is the house set up?', tags: ['welcome'], response: { 200: statusSchema } } },
      async () => ({
        version,
        setUp: residents.all().length > 0,
        demo,
      }),
    )

    server.post(
      '/api/welcome/code',
      {
        schema: {
          summary: 'Spend a single-use code',
          tags: ['welcome'],
          body: welcomeCodeSchema,
          response: { 200: welcomeSchema },
        },
      },
      async (request, reply) => {
        const { secret, maxAgeSeconds, pass } = await pairing.spend(request.body.code)
        setCookie(reply, welcomeCookie, secret, maxAgeSeconds)
        return welcomed(pass)
      },
    )

    // A page that was reloaded goes on where it was: its code is spent, its pass is not.
    server.get(
      '/api/welcome',
      { schema: { summary: 'Go on where a code was spent', tags: ['welcome'], response: { 200: welcomeSchema } } },
      async ({ cookies }) => welcomed(await pairing.assertWelcome(cookies[welcomeCookie])),
    )

    server.post(
      '/api/welcome/resident',
      {
        schema: {
          summary: 'Come in as a new or known resident',
          tags: ['welcome'],
          body: welcomeResidentSchema,
          response: { 200: residentSchema },
        },
      },
      async (request, reply) => {
        const wanted = request.body
        await pairing.assertWelcome(request.cookies[welcomeCookie])
        // Look first: a name that is taken must not cost the pass.
        if ('residentId' in wanted) residents.known(wanted.residentId)
        else residents.assertFree(wanted.name)
        const pass = await pairing.enter(request.cookies[welcomeCookie])
        const resident =
          pass.residentId !== null
            ? residents.known(pass.residentId)
            : 'residentId' in wanted
              ? residents.known(wanted.residentId)
              : await join(wanted)
        const { secret, maxAgeSeconds } = await access.openSession(resident.id)
        setCookie(reply, sessionCookie, secret, maxAgeSeconds)
        void reply.clearCookie(welcomeCookie, { path: '/' })
        return resident
      },
    )
  }

  function welcomed(pass: WelcomePass): Welcome {
    return {
      firstResident: residents.all().length === 0,
      residentId: pass.residentId,
      residents: residents.all().map(({ id, name }) => ({ id, name })),
      floors: home.places.floors(),
      areas: home.places.areas(),
    }
  }

  async function join({ name, language }: { name: string; language: 'en' | 'de' }) {
    const resident = await residents.add(name, language)
    const cause = { kind: 'resident', residentId: resident.id, name, channel: 'page' } as const
    await recorder.write(recorder.make('tali.core.resident.joined', { cause }, { residentId: resident.id, name }))
    return resident
  }
}

function setCookie(reply: FastifyReply, name: string, value: string, maxAge: number): void {
  // Behind the stack's edge the connection is TLS; on a bare machine in the home's network it is not.
  const secure = reply.request.protocol === 'https'
  void reply.setCookie(name, value, { path: '/', httpOnly: true, sameSite: 'strict', secure, maxAge })
}

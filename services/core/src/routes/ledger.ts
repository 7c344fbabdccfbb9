import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  timelineQuerySchema,
  timelineSchema,
  whySchema,
  type LedgerEvent,
  type Say,
  type TimelineLine,
} from '@tali/contracts'
import { wordCause, wordEvent } from '@tali/language/render'
import { commonErrors, isoTime, type Clock } from '@tali/runtime'
import type { Caller, Door } from '@tali/runtime/http'
import type { Wording } from '../conversation/wording.ts'
import { errors } from '../errors.ts'
import type { Home } from '../home/home.ts'
import { causeStep } from '../ledger/cause-step.ts'
import type { LedgerReader } from '../ledger/ledger-reader.ts'

export interface LedgerRoutesOptions {
  door: Door
  home: Home
  ledger: LedgerReader
  wording: Wording
  clock: Clock
  timeZone: string
}

/** The timeline: what happened and why, worded for whoever asks. */
export function ledgerRoutes({
  door,
  home,
  ledger,
  wording,
  clock,
  timeZone,
}: LedgerRoutesOptions): FastifyPluginAsyncZod {
  return async (server) => {
    const tags = ['ledger']

    server.get(
      '/api/ledger',
      {
        schema: {
          summary: 'What happened, newest first',
          tags,
          querystring: timelineQuerySchema,
          response: { 200: timelineSchema },
        },
      },
      async (request) => {
        const caller = await door.require(request)
        const { area, entity, resident, cause, before, since, limit } = request.query
        // No id has NUL in it, and the database would take it for a fault.
        if ([area, entity, resident].some((id) => id?.includes('\0'))) return { lines: [], next: null }
        const events = await ledger.query({
          areaIds: area ? [area] : undefined,
          entityIds: entity ? [entity] : undefined,
          residentId: resident,
          causes: cause ? [cause] : undefined,
          olderThan: before ? fromCursor(before) : undefined,
          newerThan: since ? fromCursor(since) : undefined,
          // A command that was carried out shows as its outcome; that it was sent is a detail of the chain.
          types: timelineTypes,
          happened: cause !== 'restart',
          limit: limit + 1,
        })
        const lines = events.slice(0, limit).map((event) => line(event, caller))
        return { lines, next: events.length > limit ? (lines.at(-1)?.cursor ?? null) : null }
      },
    )

    server.get(
      '/api/ledger/:id/why',
      {
        schema: { summary: 'Why it happened', tags, params: z.object({ id: z.uuid() }), response: { 200: whySchema } },
      },
      async (request) => {
        const caller = await door.require(request)
        const { id } = request.params
        const events = await ledger.chain(id)
        const [first] = events
        if (!first) throw errors.error('unknown_event', { values: { id } })
        const entity = 'entityId' in first ? home.refer(first.entityId) : null
        const say: Say = {
          kind: 'why',
          entity,
          asked: { state: 'to' in first ? first.to : null },
          chain: events.map((event) => causeStep(event, (entityId) => home.refer(entityId))),
        }
        const { text } = await wording.find(say, caller.principal, caller.channel, languageOf(caller))
        return { text, lines: events.map((event) => line(event, caller)) }
      },
    )
  }

  function line(event: LedgerEvent, caller: Caller): TimelineLine {
    const options = { language: languageOf(caller), now: isoTime(clock.now()), timeZone }
    const names = (entityId: string) => (home.registry.entity(entityId) ? home.refer(entityId) : undefined)
    return {
      id: event.id,
      cursor: toCursor(event),
      at: event.at,
      text: wordEvent(event, { ...options, names }),
      causeText: wordCause(event.cause, options),
      event,
    }
  }
}

const timelineTypes = [
  'tali.core.state.changed',
  'tali.core.availability.changed',
  'tali.core.turn.received',
  'tali.core.command.concluded',
  'tali.core.entity.discovered',
  'tali.core.entity.removed',
  'tali.core.timer.started',
  'tali.core.timer.finished',
  'tali.core.service.started',
  'tali.core.resident.joined',
]

function toCursor({ at, id }: LedgerEvent): string {
  return `${at}_${id}`
}

const placeSchema = z.object({ at: z.iso.datetime(), id: z.uuid() })

/** Throws `common.body_invalid` for what only looks like a cursor. */
function fromCursor(cursor: string): { at: string; id: string } {
  const [at, id] = cursor.split('_')
  const place = placeSchema.safeParse({ at, id })
  if (!place.success) throw commonErrors.error('body_invalid', { values: { summary: 'that is no cursor of ours' } })
  return place.data
}

function languageOf({ principal }: Caller): string {
  return principal.kind === 'resident' ? principal.language : 'en'
}

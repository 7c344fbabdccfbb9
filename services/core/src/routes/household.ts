import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { householdSchema } from '@tali/contracts'
import type { Clock } from '@tali/runtime'
import type { Door } from '@tali/runtime/http'
import { errors } from '../errors.ts'
import type { ShoppingList } from '../household/shopping-list.ts'
import { describeTimer, type Timers } from '../household/timers.ts'

/** What runs and what is noted: timers and the shopping list. */
export function householdRoutes({
  door,
  timers,
  list,
  clock,
}: {
  door: Door
  timers: Timers
  list: ShoppingList
  clock: Clock
}): FastifyPluginAsyncZod {
  return async (server) => {
    const tags = ['household']

    server.get(
      '/api/household',
      { schema: { summary: 'Timers and the shopping list', tags, response: { 200: householdSchema } } },
      async (request) => {
        await door.require(request)
        return {
          timers: timers.all().map((timer) => describeTimer(timer, clock.now())),
          shoppingList: await list.open(),
        }
      },
    )

    server.delete(
      '/api/timers/:id',
      { schema: { summary: 'Cancel a timer', tags, params: z.object({ id: z.uuid() }) } },
      async (request, reply) => {
        await door.require(request)
        const { id } = request.params
        if (!timers.get(id)) throw errors.error('unknown_timer', { values: { id } })
        await timers.cancel(id)
        return reply.code(204).send()
      },
    )
  }
}

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { controlRoutes, type ControlRoutesOptions } from './control.ts'
import { conversationRoutes, type ConversationRoutesOptions } from './conversation.ts'
import { homeRoutes, type HomeRoutesOptions } from './home.ts'
import { householdRoutes } from './household.ts'
import { ledgerRoutes, type LedgerRoutesOptions } from './ledger.ts'
import { liveRoutes } from './live.ts'
import { meRoutes, type MeRoutesOptions } from './me.ts'
import { welcomeRoutes, type WelcomeRoutesOptions } from './welcome.ts'

type RoutesOptions = ControlRoutesOptions &
  ConversationRoutesOptions &
  HomeRoutesOptions &
  LedgerRoutesOptions &
  MeRoutesOptions &
  WelcomeRoutesOptions &
  Parameters<typeof householdRoutes>[0] &
  Parameters<typeof liveRoutes>[0]

/** All HTTP doors of core. */
export function createRoutes(options: RoutesOptions): FastifyPluginAsyncZod {
  const groups = [
    welcomeRoutes,
    meRoutes,
    homeRoutes,
    controlRoutes,
    conversationRoutes,
    ledgerRoutes,
    householdRoutes,
    liveRoutes,
  ]
  return async (server) => {
    for (const group of groups) await server.register(group(options))
  }
}

import { word } from '@tali/language/render'
import { Link, type WordingRequest, type Worded } from '@tali/contracts'
import type { Bus } from '@tali/bus'
import { HealthBook, toProblem, tracer, type Clock, type Logger, type Metrics, type Service } from '@tali/runtime'
import type { Database } from '@tali/sql'
import { recordInteraction } from './interaction-log.ts'
import { Overlays } from './overlays.ts'

export interface PersonaOptions {
  version: string
  database: Database
  bus: Bus
  clock: Clock
  log: Logger
  metrics: Metrics
}

/** Finds the words: in the resident's language and tone, from structure that others made. Keeps the interaction log. */
export function createPersona({ version, database, bus, clock, log, metrics }: PersonaOptions): Service {
  const stack = new AsyncDisposableStack()
  const health = new HealthBook({ service: 'persona', version, clock })
  const link = new Link({ bus, service: 'persona', tracer, problemOf: toProblem, now: () => clock.now() })
  const sql = stack.use(database.connect('persona'))
  const overlays = new Overlays(sql)
  const worded = metrics.counter('tali_persona_worded_total', 'Replies worded', ['kind', 'language'])
  const report = () =>
    health.report({
      wording: async () => {
        const { text } = word(
          { kind: 'stopped', what: 'never_mind' },
          { language: 'en', tone: 'plain', now: new Date(clock.now()).toISOString(), timeZone: 'UTC' },
        )
        if (text === '') throw new Error('no words were found')
        return { status: 'up', summary: 'A sentence was worded.' }
      },
      overlays: async () => {
        await sql.query('select 1 from persona.overlay limit 1', [], { timeoutMs: 3_000 })
        return { status: 'up', summary: 'The overlays were read.' }
      },
    })

  return {
    name: 'persona',
    version,
    metrics,
    routes: async () => {},
    health: report,
    settled: async () => {},

    async start() {
      stack.defer(await link.respond('persona.words.find', findWords))
      stack.defer(await link.respond('persona.overlay.get', ({ residentId }) => overlays.of(residentId)))
      stack.defer(
        await link.respond('persona.overlay.change', async (overlay) => {
          await overlays.change(overlay)
          return overlay
        }),
      )
      stack.defer(
        await link.respond('persona.interaction.record', async (turn) => {
          await recordInteraction(sql, turn)
          return {}
        }),
      )
      stack.defer(await link.respond('persona.health.check', report))
    },

    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }

  async function findWords({ say, language, residentId, now, timeZone }: WordingRequest): Promise<Worded> {
    worded({ kind: say.kind, language })
    return word(say, { language, tone: await toneFor(residentId), now, timeZone })
  }

  /** A reply must not wait for, or fail with, a database: the tone that is unknown is the plain one. */
  async function toneFor(residentId: string | null) {
    if (residentId === null) return 'plain'
    try {
      return (await overlays.of(residentId)).tone
    } catch (error) {
      log.warn({ error }, 'the overlay could not be read; answering plainly')
      health.noteError('A resident\u2019s overlay could not be read; the answer was plain.')
      return 'plain'
    }
  }
}

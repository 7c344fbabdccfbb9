import type { Channel, Link, Principal, Say, Worded } from '@tali/contracts'
import { word } from '@tali/language/render'
import { isoTime, type Clock } from '@tali/runtime'
import type { CoreEvents } from '../events.ts'

/** A reply that waits longer for its tone than this is better given plainly. */
const personaMs = 1_000

/** Words for structure. Persona finds them, since it knows how each resident is spoken to. */
export class Wording {
  readonly #options: { link: Link; clock: Clock; timeZone: string; events: CoreEvents }

  constructor(options: { link: Link; clock: Clock; timeZone: string; events: CoreEvents }) {
    this.#options = options
  }

  /** Never rejects: what was done must be told, plainly where persona does not answer. */
  async find(say: Say, principal: Principal | null, channel: Channel, language: string): Promise<Worded> {
    const { link, clock, timeZone, events } = this.#options
    const now = isoTime(clock.now())
    const residentId = principal?.kind === 'resident' ? principal.residentId : null
    try {
      const request = { say, language, residentId, channel, now, timeZone }
      return await link.request('persona.words.find', request, { timeoutMs: personaMs })
    } catch (error) {
      events.personaAway(error)
      return word(say, { language, tone: 'plain', now, timeZone })
    }
  }
}

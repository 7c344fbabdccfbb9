import type { Channel, Link, Principal, Say, Worded } from '@tali/contracts'
import { isoTime, type Clock } from '@tali/runtime'

/** Words for structure, which persona finds. */
export class Wording {
  readonly #link: Link
  readonly #clock: Clock
  readonly #timeZone: string

  constructor(options: { link: Link; clock: Clock; timeZone: string }) {
    this.#link = options.link
    this.#clock = options.clock
    this.#timeZone = options.timeZone
  }

  find(say: Say, principal: Principal | null, channel: Channel, language: string): Promise<Worded> {
    return this.#link.request('persona.words.find', {
      say,
      language,
      residentId: principal?.kind === 'resident' ? principal.residentId : null,
      channel,
      now: isoTime(this.#clock.now()),
      timeZone: this.#timeZone,
    })
  }
}

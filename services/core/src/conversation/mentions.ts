import type { Say } from '@tali/contracts'
import type { Clock } from '@tali/runtime'

/** How long "it" means what was spoken of, and of how many conversations that is remembered. */
const rememberedMs = 300_000
const maxConversations = 1_000

/** What each conversation spoke of last: the lamp that was switched is what "turn it off" means. Kept in memory alone. */
export class Mentions {
  readonly #clock: Clock
  readonly #last = new Map<string, { entityIds: readonly string[]; at: number }>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** What a reply was about takes the place of what was spoken of before; a reply about nothing leaves it. */
  note(conversationId: string, say: Say): void {
    const entityIds = entitiesOf(say)
    if (entityIds.length === 0 && !isOfSomethingElse(say)) return
    this.#last.delete(conversationId)
    if (entityIds.length === 0) return
    this.#last.set(conversationId, { entityIds, at: this.#clock.monotonic() })
    const [oldest] = this.#last.keys()
    if (this.#last.size > maxConversations && oldest !== undefined) this.#last.delete(oldest)
  }

  /** Ids of the entities, or none. */
  of(conversationId: string): readonly string[] {
    const last = this.#last.get(conversationId)
    return last && this.#clock.monotonic() - last.at < rememberedMs ? last.entityIds : []
  }
}

/** Something was spoken of that is not here: "it" is not what came before. */
function isOfSomethingElse(say: Say): boolean {
  return say.kind === 'not_understood' && (say.why === 'unknown_name' || say.why === 'nothing_there')
}

/** Of many, those that changed, or that the answer was about: "which lights are on?", "turn them off". */
function entitiesOf(say: Say): string[] {
  switch (say.kind) {
    case 'did': {
      const changed = say.results.filter(({ outcome }) => outcome === 'confirmed' || outcome === 'no_echo')
      return (changed.length > 0 ? changed : say.results).map(({ entityId }) => entityId)
    }
    case 'value':
      return say.readings.map(({ entity }) => entity.id)
    case 'truth':
    case 'set':
      return (say.matching.length > 0 ? say.matching : say.others).map(({ entity }) => entity.id)
    case 'why':
      return say.entity ? [say.entity.id] : []
    case 'ask':
      return say.about === 'confirmation' ? say.entities.map(({ id }) => id) : []
    default:
      return []
  }
}

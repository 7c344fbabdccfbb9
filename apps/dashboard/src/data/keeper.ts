import type { LiveMessage } from '@tali/contracts'
import type { LiveHome } from './live.ts'
import type { Shelf } from './session.ts'

const shelfKey = 'tali.home'
/** A browser's shelf holds about 5 MB; a home beyond this is not kept. */
const mostCharacters = 1_500_000

/** Keeps the last known home in this browser, so that a start without the server shows it, greyed, with its time. */
export class Keeper {
  readonly #live: LiveHome
  readonly #shelf: Shelf

  constructor(options: { live: LiveHome; shelf: Shelf }) {
    this.#live = options.live
    this.#shelf = options.shelf
  }

  keep(): void {
    const snapshot = this.#live.snapshot()
    if (!snapshot) return
    const text = JSON.stringify(snapshot)
    if (text.length <= mostCharacters) this.#shelf.setItem(shelfKey, text)
  }

  /** Shows what was kept, unless something fresher was heard already. */
  recall(): void {
    const kept = this.#shelf.getItem(shelfKey)
    if (kept !== null && this.#live.home.peek() === null) this.#live.take(JSON.parse(kept) as LiveMessage)
  }

  forget(): void {
    this.#shelf.removeItem(shelfKey)
  }
}

import { computed, signal, type ReadonlySignal } from '@preact/signals'
import type { Language, Me, Status } from '@tali/contracts'
import { Refused, type Api } from './api.ts'

/**
 * Whose page this is: `starting → in`, or `→ out` (Welcome); `in → out` on a 401 or by signing out.
 * `away` is a start without the server by somebody who was signed in: the last state is shown.
 */
export type SessionState = 'starting' | 'in' | 'out' | 'away'

/** What is kept in this browser between visits. */
export interface Shelf {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

const shelfKey = 'tali.me'

export class Session {
  readonly #api: Pick<Api, 'status' | 'me' | 'signOut'>
  readonly #shelf: Shelf
  readonly #state = signal<SessionState>('starting')
  readonly #me = signal<Me | null>(null)
  readonly #status = signal<Status | null>(null)
  readonly #guest: ReturnType<typeof signal<Language>>

  constructor(options: { api: Pick<Api, 'status' | 'me' | 'signOut'>; shelf: Shelf; browserLanguage: string }) {
    this.#api = options.api
    this.#shelf = options.shelf
    const browser = options.browserLanguage.toLowerCase().startsWith('de') ? 'de' : 'en'
    this.#guest = signal<Language>(this.#last()?.resident.language ?? browser)
  }

  get state(): ReadonlySignal<SessionState> {
    return this.#state
  }
  get me(): ReadonlySignal<Me | null> {
    return this.#me
  }
  get status(): ReadonlySignal<Status | null> {
    return this.#status
  }

  /** The resident's; before sign-in the browser's, or what was chosen in Welcome. */
  readonly language: ReadonlySignal<Language> = computed(
    () => this.#me.value?.resident.language ?? this.#guest.value ?? 'en',
  )

  chooseLanguage(language: Language): void {
    this.#guest.value = language
  }

  async start(): Promise<void> {
    const [me] = await Promise.allSettled([this.#api.me(), this.#learnStatus()])
    if (me.status === 'fulfilled') return this.enter(me.value)
    if (me.reason instanceof Refused) return this.leave()
    this.#me.value = this.#last()
    this.#state.value = this.#me.peek() ? 'away' : 'out'
  }

  enter(me: Me): void {
    this.#me.value = me
    this.#shelf.setItem(shelfKey, JSON.stringify(me))
    this.#state.value = 'in'
  }

  /** The server does not know us any more. */
  leave(): void {
    this.#shelf.removeItem(shelfKey)
    const language = this.#me.peek()?.resident.language
    if (language) this.#guest.value = language
    this.#me.value = null
    this.#state.value = 'out'
  }

  async signOut(): Promise<void> {
    await this.#api.signOut()
    this.leave()
  }

  /** Who was signed in here last, and did not sign out. */
  #last(): Me | null {
    const kept = this.#shelf.getItem(shelfKey)
    return kept === null ? null : (JSON.parse(kept) as Me)
  }

  async #learnStatus(): Promise<void> {
    this.#status.value = await this.#api.status()
  }
}

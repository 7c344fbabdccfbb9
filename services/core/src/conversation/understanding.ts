import {
  buildHomeIndex,
  createRecogniser,
  type HomeDescription,
  type HomeIndex,
  type LanguagePack,
  type Recogniser,
  type Recognition,
} from '@tali/language'
import type { Clock } from '@tali/runtime'
import type { CoreEvents } from '../events.ts'
import type { Home } from '../home/home.ts'

/** What people say, understood against the home as it is now. The index of its names is made anew when the home changed. */
export class Understanding {
  readonly #recogniser: Recogniser
  readonly #home: Home
  readonly #clock: Clock
  readonly #events: CoreEvents
  readonly #languages: ReadonlySet<string>
  readonly #indexes = new Map<string, { structure: number; index: HomeIndex }>()

  constructor(options: { packs: readonly LanguagePack[]; home: Home; clock: Clock; events: CoreEvents }) {
    this.#recogniser = createRecogniser({ packs: options.packs })
    this.#languages = new Set(options.packs.map((pack) => pack.language))
    this.#home = options.home
    this.#clock = options.clock
    this.#events = options.events
  }

  /** The language to listen in: the one asked for, by its first part (`de-AT` → `de`), else English. */
  languageFor(wanted: string): string {
    const language = wanted.toLowerCase().split(/[-_]/)[0] ?? ''
    return this.#languages.has(language) ? language : 'en'
  }

  get languages(): readonly string[] {
    return [...this.#languages]
  }

  /** `spokenOf`: ids of what was spoken of last, for "it" and "them". */
  recognise(text: string, language: string, areaId: string | null, spokenOf: readonly string[] = []): Recognition {
    const home = this.#indexFor(language)
    const begun = this.#clock.monotonic()
    const recognition = this.#recogniser.recognise(text, { language, area: areaId ?? undefined, home, spokenOf })
    this.#events.recognised(language, (this.#clock.monotonic() - begun) / 1_000)
    return recognition
  }

  #indexFor(language: string): HomeIndex {
    const { structure } = this.#home
    const known = this.#indexes.get(language)
    if (known?.structure === structure) return known.index
    const index = buildHomeIndex(describe(this.#home), language)
    this.#indexes.set(language, { structure, index })
    return index
  }
}

function describe(home: Home): HomeDescription {
  const { floors, areas, entities } = home.snapshot()
  return { floors, areas, entities }
}

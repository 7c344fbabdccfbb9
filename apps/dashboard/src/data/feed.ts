import { batch, signal, type ReadonlySignal } from '@preact/signals'
import type { TimelineLine } from '@tali/contracts'
import type { Api, LedgerFilter } from './api.ts'

const pageSize = 100
/** Lines kept in the page; older ones are a filter away. */
const mostLines = 20_000

/** The timeline: pages of the ledger, newest first, with what is new put on top as it happens. */
export class Feed {
  readonly #api: Pick<Api, 'ledger'>
  readonly #lines = signal<TimelineLine[]>([])
  readonly #state = signal<'idle' | 'loading' | 'failed'>('idle')
  readonly #error = signal<unknown>(null)
  readonly #filter = signal<LedgerFilter>({})
  #next: string | null = null
  #ended = false
  #turn = 0

  constructor(options: { api: Pick<Api, 'ledger'> }) {
    this.#api = options.api
  }

  get lines(): ReadonlySignal<TimelineLine[]> {
    return this.#lines
  }
  get state(): ReadonlySignal<'idle' | 'loading' | 'failed'> {
    return this.#state
  }
  get error(): ReadonlySignal<unknown> {
    return this.#error
  }
  get filter(): ReadonlySignal<LedgerFilter> {
    return this.#filter
  }

  /** Starts over, with other filters. */
  async show(filter: LedgerFilter): Promise<void> {
    this.#turn += 1
    this.#next = null
    this.#ended = false
    batch(() => {
      this.#filter.value = filter
      this.#lines.value = []
      this.#state.value = 'idle'
    })
    await this.older()
  }

  /** One page further into the past. */
  async older(): Promise<void> {
    if (this.#state.peek() === 'loading' || this.#ended || this.#lines.peek().length >= mostLines) return
    await this.#load({ before: this.#next ?? undefined }, (lines, next) => {
      this.#lines.value = [...this.#lines.peek(), ...lines]
      this.#next = next
      this.#ended = next === null
    })
  }

  /** What happened since the newest line. After a long absence it starts over instead of leaving a gap. */
  async newer(): Promise<void> {
    const newest = this.#lines.peek()[0]
    if (this.#state.peek() === 'loading') return
    if (!newest) return this.show(this.#filter.peek())
    let gap = false
    await this.#load({ since: newest.cursor }, (lines) => {
      gap = lines.length >= pageSize
      if (gap) return
      const known = new Set(
        this.#lines
          .peek()
          .slice(0, pageSize)
          .map((line) => line.id),
      )
      const fresh = lines.filter((line) => !known.has(line.id))
      if (fresh.length > 0) this.#lines.value = [...fresh, ...this.#lines.peek()].slice(0, mostLines)
    })
    if (gap) await this.show(this.#filter.peek())
  }

  async #load(
    page: { before?: string | undefined; since?: string },
    take: (lines: TimelineLine[], next: string | null) => void,
  ): Promise<void> {
    const turn = this.#turn
    this.#state.value = 'loading'
    try {
      const { lines, next } = await this.#api.ledger({ ...this.#filter.peek(), ...page, limit: pageSize })
      if (turn !== this.#turn) return // other filters have been chosen since
      batch(() => {
        take(lines, next)
        this.#state.value = 'idle'
      })
    } catch (error) {
      if (turn !== this.#turn) return
      this.#error.value = error
      this.#state.value = 'failed'
    }
  }
}

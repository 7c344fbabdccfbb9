import type { TimelineLine } from '@tali/contracts'
import type { Api } from './api.ts'

/** A reading at a time: milliseconds since the epoch, value. Oldest first. */
export type Points = [at: number, value: number][]

const dayMs = 24 * 3_600_000
const pageSize = 200
/** A chatty power meter could fill a hundred pages; the curve then covers less than a day. */
const mostPages = 3
const freshMs = 60_000
const mostKept = 100

/** The last 24 hours of numeric sensors, read from the ledger and kept for a minute. */
export class History {
  readonly #api: Pick<Api, 'ledger'>
  readonly #now: () => number
  readonly #kept = new Map<string, { at: number; points: Promise<Points> }>()

  constructor(options: { api: Pick<Api, 'ledger'>; now: () => number }) {
    this.#api = options.api
    this.#now = options.now
  }

  of(entityId: string): Promise<Points> {
    const kept = this.#kept.get(entityId)
    if (kept && this.#now() - kept.at < freshMs) return kept.points
    const points = this.#read(entityId)
    points.catch(() => this.#kept.delete(entityId))
    this.#kept.delete(entityId)
    this.#kept.set(entityId, { at: this.#now(), points })
    const oldest = this.#kept.keys().next()
    if (this.#kept.size > mostKept && !oldest.done) this.#kept.delete(oldest.value)
    return points
  }

  async #read(entityId: string): Promise<Points> {
    const since = this.#now() - dayMs
    const lines: TimelineLine[] = []
    let before: string | undefined
    for (let page = 0; page < mostPages; page += 1) {
      const answer = await this.#api.ledger({ entity: entityId, before, limit: pageSize })
      lines.push(...answer.lines)
      const last = answer.lines.at(-1)
      if (answer.next === null || !last || Date.parse(last.at) < since) break
      before = answer.next
    }
    return pointsOf(lines, since)
  }
}

/** Numeric states of these lines, oldest first; the last one before `since` starts the curve at `since`. */
export function pointsOf(lines: TimelineLine[], since: number): Points {
  const points: Points = []
  for (const { event } of lines) {
    if (event.type !== 'tali.core.state.changed') continue
    const value = Number(event.to)
    if (event.to.trim() === '' || !Number.isFinite(value)) continue
    const at = Date.parse(event.at)
    points.unshift([Math.max(at, since), value])
    if (at < since) break
  }
  return points
}

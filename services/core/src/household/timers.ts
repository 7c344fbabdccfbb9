import { randomUUID } from 'node:crypto'
import type { Timer } from '@tali/contracts'
import type { Sql } from '@tali/sql'
import { isoTime, type Clock } from '@tali/runtime'

/** Who set a timer, and where its end is told. */
export interface TimerOwner {
  readonly residentId: string | null
  readonly conversationId: string | null
  readonly areaId: string | null
  readonly language: string
  /** The ledger's event of its start. */
  readonly startedEvent: string | null
}

export interface KnownTimer {
  readonly id: string
  readonly name: string | null
  readonly seconds: number
  readonly endsAt: number
  readonly pausedMs: number | null
  readonly owner: TimerOwner
}

/** Timers of one house, running and paused, at most. */
export const maxTimers = 50
/** The longest timer: a day. What is later is not a timer. */
export const maxTimerSeconds = 86_400

/** The timers of the house. They outlive a restart; one that ended meanwhile ends at the start. */
export class Timers {
  readonly #sql: Sql
  readonly #clock: Clock
  readonly #timers = new Map<string, KnownTimer>()
  readonly #onChange: () => void
  #rearm = new AbortController()

  constructor(options: { sql: Sql; clock: Clock; onChange: () => void }) {
    this.#sql = options.sql
    this.#clock = options.clock
    this.#onChange = options.onChange
  }

  async load(): Promise<void> {
    const rows = await this.#sql.query<Row>('select * from core.timer')
    for (const row of rows) this.#timers.set(row.id, fromRow(row))
  }

  all(): KnownTimer[] {
    return [...this.#timers.values()].sort((a, b) => a.endsAt - b.endsAt)
  }

  get(id: string): KnownTimer | undefined {
    return this.#timers.get(id)
  }

  async start(name: string | null, seconds: number, owner: TimerOwner): Promise<KnownTimer> {
    const timer: KnownTimer = {
      id: randomUUID(),
      name,
      seconds,
      endsAt: this.#clock.now() + seconds * 1_000,
      pausedMs: null,
      owner,
    }
    await this.#sql.query(
      `insert into core.timer (id, name, seconds, ends_at, paused_ms, resident_id, conversation_id, area_id, language, started_event)
       values ($1, $2, $3, $4, null, $5, $6, $7, $8, $9)`,
      [
        timer.id,
        name,
        seconds,
        new Date(timer.endsAt),
        owner.residentId,
        owner.conversationId,
        owner.areaId,
        owner.language,
        owner.startedEvent,
      ],
    )
    this.#set(timer)
    return timer
  }

  async cancel(id: string): Promise<void> {
    await this.#sql.query('delete from core.timer where id = $1', [id])
    if (this.#timers.delete(id)) this.#changed()
  }

  /** Longer, or shorter for a negative number; at least one second is left. */
  async extend(timer: KnownTimer, seconds: number): Promise<KnownTimer> {
    const left = Math.max(1_000, remainingMs(timer, this.#clock.now()) + seconds * 1_000)
    return this.#update({ ...timer, ...this.#leaving(left, timer.pausedMs !== null) })
  }

  async pause(timer: KnownTimer): Promise<KnownTimer> {
    return this.#update({ ...timer, ...this.#leaving(remainingMs(timer, this.#clock.now()), true) })
  }

  async resume(timer: KnownTimer): Promise<KnownTimer> {
    return this.#update({ ...timer, ...this.#leaving(remainingMs(timer, this.#clock.now()), false) })
  }

  /** Hands over each timer as it ends, until aborted. It is gone from the database before it is told: told once. */
  async run(signal: AbortSignal, finished: (timer: KnownTimer) => Promise<void>): Promise<void> {
    while (!signal.aborted) {
      this.#rearm = new AbortController()
      const running = this.all().filter((timer) => timer.pausedMs === null)
      const pauseMs = Math.min(Math.max((running[0]?.endsAt ?? Infinity) - this.#clock.now(), 0), maxPauseMs)
      await this.#clock.wait(pauseMs, AbortSignal.any([signal, this.#rearm.signal])).catch(() => {})
      for (const timer of this.all()) {
        if (signal.aborted || timer.pausedMs !== null || timer.endsAt > this.#clock.now()) continue
        await this.cancel(timer.id)
        await finished(timer)
      }
    }
  }

  #leaving(leftMs: number, paused: boolean): Pick<KnownTimer, 'endsAt' | 'pausedMs'> {
    return { endsAt: this.#clock.now() + leftMs, pausedMs: paused ? leftMs : null }
  }

  async #update(timer: KnownTimer): Promise<KnownTimer> {
    await this.#sql.query('update core.timer set ends_at = $2, paused_ms = $3 where id = $1', [
      timer.id,
      new Date(timer.endsAt),
      timer.pausedMs,
    ])
    this.#set(timer)
    return timer
  }

  #set(timer: KnownTimer): void {
    this.#timers.set(timer.id, timer)
    this.#changed()
  }

  #changed(): void {
    this.#rearm.abort()
    this.#onChange()
  }
}

/** The wall clock may be set: look again at least this often. */
const maxPauseMs = 60_000

export function remainingMs(timer: KnownTimer, now: number): number {
  return timer.pausedMs ?? Math.max(0, timer.endsAt - now)
}

export function describeTimer(timer: KnownTimer, now: number): Timer {
  return {
    id: timer.id,
    name: timer.name,
    seconds: timer.seconds,
    endsAt: isoTime(timer.endsAt),
    remainingSeconds: Math.ceil(remainingMs(timer, now) / 1_000),
    paused: timer.pausedMs !== null,
    areaId: timer.owner.areaId,
  }
}

interface Row {
  id: string
  name: string | null
  seconds: number
  ends_at: Date
  paused_ms: number | null
  resident_id: string | null
  conversation_id: string | null
  area_id: string | null
  language: string
  started_event: string | null
}

function fromRow(row: Row): KnownTimer {
  return {
    id: row.id,
    name: row.name,
    seconds: row.seconds,
    endsAt: row.ends_at.getTime(),
    pausedMs: row.paused_ms,
    owner: {
      residentId: row.resident_id,
      conversationId: row.conversation_id,
      areaId: row.area_id,
      language: row.language,
      startedEvent: row.started_event,
    },
  }
}

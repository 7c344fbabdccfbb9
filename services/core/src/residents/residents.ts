import { randomUUID } from 'node:crypto'
import type { Language, Principal, Resident } from '@tali/contracts'
import { isUniqueViolation, type Sql } from '@tali/sql'
import { isoTime, type Clock } from '@tali/runtime'
import { errors } from '../errors.ts'

/** The people of the house. In memory as a whole: a house has few. */
export class Residents {
  readonly #sql: Sql
  readonly #clock: Clock
  readonly #residents = new Map<string, Resident>()

  constructor(sql: Sql, clock: Clock) {
    this.#sql = sql
    this.#clock = clock
  }

  async load(): Promise<void> {
    const rows = await this.#sql.query<Omit<Resident, 'createdAt'> & { createdAt: Date }>(
      'select id, name, role, language, created_at as "createdAt" from core.resident',
    )
    for (const row of rows) this.#residents.set(row.id, { ...row, createdAt: row.createdAt.toISOString() })
  }

  all(): Resident[] {
    return [...this.#residents.values()].sort((a, b) => a.createdAt.localeCompare(b.createdAt))
  }

  get(id: string): Resident | undefined {
    return this.#residents.get(id)
  }

  known(id: string): Resident {
    const resident = this.#residents.get(id)
    if (!resident) throw errors.error('unknown_resident', { values: { id } })
    return resident
  }

  /** Throws `core.name_taken`. */
  assertFree(name: string): void {
    if (this.#residents.values().some((each) => each.name.toLocaleLowerCase() === name.toLocaleLowerCase()))
      throw errors.error('name_taken', { values: { name } })
  }

  /** The first resident administers the house. */
  async add(name: string, language: Language): Promise<Resident> {
    const createdAt = this.#clock.now()
    const role = this.#residents.size === 0 ? ('admin' as const) : ('resident' as const)
    const resident = { id: randomUUID(), name, role, language, createdAt: isoTime(createdAt) }
    await this.#write(
      name,
      'insert into core.resident (id, name, role, language, created_at) values ($1, $2, $3, $4, $5)',
      [resident.id, name, role, language, new Date(createdAt)],
    )
    this.#residents.set(resident.id, resident)
    return resident
  }

  async change(id: string, change: { name?: string; language?: Language }): Promise<Resident> {
    const resident = { ...this.known(id), ...change }
    await this.#write(resident.name, 'update core.resident set name = $2, language = $3 where id = $1', [
      id,
      resident.name,
      resident.language,
    ])
    this.#residents.set(id, resident)
    return resident
  }

  async #write(name: string, text: string, values: unknown[]): Promise<void> {
    try {
      await this.#sql.query(text, values)
    } catch (cause) {
      throw isUniqueViolation(cause) ? errors.error('name_taken', { values: { name }, cause }) : cause
    }
  }
}

export function principalOf({ id, name, role, language }: Resident): Principal {
  return { kind: 'resident', residentId: id, name, role, language }
}

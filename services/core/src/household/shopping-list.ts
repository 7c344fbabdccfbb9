import { randomUUID } from 'node:crypto'
import type { ListItem } from '@tali/contracts'
import type { Sql } from '@tali/sql'
import type { Clock } from '@tali/runtime'

/** Things on the list at a time. */
const maxItems = 500

/** The household's shopping list. */
export class ShoppingList {
  readonly #sql: Sql
  readonly #clock: Clock
  readonly #onChange: () => void

  constructor(options: { sql: Sql; clock: Clock; onChange: () => void }) {
    this.#sql = options.sql
    this.#clock = options.clock
    this.#onChange = options.onChange
  }

  /** What is still to be bought. */
  open(): Promise<ListItem[]> {
    return this.#sql.query<ListItem>('select id, text, false as done from core.list_item order by created_at')
  }

  /** Null when the list is full. What is on it already is not put there twice. */
  async add(text: string): Promise<ListItem | null> {
    const open = await this.open()
    const there = open.find((item) => same(item.text, text))
    if (there) return there
    if (open.length >= maxItems) return null
    const item = { id: randomUUID(), text, done: false }
    await this.#sql.query('insert into core.list_item (id, text, created_at) values ($1, $2, $3)', [
      item.id,
      text,
      new Date(this.#clock.now()),
    ])
    this.#onChange()
    return item
  }

  /** Ticks off what is called so; null when nothing is. */
  async complete(text: string): Promise<ListItem | null> {
    const item = (await this.open()).find((each) => same(each.text, text))
    if (!item) return null
    await this.#sql.query('delete from core.list_item where id = $1', [item.id])
    this.#onChange()
    return { ...item, done: true }
  }
}

function same(a: string, b: string): boolean {
  return a.localeCompare(b, undefined, { sensitivity: 'base' }) === 0
}

import { randomUUID } from 'node:crypto'
import type { Area, Floor } from '@tali/contracts'
import { slug } from '@tali/home'
import { isUniqueViolation, type Sql } from '@tali/sql'
import { errors } from '../errors.ts'

/** Floors and areas: what people call the parts of their home. In memory as a whole, in the database as it changes. */
export class Places {
  readonly #sql: Sql
  readonly #floors = new Map<string, Floor>()
  readonly #areas = new Map<string, Area>()

  constructor(sql: Sql) {
    this.#sql = sql
  }

  async load(): Promise<void> {
    const floors = await this.#sql.query<Floor>('select id, name, level, aliases from core.floor')
    const areas = await this.#sql.query<Area>('select id, name, floor_id as "floorId", aliases from core.area')
    for (const floor of floors) this.#floors.set(floor.id, floor)
    for (const area of areas) this.#areas.set(area.id, area)
  }

  /** From the ground up; floors of unknown level last. */
  floors(): Floor[] {
    return [...this.#floors.values()].sort(
      (a, b) => (a.level ?? Infinity) - (b.level ?? Infinity) || a.name.localeCompare(b.name),
    )
  }

  areas(): Area[] {
    return [...this.#areas.values()].sort((a, b) => a.name.localeCompare(b.name))
  }

  floor(id: string | null): Floor | undefined {
    return id === null ? undefined : this.#floors.get(id)
  }

  area(id: string | null): Area | undefined {
    return id === null ? undefined : this.#areas.get(id)
  }

  /** By name or alias, whatever the case. */
  areaNamed(name: string): Area | undefined {
    return this.#areas.values().find((area) => isCalled(area, name))
  }

  floorNamed(name: string): Floor | undefined {
    return this.#floors.values().find((floor) => isCalled(floor, name))
  }

  async addFloor(input: Omit<Floor, 'id'>): Promise<Floor> {
    const floor = { id: freshId(input.name, this.#floors), ...input }
    await this.#write(floor.name, 'insert into core.floor (id, name, level, aliases) values ($1, $2, $3, $4)', [
      floor.id,
      floor.name,
      floor.level,
      floor.aliases,
    ])
    this.#floors.set(floor.id, floor)
    return floor
  }

  async changeFloor(id: string, change: Partial<Omit<Floor, 'id'>>): Promise<Floor> {
    const floor = { ...this.#knownFloor(id), ...change }
    await this.#write(floor.name, 'update core.floor set name = $2, level = $3, aliases = $4 where id = $1', [
      id,
      floor.name,
      floor.level,
      floor.aliases,
    ])
    this.#floors.set(id, floor)
    return floor
  }

  /** Its areas stay, on no floor. */
  async removeFloor(id: string): Promise<void> {
    this.#knownFloor(id)
    await this.#sql.query('delete from core.floor where id = $1', [id])
    this.#floors.delete(id)
    for (const area of this.#areas.values())
      if (area.floorId === id) this.#areas.set(area.id, { ...area, floorId: null })
  }

  async addArea(input: Omit<Area, 'id'>): Promise<Area> {
    const area = this.#checked({ id: freshId(input.name, this.#areas), ...input })
    await this.#write(area.name, 'insert into core.area (id, name, floor_id, aliases) values ($1, $2, $3, $4)', [
      area.id,
      area.name,
      area.floorId,
      area.aliases,
    ])
    this.#areas.set(area.id, area)
    return area
  }

  async changeArea(id: string, change: Partial<Omit<Area, 'id'>>): Promise<Area> {
    const area = this.#checked({ ...this.#knownArea(id), ...change })
    await this.#write(area.name, 'update core.area set name = $2, floor_id = $3, aliases = $4 where id = $1', [
      id,
      area.name,
      area.floorId,
      area.aliases,
    ])
    this.#areas.set(id, area)
    return area
  }

  /** Its devices stay, in no area. */
  async removeArea(id: string): Promise<void> {
    this.#knownArea(id)
    await this.#sql.query('delete from core.area where id = $1', [id])
    this.#areas.delete(id)
  }

  #checked(area: Area): Area {
    if (area.floorId !== null) this.#knownFloor(area.floorId)
    return area
  }

  #knownFloor(id: string): Floor {
    const floor = this.#floors.get(id)
    if (!floor) throw errors.error('unknown_floor', { values: { id } })
    return floor
  }

  #knownArea(id: string): Area {
    const area = this.#areas.get(id)
    if (!area) throw errors.error('unknown_area', { values: { id } })
    return area
  }

  async #write(name: string, text: string, values: unknown[]): Promise<void> {
    try {
      await this.#sql.query(text, values)
    } catch (cause) {
      throw isUniqueViolation(cause) ? errors.error('name_taken', { values: { name }, cause }) : cause
    }
  }
}

function isCalled(place: { name: string; aliases: string[] }, name: string): boolean {
  const wanted = name.toLocaleLowerCase()
  return [place.name, ...place.aliases].some((each) => each.toLocaleLowerCase() === wanted)
}

/** Readable where the name allows it. */
function freshId(name: string, taken: ReadonlyMap<string, unknown>): string {
  const id = slug(name)
  return id !== '' && !taken.has(id) ? id : `${id || 'place'}_${randomUUID().slice(0, 8)}`
}

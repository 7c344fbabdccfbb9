import { describeEntity, entityIdFor, slug, type DiscoveredDevice, type DiscoveredEntity } from '@tali/home'
import type { Device, Entity } from '@tali/contracts'
import type { Sql } from '@tali/sql'
import type { Places } from './places.ts'

/** What people said of an entity. */
export interface EntityNote {
  readonly name: string | null
  readonly aliases: readonly string[]
  readonly areaId: string | null
}

interface KnownDevice {
  readonly id: string
  readonly identifier: string
  readonly areaId: string | null
  readonly discovered: DiscoveredDevice | null
}

interface KnownEntity {
  readonly id: string
  readonly uniqueId: string
  readonly deviceId: string | null
  readonly discovered: DiscoveredEntity
}

const noNote: EntityNote = { name: null, aliases: [], areaId: null }

/**
 * Who is who among devices and entities: the ids that everything refers to, kept from the first sight on, and what people
 * said of them. Discovery comes in bursts of thousands, so ids are written to the database behind; what people say is
 * written at once.
 */
export class Registry {
  readonly #sql: Sql
  readonly #places: Places
  readonly #idOfUnique = new Map<string, string>()
  readonly #takenIds = new Set<string>()
  readonly #deviceIds = new Set<string>()
  readonly #devices = new Map<string, KnownDevice>()
  readonly #entities = new Map<string, KnownEntity>()
  readonly #bySource = new Map<string, Set<string>>()
  readonly #notes = new Map<string, EntityNote>()
  readonly #unsavedEntities = new Map<string, KnownEntity>()
  readonly #unsavedDevices = new Map<string, KnownDevice>()

  constructor(sql: Sql, places: Places) {
    this.#sql = sql
    this.#places = places
  }

  async load(): Promise<void> {
    const devices = await this.#sql.query<{ id: string; identifier: string; areaId: string | null }>(
      'select id, identifier, area_id as "areaId" from core.device',
    )
    for (const device of devices) {
      this.#devices.set(device.identifier, { ...device, discovered: null })
      this.#deviceIds.add(device.id)
    }
    const ids = await this.#sql.query<{ id: string; uniqueId: string }>(
      'select id, unique_id as "uniqueId" from core.entity',
    )
    for (const { id, uniqueId } of ids) {
      this.#idOfUnique.set(uniqueId, id)
      this.#takenIds.add(id)
    }
    const notes = await this.#sql.query<EntityNote & { uniqueId: string }>(
      'select unique_id as "uniqueId", name, aliases, area_id as "areaId" from core.entity_note',
    )
    for (const { uniqueId, ...note } of notes) this.#notes.set(uniqueId, note)
  }

  entity(id: string): KnownEntity | undefined {
    return this.#entities.get(id)
  }

  entityIds(): Iterable<string> {
    return this.#entities.keys()
  }

  /** The entities that one discovery message brought. */
  entitiesFrom(source: string): string[] {
    return [...(this.#bySource.get(source) ?? [])]
  }

  /** The entity as everybody sees it. */
  describe(id: string): Entity | undefined {
    const known = this.#entities.get(id)
    if (!known) return undefined
    const note = this.#noteOf(known)
    const device = known.discovered.device && this.#devices.get(known.discovered.device.id)
    const areaId = this.#places.area(note.areaId)?.id ?? this.#places.area(device?.areaId ?? null)?.id ?? null
    return describeEntity(known.discovered, {
      id,
      name: note.name,
      aliases: note.aliases,
      deviceId: known.deviceId,
      areaId,
    })
  }

  devices(): Device[] {
    const seen = [...this.#devices.values()].filter((device) => device.discovered !== null)
    return seen.map(({ id, areaId, discovered }) => ({
      id,
      name: discovered?.name ?? id,
      areaId: this.#places.area(areaId)?.id ?? null,
      manufacturer: discovered?.manufacturer ?? null,
      model: discovered?.model ?? null,
    }))
  }

  /** Takes an entity in, anew or again; returns its id, and whether it was not there before. */
  put(discovered: DiscoveredEntity, areaOfDevice: string | null): { id: string; isNew: boolean } {
    const uniqueId = uniqueIdOf(discovered)
    const id = this.#idOfUnique.get(uniqueId) ?? entityIdFor(discovered.naming, (wanted) => this.#takenIds.has(wanted))
    const device = discovered.device && this.#putDevice(discovered.device, areaOfDevice)
    const before = this.#entities.get(id)
    const known: KnownEntity = { id, uniqueId, deviceId: device?.id ?? null, discovered }
    if (before && before.discovered.source !== discovered.source)
      this.#bySource.get(before.discovered.source)?.delete(id)
    this.#bySource.getOrInsertComputed(discovered.source, () => new Set()).add(id)
    this.#entities.set(id, known)
    if (this.#idOfUnique.get(uniqueId) !== id) this.#unsavedEntities.set(id, known)
    this.#idOfUnique.set(uniqueId, id)
    this.#takenIds.add(id)
    return { id, isNew: before === undefined }
  }

  /** Takes an entity away. Its id and what people said of it are kept for its return. */
  remove(id: string): KnownEntity | undefined {
    const known = this.#entities.get(id)
    if (!known) return undefined
    this.#entities.delete(id)
    const siblings = this.#bySource.get(known.discovered.source)
    siblings?.delete(id)
    if (siblings?.size === 0) this.#bySource.delete(known.discovered.source)
    return known
  }

  noteOf(id: string): EntityNote {
    const known = this.#entities.get(id)
    return known ? this.#noteOf(known) : noNote
  }

  /** A home file may name an entity by the unique id that its device gave it, without the domain. */
  #noteOf({ uniqueId, discovered }: KnownEntity): EntityNote {
    return this.#notes.get(uniqueId) ?? this.#notes.get(discovered.uniqueId ?? '') ?? noNote
  }

  /** Writes down what people say of an entity, whether it was seen already or not. */
  async note(uniqueId: string, note: EntityNote): Promise<void> {
    await this.#sql.query(
      `insert into core.entity_note (unique_id, name, aliases, area_id) values ($1, $2, $3, $4)
       on conflict (unique_id) do update set name = excluded.name, aliases = excluded.aliases, area_id = excluded.area_id`,
      [uniqueId, note.name, note.aliases, note.areaId],
    )
    this.#notes.set(uniqueId, note)
  }

  /** What people said of everything, by unique id. */
  notes(): ReadonlyMap<string, EntityNote> {
    return this.#notes
  }

  get hasUnsaved(): boolean {
    return this.#unsavedEntities.size > 0 || this.#unsavedDevices.size > 0
  }

  /** Writes the ids that are new. What fails stays unsaved, for the next time. */
  async save(): Promise<void> {
    const devices = [...this.#unsavedDevices.values()]
    const entities = [...this.#unsavedEntities.values()]
    await this.#sql.transaction(async (tx) => {
      await tx.query(
        'insert into core.device (id, identifier, area_id) select * from unnest($1::text[], $2::text[], $3::text[]) on conflict (id) do nothing',
        [devices.map((each) => each.id), devices.map((each) => each.identifier), devices.map((each) => each.areaId)],
      )
      await tx.query(
        'insert into core.entity (id, unique_id, device_id) select * from unnest($1::text[], $2::text[], $3::text[]) on conflict (id) do nothing',
        [entities.map((each) => each.id), entities.map((each) => each.uniqueId), entities.map((each) => each.deviceId)],
      )
    })
    for (const device of devices)
      if (this.#unsavedDevices.get(device.id) === device) this.#unsavedDevices.delete(device.id)
    for (const entity of entities)
      if (this.#unsavedEntities.get(entity.id) === entity) this.#unsavedEntities.delete(entity.id)
  }

  /** The area that a device suggests for itself when it is first seen. Later, what people say holds. */
  suggestedArea(device: DiscoveredDevice | null): string | null {
    return device && !this.#devices.has(device.id) ? device.suggestedArea : null
  }

  #putDevice(discovered: DiscoveredDevice, areaId: string | null): KnownDevice {
    const before = this.#devices.get(discovered.id)
    const device: KnownDevice = {
      id: before?.id ?? this.#freshDeviceId(discovered),
      identifier: discovered.id,
      areaId: before?.areaId ?? areaId,
      discovered,
    }
    this.#devices.set(discovered.id, device)
    if (!before) this.#unsavedDevices.set(device.id, device)
    return device
  }

  #freshDeviceId(discovered: DiscoveredDevice): string {
    const wanted = slug(discovered.id) || 'device'
    let id = wanted
    for (let number = 2; this.#deviceIds.has(id); number += 1) id = `${wanted}_${number}`
    this.#deviceIds.add(id)
    return id
  }
}

/** `light.0x1234`: unique within the home; a device without a unique id is known by the topic of its discovery. */
export function uniqueIdOf(discovered: DiscoveredEntity): string {
  return `${discovered.domain}.${discovered.uniqueId ?? discovered.key}`
}

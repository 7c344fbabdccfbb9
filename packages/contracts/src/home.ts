import { z } from 'zod'

/**
 * The home as everybody sees it. Words and values are Home Assistant's: an entity id is `domain.object_id`, a state is a
 * short word such as `on` or `21.4`, attributes carry Home Assistant's names (`brightness` 0–255, `current_position`
 * 0–100 %, `color_temp_kelvin`, `hs_color`, `current_temperature`, `temperature`, `percentage`, `volume_level` 0–1).
 */

export const floorSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** 0 is the ground floor; null when unknown. */
  level: z.number().int().nullable(),
  aliases: z.array(z.string()),
})
export type Floor = z.infer<typeof floorSchema>

export const areaSchema = z.object({
  id: z.string(),
  name: z.string(),
  floorId: z.string().nullable(),
  aliases: z.array(z.string()),
})
export type Area = z.infer<typeof areaSchema>

export const deviceSchema = z.object({
  id: z.string(),
  name: z.string(),
  areaId: z.string().nullable(),
  manufacturer: z.string().nullable(),
  model: z.string().nullable(),
})
export type Device = z.infer<typeof deviceSchema>

export const entitySchema = z.object({
  id: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  domain: z.string(),
  deviceClass: z.string().nullable(),
  deviceId: z.string().nullable(),
  /** The entity's own area, or else its device's. */
  areaId: z.string().nullable(),
  /** `config` and `diagnostic` entities are kept out of speech and of the area cards. */
  category: z.enum(['config', 'diagnostic']).nullable(),
  unit: z.string().nullable(),
  /** Icon name such as `mdi:lamp`, when the device gave one. */
  icon: z.string().nullable(),
  /** What it can do and within which bounds; the names are those of `@tali/home`'s `Capabilities`. */
  capabilities: z.record(z.string(), z.unknown()),
})
export type Entity = z.infer<typeof entitySchema>

export const attributesSchema = z.record(z.string(), z.unknown())
export type Attributes = z.infer<typeof attributesSchema>

export const entityStateSchema = z.object({
  entityId: z.string(),
  /** `unknown` until first reported. */
  value: z.string(),
  attributes: attributesSchema,
  available: z.boolean(),
  /** When value or attributes last differed, and when the device last reported at all. ISO 8601. */
  changedAt: z.string().nullable(),
  reportedAt: z.string().nullable(),
})
export type EntityState = z.infer<typeof entityStateSchema>

export const homeSchema = z.object({
  floors: z.array(floorSchema),
  areas: z.array(areaSchema),
  devices: z.array(deviceSchema),
  entities: z.array(entitySchema),
})
export type Home = z.infer<typeof homeSchema>

/** What a person calls an entity, with enough beside it to word a sentence. */
export const entityRefSchema = z.object({
  id: z.string(),
  name: z.string(),
  domain: z.string(),
  deviceClass: z.string().nullable(),
  areaName: z.string().nullable(),
})
export type EntityRef = z.infer<typeof entityRefSchema>

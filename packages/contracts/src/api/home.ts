import { z } from 'zod'
import { actionSchema, parametersSchema } from '../command.ts'
import { entityStateSchema, homeSchema } from '../home.ts'
import { listItemSchema, timerSchema } from '../say.ts'

/** A name of a thing or place: one line, trimmed, without control or direction marks, 1 to 80 characters. */
export const thingNameSchema = z
  .string()
  .transform((name) =>
    name
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cf}]/gu, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  .pipe(z.string().min(1, 'must not be empty').max(80, 'must have at most 80 characters'))
const aliasesSchema = z.array(thingNameSchema).max(20)

/** `GET /api/home` */
export const homeSnapshotSchema = z.object({ home: homeSchema, states: z.array(entityStateSchema) })
export type HomeSnapshot = z.infer<typeof homeSnapshotSchema>

/** `POST /api/floors`, `PATCH /api/floors/:id` */
export const floorInputSchema = z.object({
  name: thingNameSchema,
  level: z.number().int().min(-10).max(200).nullable().default(null),
  aliases: aliasesSchema.default([]),
})
export const floorChangeSchema = z.object({
  name: thingNameSchema.optional(),
  level: z.number().int().min(-10).max(200).nullable().optional(),
  aliases: aliasesSchema.optional(),
})

/** `POST /api/areas`, `PATCH /api/areas/:id` */
export const areaInputSchema = z.object({
  name: thingNameSchema,
  floorId: z.string().nullable().default(null),
  aliases: aliasesSchema.default([]),
})
export const areaChangeSchema = z.object({
  name: thingNameSchema.optional(),
  floorId: z.string().nullable().optional(),
  aliases: aliasesSchema.optional(),
})

/** `PATCH /api/entities/:id`: what people know better than the device. `name: null` goes back to the device's own. */
export const entityChangeSchema = z.object({
  name: thingNameSchema.nullable().optional(),
  aliases: aliasesSchema.optional(),
  areaId: z.string().nullable().optional(),
})

/** `POST /api/entities/:id/command`: through the gate, as everything else. Answers with a `TurnPart`. */
export const entityCommandSchema = z.object({ action: actionSchema, parameters: parametersSchema.default({}) })

/** `POST /api/questions/:id/answer`. Answers with a `TurnPart`. */
export const answerSchema = z.object({ choiceId: z.string().max(100) })

/** `GET /api/household`: what is running and what is noted. */
export const householdSchema = z.object({ timers: z.array(timerSchema), shoppingList: z.array(listItemSchema) })
export type Household = z.infer<typeof householdSchema>

/**
 * `GET|POST /api/home/file`: the home as people know it, to keep, to edit and to bring back.
 * Areas and floors are matched by name; entities by their device's unique id.
 */
export const homeFileSchema = z.object({
  floors: z
    .array(
      z.object({
        name: thingNameSchema,
        level: z.number().int().nullable().default(null),
        aliases: aliasesSchema.default([]),
        areas: z.array(z.object({ name: thingNameSchema, aliases: aliasesSchema.default([]) })).default([]),
      }),
    )
    .max(50)
    .default([]),
  /** Areas on no floor. */
  areas: z
    .array(z.object({ name: thingNameSchema, aliases: aliasesSchema.default([]) }))
    .max(500)
    .default([]),
  entities: z
    .array(
      z.object({
        unique_id: z.string().max(255),
        name: thingNameSchema.nullable().default(null),
        area: thingNameSchema.nullable().default(null),
        aliases: aliasesSchema.default([]),
      }),
    )
    .max(10_000)
    .default([]),
})
export type HomeFile = z.infer<typeof homeFileSchema>
export type HomeFileInput = z.input<typeof homeFileSchema>
export const homeImportedSchema = z.object({
  floors: z.number(),
  areas: z.number(),
  entities: z.number(),
  unknown: z.array(z.string()),
})

/** `GET /api/devices/access`: how a device of one's own reaches the broker. */
export const deviceAccessSchema = z.object({
  port: z.number(),
  username: z.string(),
  password: z.string(),
  /** Addresses of this machine on the home's network. */
  hosts: z.array(z.string()),
})
export type DeviceAccess = z.infer<typeof deviceAccessSchema>

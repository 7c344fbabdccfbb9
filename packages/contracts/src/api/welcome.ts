import { z } from 'zod'
import { areaSchema, floorSchema } from '../home.ts'
import { languageSchema, personNameSchema, residentSchema } from '../residents.ts'
import { toneSchema } from '../say.ts'

/** `GET /api/status`: what anybody on the network may know. */
export const statusSchema = z.object({
  version: z.string(),
  /** False until the first resident exists: the page shows Welcome. */
  setUp: z.boolean(),
  /** The demo home is running. */
  demo: z.boolean(),
})
export type Status = z.infer<typeof statusSchema>

/** `POST /api/welcome/code`: spends a single-use code; the answer's cookie allows the next step for 15 minutes. */
export const welcomeCodeSchema = z.object({ code: z.string().max(40) })
export const welcomeSchema = z.object({
  firstResident: z.boolean(),
  /** Set when the code was made for one resident: this browser becomes theirs. */
  residentId: z.string().nullable(),
  residents: z.array(z.object({ id: z.string(), name: z.string() })),
  floors: z.array(floorSchema),
  areas: z.array(areaSchema),
})
export type Welcome = z.infer<typeof welcomeSchema>

/** `POST /api/welcome/resident`: becomes a new resident, or an existing one; the answer's cookie is the session. */
export const welcomeResidentSchema = z.union([
  z.object({ name: personNameSchema, language: languageSchema }),
  z.object({ residentId: z.string() }),
])

/** `GET /api/me`, `PATCH /api/me` */
export const meSchema = z.object({ resident: residentSchema, tone: toneSchema })
export type Me = z.infer<typeof meSchema>
export const meChangeSchema = z.object({
  name: personNameSchema.optional(),
  language: languageSchema.optional(),
  tone: toneSchema.optional(),
})

/** `POST /api/pairing-codes`: a single-use code for one more browser or resident; 15 minutes. */
export const pairingRequestSchema = z.object({ residentId: z.string().nullable().default(null) })
export const pairingCodeSchema = z.object({ code: z.string(), expiresAt: z.string() })
export type PairingCode = z.infer<typeof pairingCodeSchema>

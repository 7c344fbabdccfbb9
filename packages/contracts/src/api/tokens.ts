import { z } from 'zod'
import { tokenInfoSchema } from '../residents.ts'
import { thingNameSchema } from './home.ts'

/** `POST /api/tokens`: the token itself is in this answer and nowhere else; we keep its hash. */
export const tokenInputSchema = z.object({ name: thingNameSchema, residentId: z.string().nullable().default(null) })
export const tokenCreatedSchema = z.object({ token: z.string(), info: tokenInfoSchema })
export type TokenCreated = z.infer<typeof tokenCreatedSchema>

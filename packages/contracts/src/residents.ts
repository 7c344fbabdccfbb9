import { z } from 'zod'
import { toneSchema } from './say.ts'

export const languages = ['en', 'de'] as const
export const languageSchema = z.enum(languages)
export type Language = z.infer<typeof languageSchema>

/** A name that people gave: one line, trimmed, without control or direction marks, 1 to 60 characters. */
export const personNameSchema = z
  .string()
  .transform((name) =>
    name
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cf}]/gu, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  .pipe(z.string().min(1, 'must not be empty').max(60, 'must have at most 60 characters'))

export const residentSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(['admin', 'resident']),
  language: languageSchema,
  createdAt: z.string(),
})
export type Resident = z.infer<typeof residentSchema>

/** Persona's overlay of a resident: how TALI speaks to them. */
export const overlaySchema = z.object({ residentId: z.string(), tone: toneSchema })
export type Overlay = z.infer<typeof overlaySchema>

export const tokenInfoSchema = z.object({
  id: z.string(),
  name: z.string(),
  residentId: z.string().nullable(),
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
})
export type TokenInfo = z.infer<typeof tokenInfoSchema>

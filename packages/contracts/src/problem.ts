import { z } from 'zod'

/** RFC 9457 problem details; `code` is the catalogue's. `errors` lists each fault of a body or of settings. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  code: z.string(),
  traceId: z.string().optional(),
  errors: z.array(z.object({ where: z.string(), what: z.string() })).optional(),
})
export type Problem = z.infer<typeof problemSchema>

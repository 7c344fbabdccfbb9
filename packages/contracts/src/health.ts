import { z } from 'zod'

/** Health as Spring's actuator words it, since its readers know it. `degraded` is ours: it works, and something is amiss. */
export const healthStatusSchema = z.enum(['up', 'degraded', 'down'])
export type HealthStatus = z.infer<typeof healthStatusSchema>

export const healthCheckSchema = z.object({
  name: z.string(),
  status: healthStatusSchema,
  /** In plain words: what was done and what came of it. */
  summary: z.string(),
  /** Milliseconds the check took, where it did work. */
  tookMs: z.number().nullable(),
})
export type HealthCheck = z.infer<typeof healthCheckSchema>

export const serviceHealthSchema = z.object({
  service: z.string(),
  version: z.string(),
  status: healthStatusSchema,
  startedAt: z.string(),
  memoryMb: z.number(),
  checks: z.array(healthCheckSchema),
  lastError: z.object({ at: z.string(), message: z.string() }).nullable(),
})
export type ServiceHealth = z.infer<typeof serviceHealthSchema>

export const storeHealthSchema = z.object({
  store: z.string(),
  description: z.string(),
  status: healthStatusSchema,
  summary: z.string(),
  /** Figures with a name, such as `rows` or `lag`, for the page to list. */
  figures: z.array(z.object({ name: z.string(), value: z.number(), unit: z.string().nullable() })),
})
export type StoreHealth = z.infer<typeof storeHealthSchema>

export const systemHealthSchema = z.object({
  status: healthStatusSchema,
  at: z.string(),
  version: z.string(),
  /** Resident memory of the process that runs these services, and of the children it started, in MB. */
  memoryMb: z.number(),
  services: z.array(serviceHealthSchema),
  stores: z.array(storeHealthSchema),
})
export type SystemHealth = z.infer<typeof systemHealthSchema>

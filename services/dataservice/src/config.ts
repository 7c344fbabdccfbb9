import { z } from 'zod'

/** Settings of dataservice. */
export const dataserviceSettings = z.object({
  batchSize: z
    .number()
    .int()
    .min(1)
    .max(10_000)
    .default(2_000)
    .meta({ description: 'Events written in one transaction, at most' }),
  tries: z
    .number()
    .int()
    .min(1)
    .max(100)
    .default(3)
    .meta({ description: 'Tries for an event before it is put aside as a dead letter' }),
})
export type DataserviceSettings = z.output<typeof dataserviceSettings>

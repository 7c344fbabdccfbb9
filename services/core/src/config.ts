import { z } from 'zod'

/** Settings of core. */
export const coreSettings = z.object({
  discoveryPrefix: z
    .string()
    .regex(/^[^+#\0]{1,100}$/, 'must be an MQTT topic without wildcards')
    .default('homeassistant')
    .meta({ description: 'Topic prefix of MQTT discovery' }),
  timeZone: z
    .string()
    .refine(isTimeZone, 'is not a time zone such as Europe/Berlin')
    .default(Intl.DateTimeFormat().resolvedOptions().timeZone)
    .meta({ description: 'Time zone of the home' }),
})
export type CoreSettings = z.output<typeof coreSettings>

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format() !== ''
  } catch {
    return false
  }
}

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

/** How a device of the home reaches the broker, for the page; in a container core cannot see it. */
export const devicesSettings = z.object({
  hosts: z
    .array(z.string())
    .default([])
    .meta({ description: "The machine's names and addresses in the home's network" }),
  port: z.number().int().min(1).max(65_535).default(8883).meta({ description: 'Port of the broker there' }),
  username: z.string().default('devices').meta({ description: "The devices' account at the broker" }),
  password: z.string().min(1).meta({ secret: true, description: 'Its password' }),
})

/** The demo home, where it runs as a container of its own. */
export const demoSettings = z.object({
  homes: z.number().int().min(0).max(1).default(1).meta({ description: 'Whether the demo home runs: 1 or 0' }),
  language: z.enum(['en', 'de']).default('en').meta({ description: 'Language of the demo home' }),
})

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format() !== ''
  } catch {
    return false
  }
}

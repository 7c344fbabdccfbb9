import { z } from 'zod'

const secret = () => z.string().min(1).meta({ secret: true })

/** What every service in a container is told. Secrets come from files: `TALI_BUS_PASSWORD_FILE`. */
export const containerSettings = z.object({
  log: z.object({
    level: z.enum(['debug', 'info', 'warn', 'error']).default('info').meta({ description: 'How much is logged' }),
  }),
  http: z.object({
    host: z.string().default('0.0.0.0').meta({ description: 'Address the service listens on' }),
    port: z.number().int().min(0).max(65_535).default(8443).meta({ description: 'Port of the service' }),
    allowedHosts: z
      .array(z.string())
      .default([])
      .meta({ description: 'Names the house answers to, besides addresses, localhost and *.local' }),
    metricsToken: secret().optional().meta({ description: 'Who sends this token may read figures and health' }),
  }),
  tls: z.object({
    ca: secret().meta({ description: "The authority that signed everybody's certificate (PEM)" }),
    certificate: secret().meta({ description: "The service's own certificate (PEM)" }),
    key: secret().meta({ description: 'Its key (PEM)' }),
  }),
  bus: z.object({
    url: z.string().default('mqtts://mqtt:8883').meta({ description: 'The broker' }),
    password: secret().meta({ description: "The service's password at the broker; its user is its own name" }),
  }),
})
export type ContainerSettings = z.output<typeof containerSettings>

/** For a service that keeps rows. */
export const databaseSettings = z.object({
  url: secret().meta({ description: "The database, with the service's own login" }),
})

/** For a service that uses keys or streams. */
export const kvSettings = z.object({
  url: z.string().default('rediss://redis:6379').meta({ description: 'The key-value store' }),
  password: secret().meta({ description: "The service's password there; its user is its own name" }),
})

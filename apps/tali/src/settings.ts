import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { coreSettings } from '@tali/core'
import { dataserviceSettings } from '@tali/dataservice'

const port = z.number().int().min(0).max(65_535)

/** Beside the clone, so that the house can be moved as a whole. */
export const defaultDataFolder = fileURLToPath(new URL('../../../data', import.meta.url))

/** All settings of the house in one process. Names in the layers come from the paths: `--http.port`, `TALI_HTTP_PORT`. */
export const houseSettings = z.object({
  data: z
    .string()
    .min(1)
    .default(defaultDataFolder)
    .meta({ description: 'Where everything that must survive is kept' }),
  demo: z.boolean().default(true).meta({ description: 'Run the demo home (--no-demo: only devices of your own)' }),
  demoSeed: z.number().int().default(1).meta({ description: 'The same seed brings the same demo day' }),
  language: z
    .enum(['en', 'de'])
    .default(process.env['LANG']?.startsWith('de') ? 'de' : 'en')
    .meta({ description: 'Language of the demo home' }),
  http: z.object({
    host: z.string().default('0.0.0.0').meta({ description: 'Address the page listens on' }),
    port: port.default(8484).meta({ description: 'Port of the page and the API; 0 takes a free one' }),
    allowedHosts: z
      .array(z.string())
      .default([])
      .meta({ description: 'Names the house answers to, besides its addresses, localhost and *.local' }),
  }),
  mqtt: z.object({
    host: z.string().default('0.0.0.0').meta({ description: 'Address the device broker listens on' }),
    port: port.default(1883).meta({ description: 'Port of the device broker; 0 takes a free one' }),
  }),
  database: z.object({
    url: z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
      .optional()
      .meta({ description: 'A PostgreSQL server instead of the embedded one (also DATABASE_URL)', secret: true }),
  }),
  log: z.object({
    level: z.enum(['debug', 'info', 'warn', 'error']).default('info').meta({ description: 'How much is logged' }),
    to: z
      .enum(['file', 'stdout'])
      .default('file')
      .meta({ description: 'Log to a file in the data folder, or as JSON lines to the terminal' }),
  }),
  core: coreSettings,
  dataservice: dataserviceSettings,
})
export type HouseSettings = z.output<typeof houseSettings>

export const shortFlags = { port: 'http.port', 'mqtt-port': 'mqtt.port', 'log-level': 'log.level' }

import { fileURLToPath } from 'node:url'
import {
  containerSettings,
  databaseSettings,
  kvSettings,
  openDatabase,
  openKv,
  reach,
  runContainer,
} from '@tali/container'
import { z } from 'zod'
import { createDataservice, dataserviceSettings } from './index.ts'
import manifest from '../package.json' with { type: 'json' }

const ownerUrl = z.string().min(1).meta({ secret: true, description: 'The login that owns the structure: migrations' })

await runContainer({
  name: 'dataservice',
  version: manifest.version,
  settings: containerSettings.extend({
    database: databaseSettings.extend({ ownerUrl }),
    kv: kvSettings,
    dataservice: dataserviceSettings,
  }),
  create: async ({ about, bus, settings, stack, patiently }) => {
    const { database: urls, dataservice } = settings
    const database = stack.use(openDatabase({ events: urls.url }, about.log, urls.ownerUrl))
    const kv = stack.use(await patiently('the key-value store', () => openKv(settings, 'dataservice', about.log)))
    await patiently('the database', () => reach(database, 'events'))
    const migrations = fileURLToPath(new URL('../../../migrations', import.meta.url))
    return createDataservice({
      ...about,
      settings: dataservice,
      database,
      kv,
      kvDescription: `Redis at ${new URL(settings.kv.url).host}`,
      bus,
      migrations,
    })
  },
})

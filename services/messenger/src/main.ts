import { containerSettings, databaseSettings, openDatabase, runContainer } from '@tali/container'
import { createMessenger } from './index.ts'
import manifest from '../package.json' with { type: 'json' }

await runContainer({
  name: 'messenger',
  version: manifest.version,
  settings: containerSettings.extend({ database: databaseSettings }),
  after: ['dataservice.health.check'],
  create: ({ about, bus, door, settings, stack }) => {
    const database = stack.use(openDatabase({ messenger: settings.database.url }, about.log))
    return createMessenger({
      ...about,
      bus,
      door,
      database,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    })
  },
})

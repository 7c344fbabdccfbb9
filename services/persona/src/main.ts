import { containerSettings, databaseSettings, openDatabase, runContainer } from '@tali/container'
import { createPersona } from './index.ts'
import manifest from '../package.json' with { type: 'json' }

await runContainer({
  name: 'persona',
  version: manifest.version,
  settings: containerSettings.extend({ database: databaseSettings }),
  after: ['dataservice.health.check'],
  create: ({ about, bus, settings, stack }) =>
    createPersona({ ...about, bus, database: stack.use(openDatabase({ persona: settings.database.url }, about.log)) }),
})

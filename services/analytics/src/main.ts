import { containerSettings, runContainer } from '@tali/container'
import { createAnalytics } from './index.ts'
import manifest from '../package.json' with { type: 'json' }

await runContainer({
  name: 'analytics',
  version: manifest.version,
  settings: containerSettings,
  create: ({ about, bus, door }) => createAnalytics({ ...about, bus, door, stores: async () => [] }),
})

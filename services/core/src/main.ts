import { containerSettings, databaseSettings, kvSettings, openDatabase, openKv, runContainer } from '@tali/container'
import { homeFileSchema } from '@tali/contracts'
import { demoFloorPlan } from '@tali/demo-home'
import { builtinPacks } from '@tali/language'
import { Door } from '@tali/runtime/http'
import { demoSettings, devicesSettings } from './config.ts'
import { coreSettings, createCore } from './index.ts'
import manifest from '../package.json' with { type: 'json' }

await runContainer({
  name: 'core',
  version: manifest.version,
  settings: containerSettings.extend({
    database: databaseSettings,
    kv: kvSettings,
    core: coreSettings,
    devices: devicesSettings,
    demo: demoSettings,
  }),
  after: ['dataservice.health.check', 'persona.health.check'],
  create: async ({ about, bus, settings, stack, patiently, connectBus }) => {
    const doorOf = (identify: ConstructorParameters<typeof Door>[0]['identify']) =>
      new Door({ identify, isOwner: () => false })
    return createCore(
      {
        ...about,
        settings: settings.core,
        demo: settings.demo.homes > 0,
        bus,
        devices: await connectBus('devices'),
        deviceAccess: () => settings.devices,
        kv: stack.use(await patiently('the key-value store', () => openKv(settings, 'core', about.log))),
        database: stack.use(openDatabase({ core: settings.database.url }, about.log)),
        packs: builtinPacks(),
      },
      doorOf,
    )
  },
  started: async (core, { settings: { demo }, about: { log } }) => {
    if (core.isSetUp) return
    if (demo.homes > 0) await core.importHome(homeFileSchema.parse(demoFloorPlan(demo.language)))
    log.info({ setUpCode: await core.makeCode() }, 'nobody lives here yet: this code lets the first browser in')
  },
})

export { openDatabase, reach } from './open-database.ts'
export { openKv } from './open-kv.ts'
export { runContainer, type ContainerOptions, type Inside } from './run-container.ts'
export { containerSettings, databaseSettings, kvSettings, type ContainerSettings } from './settings.ts'

export { openEmbeddedDatabase, type OpenEmbeddedDatabaseOptions } from './open-embedded-database.ts'
export type { DatabaseEvent, DatabaseLog } from '../database-event.ts'

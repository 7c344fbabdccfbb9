export { connectPostgres, type ConnectPostgresOptions } from './connect-postgres.ts'
export { openPostgres, type OpenPostgresOptions } from './open-postgres.ts'
export type { DatabaseEvent, DatabaseLog } from './database-event.ts'

export type { Database, Queryable, QueryOptions, Sql } from './sql.ts'
export { SqlClosed, SqlUnavailable, SqlFailed, isUniqueViolation } from './errors.ts'

import type { DatabaseError } from 'pg'
import { SqlClosed, SqlFailed, SqlUnavailable } from '../errors.ts'

/**
 * SQLSTATEs after which trying again later makes sense: connection exceptions (class 08), the server is stopping or
 * starting (57P01 to 57P05), it has no connection left (53300).
 * https://www.postgresql.org/docs/18/errcodes-appendix.html
 */
const UNAVAILABLE = /^(08...|57P0[1-5]|53300)$/
/** What the driver says in plain `Error`s when it lost, or did not get, a connection. */
const DRIVER_UNAVAILABLE =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Client was closed|Cannot use a pool after)/

/** The port's error for one of the driver's; anything that is not about the database is returned as it is. */
export function toSqlError(error: unknown): unknown {
  if (error instanceof SqlUnavailable || error instanceof SqlFailed || error instanceof SqlClosed) return error
  if (isServerError(error)) {
    if (UNAVAILABLE.test(error.code ?? '')) return unavailable(error)
    return new SqlFailed(error.message, { code: error.code, constraint: error.constraint, cause: error })
  }
  if (error instanceof Error && ('syscall' in error || DRIVER_UNAVAILABLE.test(error.message)))
    return unavailable(error)
  // Several addresses of one host were tried, and none answered.
  if (error instanceof AggregateError) return unavailable(error)
  return error
}

/** By its shape: PGlite has a class of its own for it. */
function isServerError(error: unknown): error is DatabaseError {
  return error instanceof Error && 'severity' in error && typeof error.severity === 'string' && 'code' in error
}

function unavailable(cause: Error): SqlUnavailable {
  const [first] = cause instanceof AggregateError ? cause.errors : [cause]
  const why = first instanceof Error ? first.message : cause.message
  return new SqlUnavailable(`The database cannot be reached: ${why}`, { cause })
}

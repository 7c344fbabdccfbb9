/** The connections were disposed. */
export class SqlClosed extends Error {
  override name = 'SqlClosed'
}

/** The server cannot be reached, is starting or stopping, or broke the connection. Trying again makes sense. */
export class SqlUnavailable extends Error {
  override name = 'SqlUnavailable'
}

/** The server refused the statement. `code` is PostgreSQL's SQLSTATE. */
export class SqlFailed extends Error {
  override name = 'SqlFailed'
  readonly code: string | undefined
  readonly constraint: string | undefined
  constructor(message: string, detail: { code?: string; constraint?: string; cause?: unknown }) {
    super(message, { cause: detail.cause })
    this.code = detail.code
    this.constraint = detail.constraint
  }
}

/** True for a violated unique constraint (SQLSTATE 23505), of that name when one is given. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return error instanceof SqlFailed && error.code === '23505' && (!constraint || error.constraint === constraint)
}

import { BusUnavailable, NoResponder, RequestTimedOut } from '@tali/bus'
import { RequestRefused, type Problem } from '@tali/contracts'
import { KvUnavailable } from '@tali/kv'
import { SqlUnavailable } from '@tali/sql'
import { currentTraceId } from './trace.ts'

/** One kind of failure that a service tells others about. `detail` may hold `{name}`s, filled from the error's values. */
export interface CatalogueEntry {
  readonly status: number
  readonly title: string
  readonly detail: string
}

/** A failure from a catalogue: translated to problem+json once, at the edge. `values` must not hold secrets. */
export class CatalogueError extends Error {
  override name = 'CatalogueError'
  readonly code: string
  readonly entry: CatalogueEntry
  readonly errors: { where: string; what: string }[] | undefined
  constructor(code: string, entry: CatalogueEntry, options: ErrorOptionsOf = {}) {
    super(fill(entry.detail, options.values ?? {}), { cause: options.cause })
    this.code = code
    this.entry = entry
    this.errors = options.errors
  }
}

interface ErrorOptionsOf {
  values?: Record<string, string | number>
  errors?: { where: string; what: string }[]
  cause?: unknown
}

/** A service's catalogue: makes its errors by code. */
export interface Catalogue<Code extends string> {
  readonly entries: Readonly<Record<Code, CatalogueEntry>>
  error(code: Code, options?: ErrorOptionsOf): CatalogueError
}

export function catalogue<Code extends string>(prefix: string, entries: Record<Code, CatalogueEntry>): Catalogue<Code> {
  return { entries, error: (code, options) => new CatalogueError(`${prefix}.${code}`, entries[code], options) }
}

/** What may go wrong at any door, whichever service is behind it. */
export const commonErrors = catalogue('common', {
  body_invalid: {
    status: 400,
    title: 'The request is not as it should be',
    detail: 'The request does not fit: {summary}',
  },
  not_found: { status: 404, title: 'There is nothing here', detail: 'There is nothing at {path}.' },
  too_large: { status: 413, title: 'Too large', detail: 'The body is larger than {limit} bytes; send less at a time.' },
  not_supported: {
    status: 415,
    title: 'Not a form we read',
    detail: 'Send JSON, with the header content-type: application/json.',
  },
  host_refused: {
    status: 403,
    title: 'Called by a foreign name',
    detail:
      'This house does not answer to the name {host}. Use its IP address, localhost, or add the name to http.allowedHosts.',
  },
  origin_refused: { status: 403, title: 'Called from a foreign page', detail: 'A page of {origin} may not act here.' },
  unauthenticated: { status: 401, title: 'Who is there?', detail: 'Sign in on the page, or send a bearer token.' },
  forbidden: { status: 403, title: 'Not allowed', detail: 'Only an administrator of the house may do this.' },
  unavailable: {
    status: 503,
    title: 'Not available now',
    detail: 'A part that is needed here does not answer at the moment ({part}). Try again shortly.',
  },
  busy: {
    status: 429,
    title: 'One after the other',
    detail: 'Several things of yours are still being done. Wait for one of them to end.',
  },
  internal: {
    status: 500,
    title: 'Something of ours broke',
    detail: 'Something of ours broke; the log has it under this trace id.',
  },
})

/** The problem that a caller gets to see: never more than the catalogue says. */
export function toProblem(error: unknown): Problem {
  // What another service said no to is said on; only the trace is ours.
  if (error instanceof RequestRefused) return { ...error.problem, traceId: currentTraceId() }
  const known = error instanceof CatalogueError ? error : translate(error)
  return {
    type: `urn:tali:problem:${known.code}`,
    title: known.entry.title,
    status: known.entry.status,
    detail: known.message,
    code: known.code,
    traceId: currentTraceId(),
    errors: known.errors,
  }
}

/** A part of the house that does not answer is told apart from one that is broken. */
function translate(error: unknown): CatalogueError {
  const part = unavailableParts.find(([type]) => error instanceof type)?.[1]
  return part
    ? commonErrors.error('unavailable', { values: { part }, cause: error })
    : commonErrors.error('internal', { cause: error })
}

const unavailableParts = [
  [RequestTimedOut, 'a service'],
  [NoResponder, 'a service'],
  [BusUnavailable, 'a service'],
  [KvUnavailable, 'the key-value store'],
  [SqlUnavailable, 'the database'],
] as const

function fill(template: string, values: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? name))
}

import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import type { Tracer } from '@tali/contracts'

/** W3C Trace Context, level 1: `00-<32 hex trace id>-<16 hex span id>-<flags>`. All zeros are not valid. */
const traceparentPattern = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}$/

interface Trace {
  readonly traceId: string
  readonly traceparent: string
}

const storage = new AsyncLocalStorage<Trace>()

/** Continues the given trace, or begins a new one where there is none or it is malformed. */
export const tracer: Tracer = {
  traceparent: () => storage.getStore()?.traceparent,
  run: (traceparent, work) => storage.run(continueTrace(traceparent), work),
}

export function currentTraceId(): string | undefined {
  return storage.getStore()?.traceId
}

function continueTrace(traceparent: string | undefined): Trace {
  const traceId = traceparentPattern.exec(traceparent ?? '')?.[1] ?? randomBytes(16).toString('hex')
  return { traceId, traceparent: `00-${traceId}-${randomBytes(8).toString('hex')}-01` }
}

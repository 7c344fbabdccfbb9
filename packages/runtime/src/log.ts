import { pino, stdTimeFunctions, type DestinationStream } from 'pino'
import { currentTraceId } from './trace.ts'

/** Object first, then a constant message. Errors go under `error`. */
export interface Logger {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
  child(fields: object): Logger
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

/** JSON lines with service, version and the trace at hand. What could be a secret never gets here; a few names are cut anyway. */
export function createLogger(options: {
  service: string
  version: string
  level: LogLevel
  destination?: DestinationStream
}): Logger {
  return pino(
    {
      level: options.level,
      base: { service: options.service, version: options.version },
      timestamp: stdTimeFunctions.isoTime,
      messageKey: 'message',
      errorKey: 'error',
      formatters: { level: (label) => ({ level: label }) },
      redact: {
        paths: [
          'password',
          'token',
          'secret',
          'code',
          '*.password',
          '*.token',
          '*.secret',
          '*.cookie',
          '*.authorization',
        ],
        censor: '…',
      },
      mixin: () => {
        const traceId = currentTraceId()
        return traceId ? { traceId } : {}
      },
    },
    options.destination ?? pino.destination({ fd: 1, sync: false }),
  )
}

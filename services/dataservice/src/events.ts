import type { HealthBook, Logger, Metrics } from '@tali/runtime'

/** What happens in dataservice that an operator may want to know: log line and figure together. */
export interface DataserviceEvents {
  migrated(module: string, version: string, tookMs: number): void
  batchWritten(count: number, seconds: number): void
  batchFailed(error: unknown, retryInMs: number): void
  deadLetter(streamId: string, reason: string): void
}

export function createEvents(log: Logger, metrics: Metrics, health: HealthBook): DataserviceEvents {
  const written = metrics.counter('tali_ledger_events_written_total', 'Events written to the database')
  const took = metrics.histogram('tali_ledger_batch_seconds', 'Time to write one batch of events')
  const failed = metrics.counter(
    'tali_ledger_batches_failed_total',
    'Batches that could not be written and are tried again',
  )
  const putAside = metrics.counter(
    'tali_ledger_dead_letters_total',
    'Events that were put aside because the database does not take them',
  )
  return {
    migrated(module, version, tookMs) {
      log.info({ module, schemaVersion: version, tookMs: Math.round(tookMs) }, 'migration applied')
    },
    batchWritten(count, seconds) {
      written({}, count)
      took({}, seconds)
      log.debug({ count, seconds }, 'events written')
    },
    batchFailed(error, retryInMs) {
      failed({})
      log.warn({ error, retryInMs }, 'events could not be written; trying again')
      health.noteError(`The ledger could not be written: ${error instanceof Error ? error.message : String(error)}`)
    },
    deadLetter(streamId, reason) {
      putAside({})
      log.error({ streamId, reason }, 'an event was put aside')
      health.noteError(`One event could not be read and was put aside: ${reason}`)
    },
  }
}

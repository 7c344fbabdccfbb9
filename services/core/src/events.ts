import type { CommandResult } from '@tali/contracts'
import type { HealthBook, Logger, Metrics } from '@tali/runtime'

/** What happens in core that an operator may want to know: log line and figure together. No names, no texts (SI-24). */
export interface CoreEvents {
  stateTaken(changed: boolean): void
  messageIgnored(reason: string): void
  discovered(entities: number): void
  discoveryFault(sentence: string): void
  discoveryNotice(sentence: string): void
  journalFull(error: unknown): void
  commandConcluded(domain: string, result: CommandResult): void
  refused(domain: string, risk: number, rule: string): void
  turnTaken(channel: string, clauses: number, understood: boolean, seconds: number): void
  turnFailed(intent: string, error: unknown): void
  recognised(language: string, seconds: number): void
  commandNotSent(error: unknown): void
  ledgerNotWritten(error: unknown): void
  idsNotSaved(error: unknown): void
  personaAway(error: unknown): void
}

export function createEvents(log: Logger, metrics: Metrics, health: HealthBook): CoreEvents {
  const states = metrics.counter('tali_states_total', 'State messages of devices', ['changed'])
  const ignored = metrics.counter('tali_messages_ignored_total', 'Messages, or parts of them, that could not be read', [
    'reason',
  ])
  const faults = metrics.counter('tali_discovery_faults_total', 'Discovery messages that could not be taken')
  const full = metrics.counter('tali_journal_full_total', 'Times a device had to wait because the journal was full')
  const outcomes = metrics.counter('tali_commands_total', 'Commands by their outcome', ['domain', 'outcome'])
  const echo = metrics.histogram('tali_command_seconds', 'Time from a command to its outcome', ['domain'])
  const refusals = metrics.counter('tali_gate_refusals_total', 'Commands that the gate refused', ['domain', 'rule'])
  const turns = metrics.counter('tali_turns_total', 'Turns of residents', ['channel', 'understood'])
  const turnTook = metrics.histogram('tali_turn_seconds', 'Time from a message to its whole reply', ['channel'])
  const recogniser = metrics.histogram(
    'tali_recognise_seconds',
    'Time to recognise a sentence',
    ['language'],
    [0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.1],
  )
  const text = (error: unknown) => (error instanceof Error ? error.message : String(error))
  return {
    stateTaken: (changed) => states({ changed: String(changed) }),
    messageIgnored: (reason) => ignored({ reason }),
    discovered: (entities) => log.debug({ entities }, 'entities discovered'),
    discoveryFault(sentence) {
      faults({})
      log.warn({ sentence }, 'a discovery message could not be taken')
      health.noteError(sentence)
    },
    discoveryNotice: (sentence) => log.info({ sentence }, 'a part of a discovery message is not used'),
    journalFull(error) {
      full({})
      log.error({ error }, 'the journal is full; devices wait')
      health.noteError(`The journal is full, and devices wait: ${text(error)}`)
    },
    commandConcluded(domain, result) {
      outcomes({ domain, outcome: result.outcome })
      echo({ domain }, result.tookMs / 1_000)
      log.info(
        {
          entityId: result.entityId,
          action: result.action,
          outcome: result.outcome,
          reason: result.reason,
          tookMs: result.tookMs,
        },
        'command concluded',
      )
    },
    refused(domain, risk, rule) {
      refusals({ domain, rule })
      log.warn({ domain, risk, rule }, 'the gate refused a command')
    },
    turnTaken(channel, clauses, understood, seconds) {
      turns({ channel, understood: String(understood) })
      turnTook({ channel }, seconds)
      log.info({ channel, clauses, understood, tookMs: Math.round(seconds * 1_000) }, 'turn taken')
    },
    turnFailed(intent, error) {
      log.error({ intent, error }, 'what was understood could not be done')
      health.noteError(`Something that was understood could not be done: ${text(error)}`)
    },
    recognised: (language, seconds) => recogniser({ language }, seconds),
    commandNotSent(error) {
      log.error({ error }, 'a command could not be sent')
      health.noteError(`A command could not be sent: ${text(error)}`)
    },
    ledgerNotWritten(error) {
      log.error({ error }, 'an event could not be written to the ledger')
      health.noteError(`An event could not be written to the ledger: ${text(error)}`)
    },
    personaAway(error) {
      log.warn({ error }, 'persona did not find the words; the reply was plain')
      health.noteError(`Persona does not answer; replies are plain: ${text(error)}`)
    },
    idsNotSaved(error) {
      log.warn({ error }, 'new ids could not be written; trying again')
      health.noteError(`The ids of new devices could not be written yet: ${text(error)}`)
    },
  }
}

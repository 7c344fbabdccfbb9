import { randomUUIDv7 } from 'node:crypto'
import type { PubSub } from '@tali/bus'
import type { Cause, CommandResult, LedgerEventOf } from '@tali/contracts'
import { planCommand, type Plan } from '@tali/home'
import { isoTime, type Clock } from '@tali/runtime'
import type { CoreEvents } from '../events.ts'
import type { Home, LiveEntity } from '../home/home.ts'
import type { Recorder } from '../ledger/recorder.ts'
import type { Echo, Echoes } from './echoes.ts'

/** What is to be done to one entity, and why. */
export interface Command {
  readonly entityId: string
  readonly action: string
  readonly parameters: Readonly<Record<string, unknown>>
  readonly cause: Cause
  /** The event that the command follows from, such as the turn. */
  readonly parentId: string | null
}

export interface CommanderOptions {
  home: Home
  devices: PubSub
  echoes: Echoes
  recorder: Recorder
  clock: Clock
  events: CoreEvents
  signal: AbortSignal
}

type Conclusion = Pick<CommandResult, 'outcome' | 'reason'> & { detail?: string; sentAt?: number }
type SendPlan = Extract<Plan, { kind: 'send' }>

/**
 * Carries out commands that the gate let through: plan, send, wait for the device's own report, conclude. A command is
 * sent once and kept nowhere, so no restart can send it again (SI-15, SI-16).
 */
export class Commander {
  readonly #options: CommanderOptions

  constructor(options: CommanderOptions) {
    this.#options = options
  }

  /** Resolves with the outcome; never rejects for what a device does or does not do. `onSent` is called as it leaves. */
  async execute(command: Command, onSent?: (at: number) => void): Promise<CommandResult> {
    const { home, clock } = this.#options
    const commandId = randomUUIDv7()
    const begun = clock.monotonic()
    const entity = home.live(command.entityId)
    const conclusion = entity ? await this.#carryOut(command, commandId, entity, onSent) : failed('not_supported')
    return this.#conclude(command, commandId, conclusion, Math.round(clock.monotonic() - begun))
  }

  /** What the gate said no to: nothing is sent, and the ledger has it. */
  refuse(command: Command, reason: 'needs_resident' | 'not_confirmed'): Promise<CommandResult> {
    return this.#conclude(command, randomUUIDv7(), { outcome: 'refused', reason }, 0)
  }

  async #carryOut(
    command: Command,
    commandId: string,
    entity: LiveEntity,
    onSent?: (at: number) => void,
  ): Promise<Conclusion> {
    const plan = planCommand(entity.discovered, entity.live.state, command.action, command.parameters)
    if (plan.kind === 'not_supported' || plan.kind === 'bad_parameter') return failed(plan.kind, plan.detail)
    if (!entity.live.state.available) return failed('device_offline')
    if (plan.kind === 'already') return { outcome: 'already', reason: null }
    return this.#send(command, commandId, plan, onSent)
  }

  async #send(command: Command, commandId: string, plan: SendPlan, onSent?: (at: number) => void): Promise<Conclusion> {
    const { echoes, recorder, clock, signal } = this.#options
    const sent = recorder.make('tali.core.command.sent', command, { ...this.#about(command), commandId })
    const origin = { cause: command.cause, parentId: sent.id }
    const echo = plan.expects ? echoes.expect(command.entityId, plan.expects, origin) : null
    const deadline = new AbortController()
    try {
      // The device need not wait for the ledger: nothing of the command is repeated from there.
      const [published] = await Promise.all([this.#publish(plan), this.#record(sent)])
      if (!published) return failed('send_failed')
      const sentAt = clock.now()
      onSent?.(sentAt)
      if (!echo) return { outcome: 'no_echo', reason: 'reports_no_state', sentAt }
      void clock.wait(plan.confirmWithinMs, AbortSignal.any([deadline.signal, signal])).then(
        () => echo.give('silent'),
        () => echo.give('silent'),
      )
      return concluded(await echo.answer, sentAt)
    } finally {
      echo?.give('silent')
      deadline.abort()
    }
  }

  async #publish({ messages }: SendPlan): Promise<boolean> {
    try {
      for (const { topic, payload, qos, retain } of messages)
        await this.#options.devices.publish(topic, payload, { qos: qos === 0 ? 0 : 1, retain })
      return true
    } catch (error) {
      this.#options.events.commandNotSent(error)
      return false
    }
  }

  async #conclude(command: Command, commandId: string, conclusion: Conclusion, tookMs: number): Promise<CommandResult> {
    const { recorder, home, events } = this.#options
    const { outcome, reason, detail = null, sentAt } = conclusion
    const state = home.state(command.entityId)
    const about = this.#about(command)
    const result: CommandResult = {
      commandId,
      entityId: command.entityId,
      action: command.action,
      parameters: about.parameters,
      outcome,
      reason,
      detail,
      sentAt: sentAt === undefined ? null : isoTime(sentAt),
      tookMs,
      observed: state ? { value: state.value, attributes: state.attributes } : null,
    }
    events.commandConcluded(home.live(command.entityId)?.discovered.domain ?? 'unknown', result)
    await this.#record(
      recorder.make('tali.core.command.concluded', command, { ...about, commandId, outcome, reason, tookMs }),
    )
    return result
  }

  /** A full journal must not keep anybody in the dark: the command goes on, and the gap is reported. */
  async #record(
    event: LedgerEventOf<'tali.core.command.sent'> | LedgerEventOf<'tali.core.command.concluded'>,
  ): Promise<void> {
    try {
      await this.#options.recorder.write(event)
    } catch (error) {
      this.#options.events.ledgerNotWritten(error)
    }
  }

  #about({ entityId, action, parameters }: Command) {
    const entity = this.#options.home.registry.describe(entityId)
    return {
      entityId,
      name: entity?.name ?? entityId,
      areaId: entity?.areaId ?? null,
      action,
      parameters: { ...parameters },
    }
  }
}

function failed(reason: Conclusion['reason'], detail?: string): Conclusion {
  return { outcome: 'failed', reason, detail }
}

function concluded(echo: Echo, sentAt: number): Conclusion {
  switch (echo) {
    case 'answered':
      return { outcome: 'confirmed', reason: null, sentAt }
    case 'silent':
      return { outcome: 'no_echo', reason: 'device_silent', sentAt }
    case 'superseded':
      return { outcome: 'failed', reason: 'interrupted', sentAt }
  }
}

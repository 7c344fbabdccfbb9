import type { Cause, CauseStep, Outcome } from '@tali/contracts'
import type { Words } from '../words/words.ts'
import { valueText } from './state-text.ts'

/** "Maddie, by chat"; "The device itself". */
export function causeText(cause: Cause, { t }: Words): string {
  switch (cause.kind) {
    case 'resident':
      return t.cause.resident(cause.name, t.channel[cause.channel])
    case 'timer':
      return cause.name === null ? t.cause.timer : t.cause.timerNamed(cause.name)
    case 'owner':
    case 'device':
    case 'manual':
    case 'restart':
      return t.cause[cause.kind]
  }
}

/** One link of a chain in a few words: "Kitchen lamp: On", "Turn on: command to Kitchen lamp". */
export function stepText(step: CauseStep, words: Words): string {
  const { t } = words
  const name = step.entity?.name ?? ''
  switch (step.type) {
    case 'tali.core.state.changed': {
      const of = { domain: step.entity?.domain ?? '', deviceClass: step.entity?.deviceClass ?? null, unit: null }
      return t.step.state(name, valueText(of, step.to ?? 'unknown', words))
    }
    case 'tali.core.availability.changed':
      return step.to === 'offline' || step.to === 'false' ? t.step.offline(name) : t.step.online(name)
    case 'tali.core.command.sent':
      return t.step.sent(actionText(step.action ?? '', words), name)
    case 'tali.core.command.concluded':
      return t.step.concluded(name, isOutcome(step.outcome) ? t.outcome[step.outcome] : (step.outcome ?? ''))
    case 'tali.core.turn.received':
      return t.step.said(step.text ?? '')
    case 'tali.core.entity.discovered':
      return t.step.discovered(name)
    case 'tali.core.entity.removed':
      return t.step.removed(name)
    case 'tali.core.timer.started':
      return t.step.timerStarted
    case 'tali.core.timer.finished':
      return t.step.timerFinished
    case 'tali.core.service.started':
      return t.step.started
    case 'tali.core.resident.joined':
      return t.step.joined
    default:
      return step.type
  }
}

/** "Turn on"; an action without a word of its own by its name. */
export function actionText(action: string, { t }: Words): string {
  const word = Object.hasOwn(t.action, action) ? t.action[action as keyof typeof t.action] : null
  return typeof word === 'string' ? word : action.replaceAll('_', ' ')
}

const outcomes: readonly string[] = ['confirmed', 'already', 'no_echo', 'failed', 'refused'] satisfies Outcome[]
function isOutcome(value: string | null): value is Outcome {
  return value !== null && outcomes.includes(value)
}

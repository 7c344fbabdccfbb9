import type { EntityState } from '@tali/contracts'
import { togglePairs, type DiscoveredEntity } from '../discovery/entity.ts'
import { confirmWithinMs } from './confirm-within.ts'
import { meets, type Expectation } from './expectation.ts'
import { BadParameter, CommandFailed, type OutgoingMessage } from './order.ts'
import { Parameters } from './parameters.ts'

/**
 * How an action is carried out.
 * - `send`: these messages, in this order. `expects` says what the entity then reports (`meets`), within
 *   `confirmWithinMs`; null for one that reports no state, of which nothing can be confirmed.
 * - `already`: the entity reports the wished state; there is nothing to send.
 * - `not_supported`, `bad_parameter`: it cannot be done so; `detail` is a clause for whoever asks why.
 */
export type Plan =
  | {
      readonly kind: 'send'
      readonly messages: readonly OutgoingMessage[]
      readonly expects: Expectation | null
      readonly confirmWithinMs: number
    }
  | { readonly kind: 'already' }
  | { readonly kind: 'not_supported'; readonly detail: string }
  | { readonly kind: 'bad_parameter'; readonly detail: string }

/** Plans an action, by Home Assistant's name of the service and of its fields. Pure; never throws. */
export function planCommand(
  entity: DiscoveredEntity,
  state: EntityState,
  action: string,
  parameters: Readonly<Record<string, unknown>>,
): Plan {
  const concrete = action === 'toggle' ? toggled(entity, state) : action
  const command = concrete !== null && Object.hasOwn(entity.commands, concrete) ? entity.commands[concrete] : undefined
  if (!command) return { kind: 'not_supported', detail: notSupported(entity, action) }
  const given = new Parameters(parameters)
  try {
    const order = command(given, state)
    given.finish(action)
    const { messages, expects } = order
    if (messages.length === 0) return { kind: 'not_supported', detail: `nothing can be sent for ${action}` }
    if (expects && !order.always && meets(expects, state) === 'met') return { kind: 'already' }
    return { kind: 'send', messages, expects, confirmWithinMs: confirmWithinMs(entity.domain) + (order.takesMs ?? 0) }
  } catch (error) {
    if (error instanceof BadParameter) return { kind: 'bad_parameter', detail: error.message }
    if (error instanceof CommandFailed) return { kind: 'not_supported', detail: error.message }
    throw error
  }
}

const engaged = new Set([
  'on',
  'open',
  'opening',
  'playing',
  'paused',
  'idle',
  'buffering',
  'heat',
  'cool',
  'heat_cool',
  'auto',
  'dry',
  'fan_only',
])

/** The one of the two ways that `toggle` means now; on when nothing is known. */
function toggled(entity: DiscoveredEntity, state: EntityState): string | null {
  const pair = togglePairs.find(
    ([there, back]) => Object.hasOwn(entity.commands, there) && Object.hasOwn(entity.commands, back),
  )
  return pair ? pair[engaged.has(state.value) ? 1 : 0] : null
}

function notSupported(entity: DiscoveredEntity, action: string): string {
  const { actions } = entity.capabilities
  if (actions.length === 0) return 'it only reports and cannot be told anything'
  return `it does not take ${action.slice(0, 40)}; it takes ${actions.join(', ')}`
}

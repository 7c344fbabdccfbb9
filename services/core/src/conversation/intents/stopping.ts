import type { Orders } from '../../gate/orders.ts'
import type { Questions } from '../../gate/questions.ts'
import type { Home } from '../../home/home.ts'
import type { IntentHandler } from '../moment.ts'
import { wholeHome } from '../scope.ts'

/** How what moves is stopped. */
const stopActions = ['stop_cover', 'stop_valve', 'stop']
const movingStates = ['opening', 'closing', 'cleaning', 'mowing']

/** "Never mind" and "stop": the open question is dropped; what moves, stands still. */
export function createStopping({ home, orders, questions }: { home: Home; orders: Orders; questions: Questions }) {
  const neverMind: IntentHandler = async (_, { turn }) => {
    await questions.drop(turn.conversationId)
    return { kind: 'stopped', what: 'never_mind' }
  }

  const stop: IntentHandler = async (_, { turn, turnEvent }) => {
    await questions.drop(turn.conversationId)
    const wishes = [...home.registry.entityIds()].flatMap((entityId) => {
      const actions = home.registry.describe(entityId)?.capabilities['actions']
      const action = Array.isArray(actions) ? stopActions.find((each) => actions.includes(each)) : undefined
      return action && movingStates.includes(home.state(entityId)?.value ?? '')
        ? [{ entityId, action, parameters: {} }]
        : []
    })
    const [first] = wishes
    if (!first) return { kind: 'stopped', what: 'nothing_running' }
    const { results } = await orders.place({
      principal: turn.principal,
      channel: turn.channel,
      conversationId: turn.conversationId,
      parentId: turnEvent,
      wishes,
    })
    return {
      kind: 'did',
      action: first.action,
      parameters: {},
      scope: wholeHome,
      results: results.map((result) => ({ ...result, entity: home.refer(result.entityId) })),
    }
  }

  return { neverMind, stop }
}

import { stateIs, type Condition } from '../command/expectation.ts'
import type { Config } from '../discovery/config.ts'
import type { Behaviour, Command } from './component.ts'
import { stateFrom } from './readers.ts'

const activities = ['mowing', 'paused', 'docked', 'returning', 'error']

/** `lawn_mower.mqtt`: one command topic for each action; the action's name is the payload unless a template says else. */
export function lawnMowerComponent(config: Config): Behaviour {
  const words = new Map(activities.map((activity) => [activity, activity])).set('none', 'unknown')
  const listens = config.listen(
    'activity_state_topic',
    { template: 'activity_value_template', feeds: ['state'], asItIs: true },
    stateFrom(words),
  )
  const reportsState = listens && !config.flag('optimistic', false)
  const order = (name: string, expected: Condition): Command | null => {
    const send = config.sender(`${name}_command_topic`, `${name}_command_template`)
    return send && (() => ({ messages: [send(name)], expects: reportsState ? [expected] : null }))
  }
  return {
    capabilities: {},
    commands: {
      start_mowing: order('start_mowing', stateIs('mowing')),
      pause: order('pause', stateIs(['paused', 'docked'])),
      dock: order('dock', stateIs('docked', ['returning'])),
      stop: order('stop', stateIs(['paused', 'docked'], ['returning'])),
    },
    reportsState,
    attributes: [],
  }
}

import { stateIs, type Condition } from '../command/expectation.ts'
import type { Config } from '../discovery/config.ts'
import { nonePayload, type Behaviour, type Command } from './component.ts'
import { stateFrom } from './readers.ts'

const states = [
  ['state_jammed', 'JAMMED', 'jammed'],
  ['state_locked', 'LOCKED', 'locked'],
  ['state_locking', 'LOCKING', 'locking'],
  ['state_open', 'OPEN', 'open'],
  ['state_opening', 'OPENING', 'opening'],
  ['state_unlocked', 'UNLOCKED', 'unlocked'],
  ['state_unlocking', 'UNLOCKING', 'unlocking'],
] as const

/** `lock.mqtt`: lock, unlock, and open where the latch can be drawn. */
export function lockComponent(config: Config): Behaviour {
  config.required('command_topic')
  const words = new Map<string, string>(states.map(([key, payload, state]) => [config.text(key, payload), state]))
  words.set(config.text('payload_reset', nonePayload), 'unknown')
  const listens = config.listen(
    'state_topic',
    { template: 'value_template', feeds: ['state'], asItIs: true },
    stateFrom(words),
  )
  const reportsState = listens && !config.flag('optimistic', false)
  const send = config.sender('command_topic', 'command_template')
  const command = (payload: string | null, expected: Condition): Command | null =>
    send && payload !== null
      ? (parameters) => ({
          messages: [send(payload, { code: parameters.text('code', 50) })],
          expects: reportsState ? [expected] : null,
        })
      : null
  return {
    capabilities: config.has('code_format') ? { code_format: 'text' } : {},
    commands: {
      lock: command(config.text('payload_lock', 'LOCK'), stateIs('locked', ['locking'])),
      unlock: command(config.text('payload_unlock', 'UNLOCK'), stateIs(['unlocked', 'open'], ['unlocking', 'opening'])),
      open: command(config.text('payload_open'), stateIs('open', ['opening', 'unlocking', 'unlocked'])),
    },
    reportsState,
    attributes: [],
  }
}

import { isRecord, readJson } from '../bounded-json.ts'
import { stateIs, towards, type Condition } from '../command/expectation.ts'
import type { Config } from '../discovery/config.ts'
import { ConfigFault } from '../discovery/config-fault.ts'
import { numberOf, roundEven } from '../number-text.ts'
import { clamp, fromPercent, toPercent, type Range } from '../scale.ts'
import { nonePayload, type Behaviour, type Command } from './component.ts'

/** `valve.mqtt`: opens and closes, or takes a position of 0–100 %. */
export function valveComponent(config: Config): Behaviour {
  const hasPosition = config.flag('reports_position', false)
  const [closed, open] = [config.number('position_closed', 0), config.number('position_open', 100)]
  if (open <= closed) throw new ConfigFault('position_open must be above position_closed')
  const range: Range = { low: closed + 1, high: open }
  const variables = { position_open: open, position_closed: closed }
  const words = wordsOf(config, hasPosition)
  const listens = config.listen(
    'state_topic',
    { template: 'value_template', feeds: ['state', 'current_position'], variables, asItIs: true },
    (reading, draft) => {
      const json = reading.startsWith('{') ? readJson(reading) : null
      const report = json?.ok && isRecord(json.value) ? json.value : { state: reading, position: reading }
      const state = typeof report['state'] === 'string' ? words.get(report['state']) : undefined
      const said = report['position']
      const position = hasPosition
        ? typeof said === 'number'
          ? said
          : typeof said === 'string'
            ? numberOf(said)
            : null
        : null
      if (position !== null) {
        const percent = clamp(toPercent(range, position), 0, 100)
        draft.set('current_position', percent)
        draft.say(state ?? (percent === 0 ? 'closed' : 'open'))
      } else if (state !== undefined) {
        draft.say(state)
      } else {
        draft.ignore('unknown_word')
      }
    },
  )
  const reportsState = listens && !config.flag('optimistic', false)
  return {
    capabilities: { position: hasPosition },
    commands: commandsOf(config, { hasPosition, range, variables, reportsState }),
    reportsState,
    attributes: ['current_position'],
  }
}

function wordsOf(config: Config, hasPosition: boolean): Map<string, string> {
  const onTheWay: [string, string][] = [
    [config.text('state_opening', 'opening'), 'opening'],
    [config.text('state_closing', 'closing'), 'closing'],
    [nonePayload, 'unknown'],
  ]
  if (hasPosition) return new Map(onTheWay)
  return new Map([
    ...onTheWay,
    [config.text('state_open', 'open'), 'open'],
    [config.text('state_closed', 'closed'), 'closed'],
  ])
}

interface Making {
  readonly hasPosition: boolean
  readonly range: Range
  readonly variables: { readonly position_open: number; readonly position_closed: number }
  readonly reportsState: boolean
}

function commandsOf(
  config: Config,
  { hasPosition, range, variables, reportsState }: Making,
): Record<string, Command | null> {
  const send = config.sender('command_topic', 'command_template')
  if (!send) return {}
  const stop = config.text('payload_stop')
  const stopValve: Command | null =
    stop === null ? null : () => ({ messages: [send(stop, variables)], expects: null, always: true })
  if (hasPosition) {
    const go = (percent: number, from: unknown) => ({
      messages: [send(roundEven(fromPercent(range, percent)), { ...variables, position: percent })],
      expects: reportsState ? [towards(percent, from)] : null,
    })
    return {
      set_valve_position: (parameters, state) =>
        go(
          parameters.requiredNumber('position', { min: 0, max: 100, unit: '%' }),
          state.attributes['current_position'],
        ),
      open_valve: (_, state) => go(100, state.attributes['current_position']),
      close_valve: (_, state) => go(0, state.attributes['current_position']),
      stop_valve: stopValve,
    }
  }
  const move = (payload: string | null, expected: Condition): Command | null =>
    payload === null
      ? null
      : () => ({ messages: [send(payload, variables)], expects: reportsState ? [expected] : null })
  return {
    open_valve: move(config.payload('payload_open', 'OPEN'), stateIs('open', ['opening'])),
    close_valve: move(config.payload('payload_close', 'CLOSE'), stateIs('closed', ['closing'])),
    stop_valve: stopValve,
  }
}

import { isRecord, readJson } from '../bounded-json.ts'
import { near, stateIs, towards, type Condition } from '../command/expectation.ts'
import type { Order } from '../command/order.ts'
import type { Config } from '../discovery/config.ts'
import { ConfigFault } from '../discovery/config-fault.ts'
import { numberOf, roundEven } from '../number-text.ts'
import { clamp, fromPercent, toPercent, type Range } from '../scale.ts'
import type { Draft } from '../state/draft.ts'
import { nonePayload, type Behaviour, type Command } from './component.ts'

const moving = ['opening', 'closing']
const percentBounds = { min: 0, max: 100, unit: '%' }

/** `cover.mqtt`: opens and closes; a position and a tilt of 0–100 %, 100 being open. */
export function coverComponent(config: Config): Behaviour {
  const ranges = rangesOf(config)
  const hasState = listenToState(config)
  const hasPosition = listenToPosition(config, ranges, hasState)
  const hasTilt = config.listen(
    'tilt_status_topic',
    { template: 'tilt_status_template', feeds: ['current_tilt_position'], variables: ranges.names },
    (reading, draft) => tiltInto(draft, ranges, numberOf(reading)),
  )
  const optimistic = config.flag('optimistic', false)
  const reports = {
    state: (hasState || hasPosition) && !optimistic,
    position: hasPosition && !optimistic,
    tilt: hasTilt && !config.flag('tilt_optimistic', false),
  }
  const commands = {
    ...moves(config, reports),
    ...positions(config, ranges, reports),
    ...tilts(config, ranges, reports.tilt),
  }
  return {
    capabilities: { position: 'set_cover_position' in commands, tilt: 'set_cover_tilt_position' in commands },
    commands,
    reportsState: reports.state,
    attributes: ['current_position', 'current_tilt_position'],
  }
}

interface Reports {
  readonly state: boolean
  readonly position: boolean
  readonly tilt: boolean
}
interface Ranges {
  readonly position: Range
  readonly tilt: Range
  readonly tiltEnds: readonly [number, number]
  /** What templates of covers see of them. */
  readonly names: {
    readonly position_open: number
    readonly position_closed: number
    readonly tilt_min: number
    readonly tilt_max: number
  }
}

function rangesOf(config: Config): Ranges {
  const [closed, open] = [config.number('position_closed', 0), config.number('position_open', 100)]
  const [tiltMin, tiltMax] = [config.number('tilt_min', 0), config.number('tilt_max', 100)]
  if (closed === open) throw new ConfigFault('position_open and position_closed must differ')
  if (tiltMin === tiltMax) throw new ConfigFault('tilt_min and tilt_max must differ')
  if (config.has('set_position_topic') && !config.has('position_topic'))
    throw new ConfigFault('set_position_topic needs a position_topic beside it')
  return {
    position: { low: closed + 1, high: open },
    tilt: { low: tiltMin + 1, high: tiltMax },
    tiltEnds: [Math.min(tiltMin, tiltMax), Math.max(tiltMin, tiltMax)],
    names: { position_open: open, position_closed: closed, tilt_min: tiltMin, tilt_max: tiltMax },
  }
}

/** A range whose high end is below its low one counts downwards, as a cover that is closed at 100 does. */
function percentOf(range: Range, closed: number, value: number): number {
  const span = range.high - closed
  return span > 0 ? clamp(toPercent(range, value), 0, 100) : clamp(roundEven(((value - closed) * 100) / span), 0, 100)
}
function valueOf(range: Range, closed: number, percent: number): number {
  return range.high > closed
    ? roundEven(fromPercent(range, percent))
    : roundEven(closed + ((range.high - closed) * percent) / 100)
}

function listenToState(config: Config): boolean {
  const words = new Map([
    [config.text('state_open', 'open'), 'open'],
    [config.text('state_closed', 'closed'), 'closed'],
    [config.text('state_opening', 'opening'), 'opening'],
    [config.text('state_closing', 'closing'), 'closing'],
    [nonePayload, 'unknown'],
  ])
  const stopped = config.text('state_stopped', 'stopped')
  return config.listen(
    'state_topic',
    { template: 'value_template', feeds: ['state'], asItIs: true },
    (reading, draft) => {
      const state = reading === stopped && !words.has(stopped) ? stateAtRest(draft) : words.get(reading)
      if (state === undefined) draft.ignore('unknown_word')
      else draft.say(state)
    },
  )
}

/** A cover that says only that it stopped: where it is tells whether it is closed. */
function stateAtRest(draft: Draft): string {
  const position = draft.attributes['current_position']
  if (typeof position === 'number') return position === 0 ? 'closed' : 'open'
  return draft.value === 'closed' || draft.value === 'closing' ? 'closed' : 'open'
}

function listenToPosition(config: Config, ranges: Ranges, hasState: boolean): boolean {
  const closed = ranges.names.position_closed
  return config.listen(
    'position_topic',
    {
      template: 'position_template',
      feeds: ['current_position', 'current_tilt_position', 'state'],
      variables: ranges.names,
    },
    (reading, draft) => {
      const json = reading.startsWith('{') ? readJson(reading) : null
      const report = json?.ok && isRecord(json.value) ? json.value : { position: reading }
      const said = report['position']
      const position = typeof said === 'string' ? numberOf(said) : typeof said === 'number' ? said : null
      if (position === null) {
        draft.ignore('not_a_number')
        return
      }
      const tilt = report['tilt_position']
      if (typeof tilt === 'number') tiltInto(draft, ranges, tilt)
      const percent = percentOf(ranges.position, closed, position)
      draft.set('current_position', percent)
      if (!hasState) draft.say(percent === 0 ? 'closed' : 'open')
    },
  )
}

function tiltInto(draft: Draft, ranges: Ranges, tilt: number | null): void {
  if (tilt === null) draft.ignore('not_a_number')
  else if (tilt < ranges.tiltEnds[0] || tilt > ranges.tiltEnds[1]) draft.ignore('out_of_range')
  else draft.set('current_tilt_position', percentOf(ranges.tilt, ranges.names.tilt_min, tilt))
}

function moves(config: Config, reports: Reports): Record<string, Command | null> {
  const send = config.sender('command_topic')
  const move = (payload: string | null, expected: Condition): Command | null =>
    send && payload !== null ? () => ({ messages: [send(payload)], expects: reports.state ? [expected] : null }) : null
  const stop = config.payload('payload_stop', 'STOP')
  return {
    open_cover: move(config.payload('payload_open', 'OPEN'), stateIs('open', ['opening'])),
    close_cover: move(config.payload('payload_close', 'CLOSE'), stateIs('closed', ['closing'])),
    // Only a cover that reports to be moving can report to have stopped. A stop is always sent: it may move unreported.
    stop_cover:
      send && stop !== null
        ? (_, state) => ({
            messages: [send(stop)],
            expects:
              reports.state && moving.includes(state.value) ? [{ kind: 'not', of: 'state', values: moving }] : null,
            always: true,
          })
        : null,
  }
}

function positions(config: Config, ranges: Ranges, reports: Reports): Record<string, Command | null> {
  const send = config.sender('set_position_topic', 'set_position_template')
  if (!send) return {}
  const go = (percent: number, from: unknown): Order => {
    const payload = valueOf(ranges.position, ranges.names.position_closed, percent)
    return {
      messages: [send(payload, { ...ranges.names, position: percent })],
      expects: reports.position ? [towards(percent, from)] : null,
    }
  }
  const set: Command = (parameters, state) =>
    go(parameters.requiredNumber('position', percentBounds), state.attributes['current_position'])
  // A cover that only takes positions opens and closes by them.
  if (config.has('command_topic')) return { set_cover_position: set }
  return {
    set_cover_position: set,
    open_cover: (_, state) => go(100, state.attributes['current_position']),
    close_cover: (_, state) => go(0, state.attributes['current_position']),
  }
}

function tilts(config: Config, ranges: Ranges, reports: boolean): Record<string, Command | null> {
  const send = config.sender('tilt_command_topic', 'tilt_command_template')
  if (!send) return {}
  const tilt = (value: number, said: number, from: unknown): Order => ({
    messages: [send(value, { ...ranges.names, tilt_position: said })],
    expects: reports
      ? [near('current_tilt_position', percentOf(ranges.tilt, ranges.names.tilt_min, value), 3, from)]
      : null,
  })
  const [opened, closed] = [config.number('tilt_opened_value', 100), config.number('tilt_closed_value', 0)]
  const stop = config.payload('payload_stop_tilt', 'STOP')
  return {
    set_cover_tilt_position: (parameters, state) => {
      const percent = parameters.requiredNumber('tilt_position', percentBounds)
      return tilt(
        valueOf(ranges.tilt, ranges.names.tilt_min, percent),
        percent,
        state.attributes['current_tilt_position'],
      )
    },
    open_cover_tilt: (_, state) => tilt(opened, opened, state.attributes['current_tilt_position']),
    close_cover_tilt: (_, state) => tilt(closed, closed, state.attributes['current_tilt_position']),
    stop_cover_tilt: stop === null ? null : () => ({ messages: [send(stop)], expects: null, always: true }),
  }
}

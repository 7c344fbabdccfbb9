import { isRecord } from '../bounded-json.ts'
import { attributeIs, stateIs, type Condition } from '../command/expectation.ts'
import type { Config } from '../discovery/config.ts'
import type { Behaviour, Command } from './component.ts'

const states = ['cleaning', 'docked', 'paused', 'idle', 'returning', 'error']
const defaultFeatures = ['start', 'stop', 'return_home', 'clean_spot']

/** `vacuum.mqtt`: its state comes as JSON with `state`, `battery_level` and `fan_speed`. */
export function vacuumComponent(config: Config): Behaviour {
  const features = config.words('supported_features', defaultFeatures)
  const speeds = config.words('fan_speed_list', [])
  const reportsState = config.listen(
    'state_topic',
    { feeds: ['state', 'fan_speed', 'battery_level'] },
    (_reading, draft, message) => {
      const json = message.json()
      if (!json.ok || !isRecord(json.value)) {
        draft.ignore('not_json')
        return
      }
      const { state, battery_level: battery, fan_speed: speed } = json.value
      if (state === null) draft.say('unknown')
      else if (typeof state === 'string' && states.includes(state)) draft.say(state)
      if (typeof battery === 'number') draft.set('battery_level', battery)
      if (typeof speed === 'string') draft.set('fan_speed', speed.slice(0, 100))
      if (!draft.heard) draft.ignore('wrong_shape')
    },
  )
  const send = config.sender('command_topic')
  const order = (
    feature: string,
    payloadKey: string,
    payload: string,
    expected: Condition | null,
    always = false,
  ): Command | null => {
    if (!send || !features.includes(feature)) return null
    const words = config.text(payloadKey, payload)
    return () => ({ messages: [send(words)], expects: reportsState && expected ? [expected] : null, always })
  }
  const sendSpeed = features.includes('fan_speed') && speeds.length > 0 ? config.sender('set_fan_speed_topic') : null
  const setSpeed: Command | null =
    sendSpeed &&
    ((parameters) => {
      const speed = parameters.requiredWord('fan_speed', speeds)
      return { messages: [sendSpeed(speed)], expects: reportsState ? [attributeIs('fan_speed', speed)] : null }
    })
  return {
    capabilities: sendSpeed ? { fan_speed_list: speeds } : {},
    commands: {
      start: order('start', 'payload_start', 'start', stateIs('cleaning')),
      pause: order('pause', 'payload_pause', 'pause', stateIs(['paused', 'idle', 'docked'])),
      stop: order('stop', 'payload_stop', 'stop', stateIs(['idle', 'paused', 'docked'], ['returning'])),
      return_to_base: order(
        'return_home',
        'payload_return_to_base',
        'return_to_base',
        stateIs('docked', ['returning']),
      ),
      clean_spot: order('clean_spot', 'payload_clean_spot', 'clean_spot', stateIs('cleaning'), true),
      locate: order('locate', 'payload_locate', 'locate', null, true),
      set_fan_speed: setSpeed,
    },
    reportsState,
    attributes: ['fan_speed', 'battery_level'],
  }
}

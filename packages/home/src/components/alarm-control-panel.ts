import { stateIs, type Condition } from '../command/expectation.ts'
import { BadParameter } from '../command/order.ts'
import type { Config, Sender } from '../discovery/config.ts'
import type { Behaviour, Command } from './component.ts'
import { stateFrom } from './readers.ts'

const states = [
  'disarmed',
  'armed_home',
  'armed_away',
  'armed_night',
  'armed_vacation',
  'armed_custom_bypass',
  'pending',
  'arming',
  'disarming',
  'triggered',
]
const features = ['arm_home', 'arm_away', 'arm_night', 'arm_vacation', 'arm_custom_bypass', 'trigger']
/** The code is asked for, and the device checks it. */
const remoteCodes = ['REMOTE_CODE', 'REMOTE_CODE_TEXT']

const orders = [
  ['alarm_arm_home', 'arm_home', 'payload_arm_home', 'ARM_HOME', stateIs('armed_home', ['arming', 'pending'])],
  ['alarm_arm_away', 'arm_away', 'payload_arm_away', 'ARM_AWAY', stateIs('armed_away', ['arming', 'pending'])],
  ['alarm_arm_night', 'arm_night', 'payload_arm_night', 'ARM_NIGHT', stateIs('armed_night', ['arming', 'pending'])],
  [
    'alarm_arm_vacation',
    'arm_vacation',
    'payload_arm_vacation',
    'ARM_VACATION',
    stateIs('armed_vacation', ['arming', 'pending']),
  ],
  [
    'alarm_arm_custom_bypass',
    'arm_custom_bypass',
    'payload_arm_custom_bypass',
    'ARM_CUSTOM_BYPASS',
    stateIs('armed_custom_bypass', ['arming', 'pending']),
  ],
  ['alarm_disarm', null, 'payload_disarm', 'DISARM', stateIs('disarmed', ['disarming'])],
  ['alarm_trigger', 'trigger', 'payload_trigger', 'TRIGGER', stateIs('triggered', ['pending'])],
] as const satisfies [string, string | null, string, string, Condition][]

/** `alarm_control_panel.mqtt`. A code that the configuration holds is compared here and never shown. */
export function alarmControlPanelComponent(config: Config): Behaviour {
  config.required('command_topic')
  config.required('state_topic')
  config.listen(
    'state_topic',
    { template: 'value_template', feeds: ['state'], asItIs: true },
    stateFrom(new Map(states.map((state) => [state, state]))),
  )
  const supported = config.words('supported_features', features)
  const code = config.text('code')
  const required = [
    ...(config.flag('code_arm_required', true)
      ? orders.map(([action]) => action).filter((action) => action.startsWith('alarm_arm'))
      : []),
    ...(config.flag('code_disarm_required', true) ? ['alarm_disarm'] : []),
    ...(config.flag('code_trigger_required', true) ? ['alarm_trigger'] : []),
  ]
  const send = senderOf(config)
  const commands = orders
    .filter(([, feature]) => feature === null || supported.includes(feature))
    .map(([action, , key, fallback, expected]): [string, Command | null] => {
      const payload = config.text(key, fallback)
      return [
        action,
        send && alarmCommand(send, payload, expected, code !== null && required.includes(action) ? code : null),
      ]
    })
  return {
    capabilities: {
      ...(code !== null && {
        code_format: code === 'REMOTE_CODE' || /^\d+$/.test(code) ? 'number' : 'text',
        code_required_for: required,
      }),
    },
    commands: Object.fromEntries(commands),
    reportsState: true,
    attributes: [],
  }
}

/** The default template sends only the action; with one, the template sees `action` and `code`. */
function senderOf(config: Config): Sender | null {
  const send = config.sender('command_topic', 'command_template')
  if (!send || config.has('command_template')) return send
  return (_value, variables) => send(variables?.['action'] ?? '')
}

function alarmCommand(send: Sender, action: string, expected: Condition, wanted: string | null): Command {
  return (parameters) => {
    const code = parameters.text('code', 50)
    if (wanted !== null && (remoteCodes.includes(wanted) ? !code : code !== wanted)) {
      throw new BadParameter(
        code === null ? 'code is missing; this alarm panel asks for one' : 'code is not the right one',
      )
    }
    return { messages: [send(null, { action, code })], expects: [expected] }
  }
}

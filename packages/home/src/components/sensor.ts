import type { Config, Reader } from '../discovery/config.ts'
import { numberOf } from '../number-text.ts'
import { nonePayload, type Behaviour } from './component.ts'
import { stateText } from './readers.ts'

/** Device classes whose state is a word or a time; of every other class, a unit or a state class means a number. */
const wordClasses = new Set(['enum', 'date', 'timestamp', 'uptime'])
const isoDate = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/

/** `sensor.mqtt`: a number, a word of a list, a time, or a text. */
export function sensorComponent(config: Config): Behaviour {
  config.required('state_topic')
  const deviceClass = config.text('device_class')
  const options = config.words('options')
  const precision = config.number('suggested_display_precision')
  const stateClass = config.text('state_class')
  const numeric =
    !wordClasses.has(deviceClass ?? 'none') &&
    (deviceClass !== null || stateClass !== null || (config.text('unit_of_measurement') ?? '').trim() !== '')
  const force = config.flag('force_update', false)
  const read = numeric
    ? number
    : options
      ? oneOf(options)
      : deviceClass === 'timestamp' || deviceClass === 'date'
        ? time
        : stateText
  config.listen('state_topic', { template: 'value_template', feeds: ['state'] }, (reading, draft, message) => {
    read(reading, draft, message)
    if (draft.ignored === null && force) draft.forced = true
  })
  return {
    capabilities: {
      ...(options && { options }),
      ...(stateClass !== null && { state_class: stateClass }),
      ...(precision !== null && { suggested_display_precision: precision }),
    },
    commands: {},
    reportsState: true,
    attributes: [],
  }
}

const number: Reader = (reading, draft) => {
  if (reading === nonePayload) draft.say('unknown')
  else if (numberOf(reading) === null) draft.ignore('not_a_number')
  else draft.say(reading.trim())
}

const time: Reader = (reading, draft) => {
  if (reading === nonePayload) draft.say('unknown')
  else if (isoDate.test(reading) && !Number.isNaN(Date.parse(reading))) draft.say(reading)
  else draft.ignore('wrong_shape')
}

function oneOf(options: readonly string[]): Reader {
  return (reading, draft) => {
    if (reading === nonePayload) draft.say('unknown')
    else if (options.includes(reading)) draft.say(reading)
    else draft.ignore('unknown_word')
  }
}

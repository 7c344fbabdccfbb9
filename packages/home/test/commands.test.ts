import { describe, expect, it } from 'vitest'
import { Probe } from './probe.ts'

const lamp = { command_topic: 'c', state_topic: 's' }
const json = { schema: 'json', command_topic: 'c', state_topic: 's', brightness: true }

/** Component, configuration, messages heard before, action, parameters, messages sent (or the plan's kind), then the echo that meets it. */
type Case = [
  name: string,
  component: string,
  config: object,
  before: [string, unknown][],
  action: string,
  parameters: Record<string, unknown>,
  sent: string[] | string,
  echo?: [string, unknown][],
]

const cases: Case[] = [
  ['switch on', 'switch', lamp, [['s', 'OFF']], 'turn_on', {}, ['c ON'], [['s', 'ON']]],
  ['switch already on', 'switch', lamp, [['s', 'ON']], 'turn_on', {}, 'already'],
  ['switch toggled', 'switch', lamp, [['s', 'ON']], 'toggle', {}, ['c OFF'], [['s', 'OFF']]],
  [
    'switch with a command template',
    'switch',
    { ...lamp, command_template: '{"power": "{{ value | lower }}"}' },
    [],
    'turn_on',
    {},
    ['c {"power": "on"}'],
    [['s', 'ON']],
  ],

  [
    'light, default schema, by brightness',
    'light',
    { ...lamp, brightness_command_topic: 'b', brightness_state_topic: 'bs', brightness_scale: 100 },
    [['s', 'OFF']],
    'turn_on',
    { brightness_pct: 40 },
    ['b 40', 'c ON'],
    [
      ['s', 'ON'],
      ['bs', '40'],
    ],
  ],
  [
    'light, on first',
    'light',
    { ...lamp, brightness_command_topic: 'b', on_command_type: 'first' },
    [['s', 'OFF']],
    'turn_on',
    { brightness: 255 },
    ['c ON', 'b 255'],
    [['s', 'ON']],
  ],
  [
    'light, brightness instead of on',
    'light',
    { ...lamp, brightness_command_topic: 'b', brightness_state_topic: 'bs', on_command_type: 'brightness' },
    [
      ['bs', '90'],
      ['s', 'OFF'],
    ],
    'turn_on',
    {},
    ['b 90'],
    [['s', 'ON']],
  ],
  [
    'light, hue with a template',
    'light',
    { ...lamp, hs_command_topic: 'h', hs_state_topic: 'hs', hs_command_template: '{{ hue | int }}:{{ sat | int }}' },
    [['s', 'ON']],
    'turn_on',
    { color_name: 'blue' },
    ['h 240:100', 'c ON'],
    [['hs', '240,100']],
  ],
  [
    'light, colour scaled by brightness',
    'light',
    { ...lamp, rgb_command_topic: 'r', rgb_state_topic: 'rs' },
    [
      ['s', 'ON'],
      ['rs', '255,0,0'],
    ],
    'turn_on',
    { brightness_pct: 50 },
    ['r 128,0,0', 'c ON'],
    [['rs', '128,0,0']],
  ],
  [
    'light, kelvin to mireds',
    'light',
    { ...lamp, color_temp_command_topic: 't', color_temp_state_topic: 'ts' },
    [['s', 'ON']],
    'turn_on',
    { color_temp_kelvin: 2700 },
    ['t 370', 'c ON'],
    [['ts', '371']],
  ],
  [
    'light, colour temperature as a colour',
    'light',
    { ...lamp, rgb_command_topic: 'r', rgb_state_topic: 'rs' },
    [
      ['s', 'ON'],
      ['rs', '0,0,255'],
    ],
    'turn_on',
    { color_temp_kelvin: 2700 },
    ['r 255,167,87', 'c ON'],
    [['rs', '255,167,87']],
  ],
  [
    'light, effect',
    'light',
    { ...lamp, effect_command_topic: 'e', effect_state_topic: 'es', effect_list: ['rainbow'] },
    [['s', 'ON']],
    'turn_on',
    { effect: 'Rainbow' },
    ['e rainbow', 'c ON'],
    [['es', 'rainbow']],
  ],
  [
    'light, JSON',
    'light',
    { ...json, brightness_scale: 254 },
    [['s', { state: 'OFF' }]],
    'turn_on',
    { brightness_pct: 50, transition: 2 },
    ['c {"state":"ON","brightness":127,"transition":2}'],
    [['s', { state: 'ON', brightness: 127 }]],
  ],
  [
    'light, JSON colour',
    'light',
    { ...json, supported_color_modes: ['xy'] },
    [['s', { state: 'OFF' }]],
    'turn_on',
    { rgb_color: [255, 0, 0] },
    ['c {"state":"ON","color":{"x":0.701,"y":0.299}}'],
    [['s', { state: 'ON', color_mode: 'xy', color: { x: 0.7, y: 0.3 } }]],
  ],
  [
    'light, JSON dimmed a step',
    'light',
    json,
    [['s', { state: 'ON', brightness: 100 }]],
    'turn_on',
    { brightness_step_pct: -20 },
    ['c {"state":"ON","brightness":49}'],
    [['s', { state: 'ON', brightness: 49 }]],
  ],
  [
    'light dimmed to nothing',
    'light',
    json,
    [['s', { state: 'ON', brightness: 100 }]],
    'turn_on',
    { brightness_pct: 0 },
    ['c {"state":"OFF"}'],
    [['s', { state: 'OFF' }]],
  ],
  [
    'light already as bright',
    'light',
    json,
    [['s', { state: 'ON', brightness: 128 }]],
    'turn_on',
    { brightness_pct: 50 },
    'already',
  ],
  [
    'light, template schema',
    'light',
    {
      schema: 'template',
      ...lamp,
      command_on_template: 'on,{{ brightness | d }},{{ red | d }}-{{ green | d }}-{{ blue | d }}',
      command_off_template: 'off',
      state_template: '{{ value }}',
      brightness_template: '{{ value }}',
      red_template: 'x',
      green_template: 'x',
      blue_template: 'x',
    },
    [['s', 'off']],
    'turn_on',
    { brightness: 10, hs_color: [120, 100] },
    ['c on,10,0-255-0'],
  ],

  ['cover opens', 'cover', lamp, [['s', 'closed']], 'open_cover', {}, ['c OPEN'], [['s', 'open']]],
  ['cover stops', 'cover', lamp, [['s', 'opening']], 'stop_cover', {}, ['c STOP'], [['s', 'open']]],
  [
    'cover to a position',
    'cover',
    { ...lamp, position_topic: 'p', set_position_topic: 'ps' },
    [
      ['s', 'open'],
      ['p', '100'],
    ],
    'set_cover_position',
    { position: 30 },
    ['ps 30'],
    [['p', '31']],
  ],
  [
    'cover that counts down',
    'cover',
    { position_topic: 'p', set_position_topic: 'ps', position_open: 0, position_closed: 100 },
    [['p', '0']],
    'set_cover_position',
    { position: 30 },
    ['ps 70'],
    [['p', '70']],
  ],
  [
    'cover that only knows positions',
    'cover',
    { position_topic: 'p', set_position_topic: 'ps' },
    [['p', '0']],
    'open_cover',
    {},
    ['ps 100'],
    [['p', '100']],
  ],
  [
    'cover with a position template',
    'cover',
    {
      position_topic: 'p',
      set_position_topic: 'ps',
      set_position_template: '{"pos": {{ position }}, "max": {{ position_open }}}',
    },
    [['p', '0']],
    'set_cover_position',
    { position: 40 },
    ['ps {"pos": 40, "max": 100}'],
    [['p', '40']],
  ],
  [
    'cover tilts',
    'cover',
    { ...lamp, tilt_command_topic: 't', tilt_status_topic: 'ts', tilt_max: 180 },
    [['ts', '0']],
    'set_cover_tilt_position',
    { tilt_position: 50 },
    ['t 90'],
    [['ts', '90']],
  ],
  [
    'cover without a stop',
    'cover',
    { ...lamp, payload_stop: null },
    [['s', 'opening']],
    'stop_cover',
    {},
    'not_supported',
  ],
  ['valve closes', 'valve', lamp, [['s', 'open']], 'close_valve', {}, ['c CLOSE'], [['s', 'closed']]],
  [
    'valve to a position',
    'valve',
    { ...lamp, reports_position: true },
    [['s', '0']],
    'set_valve_position',
    { position: 25 },
    ['c 25'],
    [['s', '25']],
  ],

  [
    'climate temperature',
    'climate',
    {
      modes: ['off', 'heat'],
      mode_command_topic: 'm',
      mode_state_topic: 'ms',
      temperature_command_topic: 't',
      temperature_state_topic: 'ts',
    },
    [
      ['ms', 'off'],
      ['ts', '18'],
    ],
    'set_temperature',
    { temperature: 21.5, hvac_mode: 'heat' },
    ['m heat', 't 21.5'],
    [
      ['ms', 'heat'],
      ['ts', '21.5'],
    ],
  ],
  [
    'climate range',
    'climate',
    { temperature_low_command_topic: 'l', temperature_high_command_topic: 'h', temperature_low_state_topic: 'ls' },
    [],
    'set_temperature',
    { target_temp_low: 19, target_temp_high: 23 },
    ['l 19', 'h 23'],
    [['ls', '19']],
  ],
  [
    'climate on by its modes',
    'climate',
    { modes: ['off', 'cool', 'heat'], mode_command_topic: 'm', mode_state_topic: 'ms' },
    [['ms', 'off']],
    'turn_on',
    {},
    ['m heat'],
    [['ms', 'heat']],
  ],
  [
    'climate off by power',
    'climate',
    { modes: ['off', 'heat'], mode_state_topic: 'ms', power_command_topic: 'p' },
    [['ms', 'heat']],
    'turn_off',
    {},
    ['p OFF'],
    [['ms', 'off']],
  ],
  [
    'climate preset',
    'climate',
    { preset_modes: ['eco'], preset_mode_command_topic: 'p', preset_mode_state_topic: 'ps' },
    [],
    'set_preset_mode',
    { preset_mode: 'eco' },
    ['p eco'],
    [['ps', 'eco']],
  ],
  [
    'water heater',
    'water_heater',
    { temperature_command_topic: 't', temperature_state_topic: 'ts' },
    [],
    'set_temperature',
    { temperature: 55 },
    ['t 55'],
    [['ts', '55']],
  ],
  [
    'humidifier',
    'humidifier',
    { ...lamp, target_humidity_command_topic: 'h', target_humidity_state_topic: 'hs' },
    [],
    'set_humidity',
    { humidity: 45 },
    ['h 45'],
    [['hs', '45']],
  ],

  [
    'fan speed',
    'fan',
    { ...lamp, percentage_command_topic: 'p', percentage_state_topic: 'ps', speed_range_max: 4 },
    [['s', 'ON']],
    'set_percentage',
    { percentage: 60 },
    ['p 3'],
    [['ps', '3']],
  ],
  [
    'fan on with a speed',
    'fan',
    { ...lamp, percentage_command_topic: 'p', percentage_state_topic: 'ps' },
    [['s', 'OFF']],
    'turn_on',
    { percentage: 33 },
    ['c ON', 'p 33'],
    [
      ['s', 'ON'],
      ['ps', '33'],
    ],
  ],
  [
    'fan oscillates',
    'fan',
    { ...lamp, oscillation_command_topic: 'o', oscillation_state_topic: 'os' },
    [],
    'oscillate',
    { oscillating: true },
    ['o oscillate_on'],
    [['os', 'oscillate_on']],
  ],
  [
    'fan turns round',
    'fan',
    { ...lamp, direction_command_topic: 'd', direction_state_topic: 'ds' },
    [],
    'set_direction',
    { direction: 'reverse' },
    ['d reverse'],
    [['ds', 'reverse']],
  ],

  [
    'lock with a code',
    'lock',
    { ...lamp, command_template: '{{ value }}:{{ code }}' },
    [['s', 'LOCKED']],
    'unlock',
    { code: '12' },
    ['c UNLOCK:12'],
    [['s', 'UNLOCKED']],
  ],
  [
    'lock opens its latch',
    'lock',
    { ...lamp, payload_open: 'OPEN' },
    [['s', 'LOCKED']],
    'open',
    {},
    ['c OPEN'],
    [['s', 'OPEN']],
  ],
  [
    'alarm armed',
    'alarm_control_panel',
    lamp,
    [['s', 'disarmed']],
    'alarm_arm_night',
    {},
    ['c ARM_NIGHT'],
    [['s', 'armed_night']],
  ],
  [
    'alarm disarmed with its code',
    'alarm_control_panel',
    { ...lamp, code: '4711', command_template: '{{ action }} {{ code }}' },
    [['s', 'armed_away']],
    'alarm_disarm',
    { code: '4711' },
    ['c DISARM 4711'],
    [['s', 'disarmed']],
  ],
  [
    'vacuum starts',
    'vacuum',
    lamp,
    [['s', { state: 'docked' }]],
    'start',
    {},
    ['c start'],
    [['s', { state: 'cleaning' }]],
  ],
  ['vacuum at home already', 'vacuum', lamp, [['s', { state: 'docked' }]], 'return_to_base', {}, 'already'],
  ['vacuum cannot be found without the feature', 'vacuum', lamp, [], 'locate', {}, 'not_supported'],
  [
    'lawn mower',
    'lawn_mower',
    { activity_state_topic: 's', start_mowing_command_topic: 'm' },
    [['s', 'docked']],
    'start_mowing',
    {},
    ['m start_mowing'],
    [['s', 'mowing']],
  ],
  [
    'siren',
    'siren',
    { ...lamp, available_tones: ['bell'] },
    [['s', 'OFF']],
    'turn_on',
    { tone: 'bell', duration: 5 },
    ['c {"state":"ON","tone":"bell","duration":5}'],
    [['s', 'ON']],
  ],

  [
    'media plays',
    'media_player',
    { state_state_topic: 's', command_play_topic: 'p', command_play_payload: 'go' },
    [['s', 'paused']],
    'media_play',
    {},
    ['p go'],
    [['s', 'playing']],
  ],
  [
    'media volume',
    'media_player',
    { state_state_topic: 's', state_volume_topic: 'v', command_volume_topic: 'vc', volume_scale: 100 },
    [['v', '10']],
    'volume_set',
    { volume_level: 0.35 },
    ['vc 35'],
    [['v', '35']],
  ],
  [
    'media muted',
    'media_player',
    { state_mute_topic: 'm', command_mute_topic: 'mc' },
    [],
    'volume_mute',
    { is_volume_muted: true },
    ['mc ON'],
    [['m', 'ON']],
  ],
  [
    'media next',
    'media_player',
    { state_state_topic: 's', command_next_topic: 'n' },
    [['s', 'playing']],
    'media_next_track',
    {},
    ['n Next'],
  ],
  [
    'media source',
    'media_player',
    { source_list: ['Radio', 'TV'], state_source_topic: 'q', command_source_topic: 'qc' },
    [],
    'select_source',
    { source: 'radio' },
    ['qc Radio'],
    [['q', 'Radio']],
  ],

  [
    'number',
    'number',
    { ...lamp, max: 10, step: 0.5, command_template: '{"n":{{ value }}}' },
    [['s', '2']],
    'set_value',
    { value: 7.5 },
    ['c {"n":7.5}'],
    [['s', '7.5']],
  ],
  [
    'select',
    'select',
    { ...lamp, options: ['eco', 'boost'] },
    [['s', 'eco']],
    'select_option',
    { option: 'boost' },
    ['c boost'],
    [['s', 'boost']],
  ],
  ['text', 'text', lamp, [], 'set_value', { value: 'Hi' }, ['c Hi'], [['s', 'Hi']]],
  ['button', 'button', { command_topic: 'c' }, [], 'press', {}, ['c PRESS']],
  ['scene', 'scene', { command_topic: 'c', payload_on: 'movie' }, [], 'turn_on', {}, ['c movie']],
  [
    'update',
    'update',
    { state_topic: 's', command_topic: 'c', payload_install: 'go' },
    [],
    'install',
    {},
    ['c go'],
    [['s', { in_progress: true }]],
  ],
]

describe('what devices are told', () => {
  it.each(cases)('%s', (_, component, config, before, action, parameters, sent, echo) => {
    const probe = new Probe(component, config)
    for (const [topic, payload] of before) probe.hear(topic, payload)
    const plan = probe.plan(action, parameters)
    expect(probe.sends(action, parameters)).toEqual(sent)
    if (!echo) return
    expect(probe.answers(plan)).not.toBe('met')
    for (const [topic, payload] of echo) probe.hear(topic, payload)
    expect(probe.answers(plan)).toBe('met')
  })

  it('sends with the QoS and retain flag that the device asked for', () => {
    const plan = new Probe('switch', { ...lamp, qos: 1, retain: true }).plan('turn_on')
    expect(plan).toMatchObject({ kind: 'send', messages: [{ topic: 'c', payload: 'ON', qos: 1, retain: true }] })
  })

  it('expects nothing of a device that reports nothing', () => {
    for (const config of [{ command_topic: 'c' }, { ...lamp, optimistic: true }]) {
      const probe = new Probe('switch', config)
      expect(probe.entity.capabilities.reports_state).toBe(false)
      expect(probe.plan('turn_on')).toMatchObject({ kind: 'send', expects: null })
    }
  })

  it('sees a device on its way', () => {
    const way = (
      component: string,
      config: object,
      before: [string, unknown],
      action: string,
      echo: [string, unknown],
      parameters = {},
    ) => {
      const probe = new Probe(component, config)
      probe.hear(...before)
      const plan = probe.plan(action, parameters)
      probe.hear(...echo)
      return probe.answers(plan)
    }
    expect(way('cover', lamp, ['s', 'closed'], 'open_cover', ['s', 'opening'])).toBe('on_the_way')
    expect(way('lock', lamp, ['s', 'LOCKED'], 'unlock', ['s', 'UNLOCKING'])).toBe('on_the_way')
    expect(way('alarm_control_panel', lamp, ['s', 'disarmed'], 'alarm_arm_away', ['s', 'arming'])).toBe('on_the_way')
    expect(way('vacuum', lamp, ['s', { state: 'cleaning' }], 'return_to_base', ['s', { state: 'returning' }])).toBe(
      'on_the_way',
    )
    const blind = { ...lamp, position_topic: 'p', set_position_topic: 'ps' }
    expect(way('cover', blind, ['p', '100'], 'set_cover_position', ['p', '80'], { position: 30 })).toBe('on_the_way')
    expect(way('cover', blind, ['p', '40'], 'set_cover_position', ['p', '60'], { position: 30 })).toBe('no')
    expect(way('cover', blind, ['p', '100'], 'set_cover_position', ['s', 'closing'], { position: 30 })).toBe(
      'on_the_way',
    )
    expect(way('cover', blind, ['p', '100'], 'set_cover_position', ['s', 'opening'], { position: 30 })).toBe('no')
    expect(way('cover', lamp, ['s', 'closed'], 'open_cover', ['s', 'closing'])).toBe('no')
  })

  it('waits longer for what takes longer', () => {
    const within = (component: string, config: object, action: string, parameters = {}) => {
      const plan = new Probe(component, config).plan(action, parameters)
      return plan.kind === 'send' ? plan.confirmWithinMs : plan
    }
    expect([
      within('switch', lamp, 'turn_on'),
      within('light', json, 'turn_on', { transition: 3 }),
      within('cover', lamp, 'open_cover'),
      within('vacuum', lamp, 'start'),
    ]).toEqual([2_000, 5_000, 5_000, 10_000])
  })

  it.each<[string, string, object, string, Record<string, unknown>, string]>([
    [
      'above a bound',
      'climate',
      { temperature_command_topic: 't', min_temp: 7, max_temp: 30 },
      'set_temperature',
      { temperature: 45 },
      'temperature must be from 7 to 30 °C; 45 °C was asked for',
    ],
    ['missing', 'number', lamp, 'set_value', {}, 'value is missing; it is a number from 1 to 100'],
    [
      'no number',
      'cover',
      { ...lamp, position_topic: 'p', set_position_topic: 'ps' },
      'set_cover_position',
      { position: 'half' },
      'position must be a number from 0 to 100%',
    ],
    [
      'no such option',
      'select',
      { ...lamp, options: ['eco', 'boost'] },
      'select_option',
      { option: 'warp' },
      'option must be one of eco, boost; warp was asked for',
    ],
    ['unknown', 'switch', lamp, 'turn_on', { brightness: 5 }, 'turn_on does not take brightness here'],
    [
      'a colour for a lamp without',
      'light',
      json,
      'turn_on',
      { rgb_color: [1, 2, 3] },
      'turn_on does not take rgb_color here',
    ],
    [
      'no colour',
      'light',
      { ...json, supported_color_modes: ['rgb'] },
      'turn_on',
      { color_name: 'blurple' },
      'is not one of the CSS colour names',
    ],
    [
      'a list too short',
      'light',
      { ...json, supported_color_modes: ['rgb'] },
      'turn_on',
      { rgb_color: [1, 2] },
      'rgb_color must be a list of 3 numbers',
    ],
    [
      'too cold',
      'light',
      { ...json, supported_color_modes: ['color_temp'], min_kelvin: 2200, max_kelvin: 4000 },
      'turn_on',
      { color_temp_kelvin: 6500 },
      'color_temp_kelvin must be from 2200 to 4000 K',
    ],
    [
      'a missing code',
      'alarm_control_panel',
      { ...lamp, code: '4711' },
      'alarm_disarm',
      {},
      'code is missing; this alarm panel asks for one',
    ],
    [
      'a wrong code',
      'alarm_control_panel',
      { ...lamp, code: '4711' },
      'alarm_disarm',
      { code: '1' },
      'code is not the right one',
    ],
    [
      'not a number at all',
      'light',
      json,
      'turn_on',
      { brightness_pct: Number.NaN },
      'brightness_pct must be a number from 0 to 100%',
    ],
  ])('explains a parameter that is %s', (_, component, config, action, parameters, detail) => {
    const plan = new Probe(component, config).plan(action, parameters)
    expect(plan).toMatchObject({ kind: 'bad_parameter' })
    expect(plan.kind === 'bad_parameter' && plan.detail).toContain(detail)
  })

  it('explains what an entity cannot do', () => {
    expect(new Probe('sensor', { state_topic: 's' }).plan('turn_on')).toEqual({
      kind: 'not_supported',
      detail: 'it only reports and cannot be told anything',
    })
    expect(new Probe('switch', lamp).plan('explode')).toEqual({
      kind: 'not_supported',
      detail: 'it does not take explode; it takes turn_on, turn_off, toggle',
    })
    expect(new Probe('switch', lamp).plan('constructor').kind).toBe('not_supported')
    const broken = new Probe('number', { ...lamp, command_template: "{{ 'a' + value }}" })
    expect(broken.plan('set_value', { value: 3 })).toMatchObject({
      kind: 'not_supported',
      detail: expect.stringContaining('command_template'),
    })
  })

  it('never shows an alarm panel\u2019s code', () => {
    const { entity } = new Probe('alarm_control_panel', { ...lamp, code: '4711' })
    expect(JSON.stringify(entity)).not.toContain('4711')
    expect(entity.capabilities).toMatchObject({ code_format: 'number' })
  })
})

describe('capabilities', () => {
  it.each<[string, string, object, object]>([
    [
      'a plain lamp',
      'light',
      lamp,
      {
        actions: ['turn_on', 'turn_off', 'toggle'],
        reports_state: true,
        supported_color_modes: ['onoff'],
        dimmable: false,
      },
    ],
    [
      'a coloured lamp',
      'light',
      { ...json, supported_color_modes: ['hs', 'color_temp'], max_mireds: 454, min_mireds: 153 },
      {
        dimmable: true,
        supported_color_modes: ['color_temp', 'hs'],
        min_color_temp_kelvin: 2202,
        max_color_temp_kelvin: 6535,
        transition: true,
      },
    ],
    ['a blind', 'cover', { ...lamp, position_topic: 'p', set_position_topic: 'ps' }, { position: true, tilt: false }],
    [
      'a thermostat',
      'climate',
      { modes: ['off', 'heat'], temperature_command_topic: 't', min_temp: 5, max_temp: 30, temp_step: 0.5 },
      { hvac_modes: ['off', 'heat'], min_temp: 5, max_temp: 30, target_temp_step: 0.5, temperature_unit: '°C' },
    ],
    [
      'a thermostat in Fahrenheit',
      'climate',
      { temperature_unit: 'F' },
      { temperature_unit: '°F', min_temp: 45, max_temp: 95 },
    ],
    ['a fan of four speeds', 'fan', { ...lamp, percentage_command_topic: 'p', speed_range_max: 4 }, { speed_count: 4 }],
    [
      'a sensor',
      'sensor',
      { state_topic: 's', state_class: 'measurement', suggested_display_precision: 1 },
      { actions: [], state_class: 'measurement', suggested_display_precision: 1 },
    ],
  ])('of %s', (_, component, config, expected) => {
    expect(new Probe(component, config).entity.capabilities).toMatchObject(expected)
  })
})

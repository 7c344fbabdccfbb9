import { describe, expect, it } from 'vitest'
import { Probe } from './probe.ts'

/** Component, configuration, messages as [topic, payload], and the state with its attributes. */
type Case = [
  name: string,
  component: string,
  config: object,
  messages: [string, unknown][],
  value: string,
  attributes?: object,
]

const lamp = { command_topic: 'c', state_topic: 's' }
const json = { schema: 'json', command_topic: 'c', state_topic: 's', brightness: true }

const cases: Case[] = [
  ['switch on', 'switch', lamp, [['s', 'ON']], 'on'],
  [
    'switch with words of its own',
    'switch',
    { ...lamp, state_on: 'running', state_off: 'idle' },
    [['s', 'running']],
    'on',
  ],
  [
    'switch with boolean payloads',
    'switch',
    { ...lamp, payload_on: true, payload_off: false, value_template: '{{ value_json.on }}' },
    [['s', { on: false }]],
    'off',
  ],
  [
    'switch that says nothing is known',
    'switch',
    lamp,
    [
      ['s', 'ON'],
      ['s', 'None'],
    ],
    'unknown',
  ],
  ['switch in JSON', 'switch', { ...lamp, value_template: '{{ value_json.state }}' }, [['s', { state: 'ON' }]], 'on'],
  [
    'switch whose template fails is read as it is',
    'switch',
    { ...lamp, value_template: '{{ value_json.state }}' },
    [['s', 'ON']],
    'on',
  ],

  [
    'sensor number',
    'sensor',
    { state_topic: 's', device_class: 'temperature', value_template: '{{ value_json.t | round(1) }}' },
    [['s', { t: 21.456 }]],
    '21.5',
  ],
  ['sensor text is made fit to show', 'sensor', { state_topic: 's' }, [['s', 'Hello\u202E  world']], 'Hello world'],
  [
    'sensor of options',
    'sensor',
    { state_topic: 's', device_class: 'enum', options: ['wet', 'dry'] },
    [
      ['s', 'wet'],
      ['s', 'damp'],
    ],
    'wet',
  ],
  [
    'sensor time',
    'sensor',
    { state_topic: 's', device_class: 'timestamp' },
    [['s', '2026-11-21T08:00:00+01:00']],
    '2026-11-21T08:00:00+01:00',
  ],
  [
    'sensor ignores what is no number',
    'sensor',
    { state_topic: 's', unit_of_measurement: 'W' },
    [
      ['s', '12'],
      ['s', 'many'],
    ],
    '12',
  ],
  [
    'sensor None',
    'sensor',
    { state_topic: 's', unit_of_measurement: 'W' },
    [
      ['s', '12'],
      ['s', 'None'],
    ],
    'unknown',
  ],

  [
    'binary sensor',
    'binary_sensor',
    { state_topic: 's', payload_on: 'open', payload_off: 'shut' },
    [['s', 'open']],
    'on',
  ],

  [
    'light, default schema',
    'light',
    { ...lamp, brightness_state_topic: 'b', brightness_command_topic: 'bc', brightness_scale: 100 },
    [
      ['s', 'ON'],
      ['b', '50'],
    ],
    'on',
    { brightness: 128 },
  ],
  [
    'light keeps its brightness through zero',
    'light',
    { ...lamp, brightness_state_topic: 'b', brightness_command_topic: 'bc' },
    [
      ['b', '77'],
      ['b', '0'],
      ['s', 'OFF'],
    ],
    'off',
    { brightness: 77 },
  ],
  [
    'light with colours',
    'light',
    { ...lamp, hs_state_topic: 'h', hs_command_topic: 'hc' },
    [
      ['s', 'ON'],
      ['h', '0,100'],
    ],
    'on',
    { hs_color: [0, 100], rgb_color: [255, 0, 0], color_mode: 'hs' },
  ],
  [
    'light that dims by its colour',
    'light',
    { ...lamp, rgb_state_topic: 'r', rgb_command_topic: 'rc' },
    [
      ['s', 'ON'],
      ['r', '0,128,0'],
    ],
    'on',
    { brightness: 128, rgb_color: [0, 255, 0], hs_color: [120, 100], color_mode: 'rgb' },
  ],
  [
    'light with mireds',
    'light',
    { ...lamp, color_temp_state_topic: 't', color_temp_command_topic: 'tc' },
    [
      ['s', 'ON'],
      ['t', '370'],
    ],
    'on',
    { color_temp_kelvin: 2702, color_mode: 'color_temp', rgb_color: [255, 167, 88], hs_color: [28.383, 65.49] },
  ],
  [
    'light, JSON schema',
    'light',
    { ...json, brightness_scale: 254 },
    [['s', { state: 'ON', brightness: 127 }]],
    'on',
    { brightness: 128 },
  ],
  [
    'light, JSON colour',
    'light',
    { ...json, supported_color_modes: ['hs', 'color_temp'] },
    [['s', { state: 'ON', color_mode: 'hs', color: { h: 240, s: 100 } }]],
    'on',
    { hs_color: [240, 100], rgb_color: [0, 0, 255], color_mode: 'hs' },
  ],
  [
    'light, JSON kelvin',
    'light',
    { ...json, supported_color_modes: ['color_temp'], color_temp_kelvin: true },
    [['s', { state: 'OFF', color_mode: 'color_temp', color_temp: 6600 }]],
    'off',
    { color_temp_kelvin: 6600, color_mode: 'color_temp', rgb_color: [255, 255, 255], hs_color: [0, 0] },
  ],
  [
    'light, JSON effect',
    'light',
    { ...json, effect: true, effect_list: ['candle'] },
    [['s', { state: 'ON', effect: 'candle' }]],
    'on',
    { effect: 'candle' },
  ],
  [
    'light, template schema',
    'light',
    {
      schema: 'template',
      ...lamp,
      command_on_template: 'on',
      command_off_template: 'off',
      state_template: "{{ value.split(',')[0] }}",
      brightness_template: "{{ value.split(',')[1] }}",
    },
    [['s', 'on,200']],
    'on',
    { brightness: 200 },
  ],

  ['cover', 'cover', lamp, [['s', 'opening']], 'opening'],
  [
    'cover with positions',
    'cover',
    { command_topic: 'c', position_topic: 'p' },
    [['p', '30']],
    'open',
    { current_position: 30 },
  ],
  [
    'cover that is closed at 100',
    'cover',
    { command_topic: 'c', position_topic: 'p', position_open: 0, position_closed: 100 },
    [['p', '100']],
    'closed',
    { current_position: 0 },
  ],
  [
    'cover that is open at 50',
    'cover',
    { command_topic: 'c', position_topic: 'p', position_open: 50 },
    [['p', '25']],
    'open',
    { current_position: 50 },
  ],
  [
    'cover that only says it stopped',
    'cover',
    { ...lamp, position_topic: 'p' },
    [
      ['s', 'closing'],
      ['p', '0'],
      ['s', 'stopped'],
    ],
    'closed',
    { current_position: 0 },
  ],
  [
    'cover with tilt',
    'cover',
    { ...lamp, tilt_status_topic: 't', tilt_command_topic: 'tc', tilt_max: 180 },
    [
      ['s', 'open'],
      ['t', '90'],
    ],
    'open',
    { current_tilt_position: 50 },
  ],
  [
    'cover with position and tilt in JSON',
    'cover',
    {
      command_topic: 'c',
      position_topic: 'p',
      position_template: '{{ {"position": value_json.pos, "tilt_position": value_json.tilt} | tojson }}',
    },
    [['p', { pos: 20, tilt: 100 }]],
    'open',
    { current_position: 20, current_tilt_position: 100 },
  ],
  ['valve', 'valve', lamp, [['s', { state: 'open' }]], 'open'],
  [
    'valve with positions',
    'valve',
    { ...lamp, reports_position: true },
    [
      ['s', { state: 'opening', position: 40 }],
      ['s', '60'],
    ],
    'open',
    { current_position: 60 },
  ],

  [
    'climate',
    'climate',
    {
      mode_state_topic: 'm',
      modes: ['off', 'heat'],
      temperature_state_topic: 't',
      current_temperature_topic: 'n',
      action_topic: 'a',
    },
    [
      ['m', 'heat'],
      ['t', '21.5'],
      ['n', '19'],
      ['a', 'heating'],
    ],
    'heat',
    { temperature: 21.5, current_temperature: 19, hvac_action: 'heating' },
  ],
  [
    'climate in one JSON message',
    'climate',
    {
      mode_state_topic: 's',
      mode_state_template: '{{ value_json.mode }}',
      temperature_state_topic: 's',
      temperature_state_template: '{{ value_json.target }}',
      current_temperature_topic: 's',
      current_temperature_template: '{{ value_json.now }}',
    },
    [['s', { mode: 'heat', target: 20, now: 18.25 }]],
    'heat',
    { temperature: 20, current_temperature: 18.25 },
  ],
  [
    'climate modes',
    'climate',
    {
      fan_mode_state_topic: 'f',
      fan_mode_command_topic: 'fc',
      preset_mode_state_topic: 'p',
      preset_mode_command_topic: 'pc',
      preset_modes: ['eco'],
    },
    [
      ['f', 'low'],
      ['p', 'eco'],
      ['f', 'gale'],
    ],
    'unknown',
    { fan_mode: 'low', preset_mode: 'eco' },
  ],
  [
    'water heater',
    'water_heater',
    { mode_state_topic: 'm', temperature_state_topic: 't' },
    [
      ['m', 'eco'],
      ['t', '55'],
    ],
    'eco',
    { temperature: 55 },
  ],
  [
    'humidifier',
    'humidifier',
    {
      ...lamp,
      target_humidity_command_topic: 'hc',
      target_humidity_state_topic: 'h',
      modes: ['sleep'],
      mode_state_topic: 'm',
      mode_command_topic: 'mc',
    },
    [
      ['s', 'ON'],
      ['h', '45.4'],
      ['m', 'sleep'],
    ],
    'on',
    { humidity: 45, mode: 'sleep' },
  ],

  [
    'fan',
    'fan',
    {
      ...lamp,
      percentage_state_topic: 'p',
      percentage_command_topic: 'pc',
      speed_range_max: 4,
      oscillation_state_topic: 'o',
      oscillation_command_topic: 'oc',
    },
    [
      ['s', 'ON'],
      ['p', '3'],
      ['o', 'oscillate_on'],
    ],
    'on',
    { percentage: 75, oscillating: true },
  ],
  [
    'fan direction',
    'fan',
    { ...lamp, direction_state_topic: 'd', direction_command_topic: 'dc' },
    [
      ['s', 'OFF'],
      ['d', 'reverse'],
    ],
    'off',
    { direction: 'reverse' },
  ],

  ['lock', 'lock', lamp, [['s', 'LOCKING']], 'locking'],
  ['lock jammed', 'lock', { ...lamp, state_jammed: 'stuck' }, [['s', 'stuck']], 'jammed'],
  [
    'alarm',
    'alarm_control_panel',
    lamp,
    [
      ['s', 'armed_night'],
      ['s', 'nonsense'],
    ],
    'armed_night',
  ],
  [
    'vacuum',
    'vacuum',
    { ...lamp, supported_features: ['start', 'fan_speed'] },
    [['s', { state: 'cleaning', battery_level: 61, fan_speed: 'max' }]],
    'cleaning',
    { battery_level: 61, fan_speed: 'max' },
  ],
  ['lawn mower', 'lawn_mower', { activity_state_topic: 's' }, [['s', 'mowing']], 'mowing'],
  [
    'siren',
    'siren',
    { ...lamp, available_tones: ['bell'] },
    [['s', { state: 'ON', tone: 'bell', volume_level: 0.5 }]],
    'on',
    { tone: 'bell', volume_level: 0.5 },
  ],

  [
    'number',
    'number',
    { ...lamp, min: 0, max: 10 },
    [
      ['s', '7.5'],
      ['s', '11'],
    ],
    '7.5',
  ],
  [
    'select',
    'select',
    { ...lamp, options: ['eco', 'boost'] },
    [
      ['s', 'boost'],
      ['s', 'warp'],
    ],
    'boost',
  ],
  ['text', 'text', lamp, [['s', 'Hello']], 'Hello'],
  [
    'update',
    'update',
    { state_topic: 's' },
    [['s', { installed_version: '1.0', latest_version: '1.1', title: 'Firmware', release_url: 'javascript:alert(1)' }]],
    'on',
    { installed_version: '1.0', latest_version: '1.1', title: 'Firmware' },
  ],
  [
    'update by two topics',
    'update',
    { state_topic: 's', latest_version_topic: 'l' },
    [
      ['s', '1.0'],
      ['l', '1.0'],
    ],
    'off',
    { installed_version: '1.0', latest_version: '1.0' },
  ],
  [
    'device tracker',
    'device_tracker',
    { state_topic: 's', payload_home: 'in', payload_not_home: 'out' },
    [['s', 'out']],
    'not_home',
  ],
  ['device tracker at a place', 'device_tracker', { state_topic: 's' }, [['s', 'Work']], 'Work'],
  [
    'media player',
    'media_player',
    {
      state_state_topic: 's',
      state_volume_topic: 'v',
      state_title_topic: 't',
      state_mute_topic: 'm',
      state_source_topic: 'q',
      source_list: ['Radio'],
    },
    [
      ['s', 'playing'],
      ['v', '0.4'],
      ['t', 'Song \u0007One'],
      ['m', 'OFF'],
      ['q', 'Radio'],
    ],
    'playing',
    { volume_level: 0.4, media_title: 'Song One', is_volume_muted: false, source: 'Radio' },
  ],
  [
    'media player in one JSON message',
    'media_player',
    {
      state_topic: 's',
      state_state_template: '{{ value_json.state }}',
      state_volume_topic: 's',
      state_volume_template: '{{ value_json.vol }}',
      volume_scale: 100,
    },
    [['s', { state: 'paused', vol: 35 }]],
    'paused',
    { volume_level: 0.35 },
  ],
]

describe('what devices report', () => {
  it.each(cases)('%s', (_, component, config, messages, value, attributes = {}) => {
    const probe = new Probe(component, config)
    expect(probe.notices).toEqual([])
    for (const [topic, payload] of messages) probe.hear(topic, payload)
    expect([probe.state.value, probe.state.attributes]).toEqual([value, attributes])
  })

  it.each<[string, string, object, string, unknown, string]>([
    ['no JSON', 'light', json, 's', 'ON', 'not_json'],
    ['JSON of another shape', 'light', json, 's', { power: 1 }, 'wrong_shape'],
    ['an unknown word', 'lock', lamp, 's', 'AJAR', 'unknown_word'],
    ['no number', 'cover', { command_topic: 'c', position_topic: 'p' }, 'p', 'half', 'not_a_number'],
    ['a number out of range', 'number', { ...lamp, min: 1, max: 5 }, 's', '9', 'out_of_range'],
    ['nothing', 'switch', lamp, 's', '', 'empty'],
    ['too much', 'text', lamp, 's', 'x'.repeat(300), 'too_long'],
    ['300 kB', 'text', lamp, 's', 'x'.repeat(300_000), 'not_text'],
    [
      'a template that fails',
      'sensor',
      { state_topic: 's', value_template: '{{ value_json.a.b }}' },
      's',
      {},
      'template_failed',
    ],
    [
      'JSON that is nested too deeply',
      'sensor',
      { state_topic: 's', value_template: '{{ value_json.a.b }}' },
      's',
      '['.repeat(500),
      'template_failed',
    ],
    [
      'a colour of two channels',
      'light',
      { ...lamp, rgb_state_topic: 'r', rgb_command_topic: 'rc' },
      'r',
      '1,2',
      'wrong_shape',
    ],
  ])('counts %s and changes nothing', (_, component, config, topic, payload, reason) => {
    const probe = new Probe(component, config)
    const before = probe.live
    expect(probe.hear(topic, payload)).toMatchObject({ changed: false, reported: false, ignored: reason })
    expect(probe.live).toBe(before)
  })
})

describe('the life of a state', () => {
  it('tells a change from a repetition, and keeps both times', () => {
    const probe = new Probe('sensor', { state_topic: 's' })
    expect(probe.hear('s', '20')).toMatchObject({ changed: true, reported: true })
    probe.now += 60_000
    expect(probe.hear('s', '20')).toMatchObject({ changed: false, reported: true })
    expect(probe.state).toMatchObject({ changedAt: '2026-11-21T08:00:00.000Z', reportedAt: '2026-11-21T08:01:00.000Z' })
    expect(probe.hear('elsewhere', '21')).toMatchObject({ changed: false, reported: false, ignored: null })
  })

  it('reports again what is forced', () => {
    const probe = new Probe('sensor', { state_topic: 's', force_update: true })
    expect([probe.hear('s', '20').changed, probe.hear('s', '20').changed]).toEqual([true, true])
  })

  it('expires readings, and is not available before the first', () => {
    const probe = new Probe('sensor', { state_topic: 's', expire_after: 30 })
    expect(probe.state.available).toBe(false)
    expect(probe.hear('s', '20').live).toMatchObject({ state: { available: true }, expiresAt: probe.now + 30_000 })
    expect(probe.wait(29_000).changed).toBe(false)
    expect(probe.wait(1_000)).toMatchObject({
      changed: true,
      live: { state: { available: false, value: '20' }, expiresAt: null },
    })
  })

  it('turns a motion sensor off by itself', () => {
    const probe = new Probe('binary_sensor', { state_topic: 's', off_delay: 10 })
    probe.hear('s', 'ON')
    expect(probe.wait(10_000)).toMatchObject({ changed: true, live: { state: { value: 'off' }, offAt: null } })
  })

  it('is available as its topics say', () => {
    const topics = [
      { topic: 'bridge', value_template: '{{ value_json.state }}' },
      { topic: 'device', payload_available: '1', payload_not_available: '0' },
    ]
    const said = (mode: string) => {
      const probe = new Probe('switch', { ...lamp, availability: topics, availability_mode: mode })
      return [
        [],
        ['bridge', { state: 'online' }],
        ['device', '1'],
        ['bridge', { state: 'offline' }],
        ['device', '?'],
      ].map(([topic, payload]) => {
        if (typeof topic === 'string') probe.hear(topic, payload)
        return probe.state.available
      })
    }
    expect(said('all')).toEqual([false, false, true, false, false])
    expect(said('any')).toEqual([false, true, true, true, true])
    expect(said('latest')).toEqual([false, true, true, false, false])
    expect(new Probe('switch', lamp).state.available).toBe(true)
  })

  it('takes JSON attributes in place of those before, and not those of its own', () => {
    const probe = new Probe('light', {
      ...json,
      json_attributes_topic: 'a',
      json_attributes_template: '{{ value_json.info | tojson }}',
    })
    probe.hear('s', { state: 'ON', brightness: 255 })
    probe.hear('a', { info: { ip: '10.0.0.1', brightness: 1, friendly_name: 'x', __proto__: 1, note: 'a\u202Eb' } })
    expect(probe.state.attributes).toEqual({ brightness: 255, ip: '10.0.0.1', note: 'ab' })
    probe.hear('a', { info: { ssid: 'home' } })
    expect(probe.state.attributes).toEqual({ brightness: 255, ssid: 'home' })
    expect(
      probe.hear('a', { info: Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`k${i}`, i])) }).changed,
    ).toBe(true)
    expect(Object.keys(probe.state.attributes)).toHaveLength(51)
    expect(probe.hear('a', { info: { big: 'x'.repeat(20_000) } }).ignored).toBe('too_long')
  })

  it('has events happen now, and only when they happen', () => {
    const probe = new Probe('event', { state_topic: 's', event_types: ['press', 'hold'] })
    expect(probe.hear('s', { event_type: 'press' }, true).ignored).toBe('retained_event')
    expect(probe.hear('s', { event_type: 'press' })).toMatchObject({ changed: true })
    expect(probe.hear('s', { event_type: 'press' })).toMatchObject({ changed: true })
    expect(probe.state).toMatchObject({ value: '2026-11-21T08:00:00.000Z', attributes: { event_type: 'press' } })
    expect([probe.hear('s', { event_type: 'kick' }).ignored, probe.hear('s', { press: 1 }).ignored]).toEqual([
      'unknown_word',
      'wrong_shape',
    ])
  })

  it('has device triggers as events', () => {
    const probe = new Probe('device_automation', {
      automation_type: 'trigger',
      topic: 'remote/action',
      type: 'action',
      subtype: 'single',
      payload: 'single',
      device: { ids: ['r'], name: 'Remote' },
    })
    expect(probe.entity).toMatchObject({ domain: 'event', category: 'diagnostic', naming: { name: 'single action' } })
    expect([probe.hear('remote/action', 'double').changed, probe.hear('remote/action', 'single').changed]).toEqual([
      false,
      true,
    ])
  })

  it('starts from what was known before a restart', () => {
    const probe = new Probe('switch', lamp)
    probe.hear('s', 'ON')
    expect(probe.state).toMatchObject({ entityId: 'switch.switch', value: 'on', available: true })
  })

  it('reads other encodings', () => {
    const probe = new Probe('text', { ...lamp, encoding: 'iso-8859-1' })
    probe.hear('s', 'plain')
    expect(probe.state.value).toBe('plain')
    expect(new Probe('text', { ...lamp, encoding: '' }).notices[0]).toContain('cannot be read as text')
  })
})

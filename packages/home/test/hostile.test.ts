import { describe, expect, it } from 'vitest'
import {
  applyMessage,
  components,
  compileTemplate,
  Message,
  parseDiscovery,
  planCommand,
  startLive,
  type DiscoveredEntity,
} from '../src/index.ts'
import { bytes, seeded } from './probe.ts'

const names = [...components.keys(), 'device', 'tag', 'warp']
const keys = [
  'name',
  'stat_t',
  'cmd_t',
  'val_tpl',
  'dev',
  'avty',
  'avty_t',
  'ops',
  'modes',
  'min',
  'max',
  'schema',
  'brightness',
  'sup_clrm',
  'pos_t',
  'set_pos_t',
  'json_attr_t',
  'qos',
  'ret',
  'e',
  'uniq_id',
  'temp_cmd_t',
  'mode_stat_t',
  'pct_stat_t',
  'event_types',
  'options',
  'cmps',
  'o',
  '~',
  'en',
  'exp_aft',
  'off_dly',
  'dev_cla',
  'ic',
  'atype',
  't',
  'type',
  'stype',
  '__proto__',
  'constructor',
  'rgb_stat_t',
  'rgb_cmd_t',
]
const texts = [
  'a',
  'b/c',
  'json',
  'template',
  '{{ value_json.a }}',
  '{{ value_json.a | float }}',
  '{% if value %}x{% else %}y{% endif %}',
  '{{',
  '~/x',
  '#',
  '',
  'ON',
  '\u202Ex',
  '💡',
  '𝒳\uD800',
  'x'.repeat(5_000),
  'None',
  'trigger',
  'utf-16',
]
const payloads = [
  'ON',
  'OFF',
  '{}',
  '{"state":"ON","brightness":1e99,"color_mode":"hs","color":{"h":null}}',
  '[[[[',
  '{"a":',
  '-1',
  '1e308',
  'NaN',
  '',
  '\u0000',
  '{"position":"x"}',
  '1,2,3',
  'None',
  '{"state":{}}',
  '{"event_type":7}',
]

/** A random value, nested now and then. */
function junk(random: () => number, depth = 0): unknown {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  const kind = random()
  if (kind < 0.45) return pick(texts)
  if (kind < 0.55) return pick([0, -1, 255, 1e300, 0.5, Number.MAX_SAFE_INTEGER])
  if (kind < 0.65) return pick([true, false, null])
  if (depth > 3) return 'deep'
  if (kind < 0.8) return Array.from({ length: Math.floor(random() * 4) }, () => junk(random, depth + 1))
  return Object.fromEntries(
    Array.from({ length: Math.floor(random() * 8) }, () => [pick(keys), junk(random, depth + 1)]),
  )
}

/** A message with a few bytes changed. */
function mutated(random: () => number, text: string): Uint8Array {
  const data = bytes(text)
  for (let n = Math.floor(random() * 4); n > 0; n -= 1)
    data[Math.floor(random() * data.length)] = Math.floor(random() * 256)
  return random() < 0.1 ? data.slice(0, Math.floor(random() * data.length)) : data
}

describe('hostile input', () => {
  it('never makes discovery, states or commands throw: 100,000 messages', () => {
    const random = seeded(20_261_121)
    const found: DiscoveredEntity[] = []
    const kinds = new Map<string, number>()
    for (let i = 0; i < 40_000; i += 1) {
      const component = names[Math.floor(random() * names.length)] ?? 'sensor'
      const required = {
        state_topic: 'a',
        command_topic: 'b',
        options: ['x'],
        event_types: ['x'],
        topic: 't',
        target_humidity_command_topic: 'h',
      }
      const config = junk(random)
      const text =
        JSON.stringify(random() < 0.5 && typeof config === 'object' ? { ...required, ...config } : config) ?? ''
      const said = parseDiscovery(`homeassistant/${component}/x/config`, mutated(random, text))
      kinds.set(said.kind, (kinds.get(said.kind) ?? 0) + 1)
      if (said.kind === 'config' && found.length < 2_000) found.push(...said.entities)
      if (said.kind === 'fault') expect(said.sentence.length).toBeLessThan(1_000)
    }
    expect([...kinds.keys()].sort()).toEqual(['config', 'fault', 'removal'])
    expect(found.length).toBeGreaterThan(1_000)
    for (let i = 0; i < 60_000; i += 1) {
      const entity = found[i % found.length]
      if (!entity) break
      const live = startLive(entity, 'x.y')
      const topics = [...entity.bindings.keys()]
      const topic = topics[Math.floor(random() * topics.length)] ?? 'none'
      const payload = payloads[Math.floor(random() * payloads.length)] ?? ''
      const applied = applyMessage(entity, live, new Message(topic, mutated(random, payload)), 1_000)
      const action = entity.capabilities.actions[Math.floor(random() * entity.capabilities.actions.length)] ?? 'turn_on'
      const parameters = junk(random)
      const plan = planCommand(
        entity,
        applied.live.state,
        action,
        typeof parameters === 'object' && parameters !== null
          ? { ...parameters }
          : { value: parameters, position: parameters, temperature: parameters },
      )
      expect(plan.kind).toBeTypeOf('string')
    }
  }, 30_000)

  it('never makes a template throw: 20,000 of them', () => {
    const random = seeded(7)
    const parts = [
      '{{',
      '}}',
      '{%',
      '%}',
      'value',
      'value_json',
      '.',
      '[',
      ']',
      '(',
      ')',
      '|',
      'float',
      'if',
      'else',
      'endif',
      'set',
      '=',
      '"a"',
      "'",
      '1',
      '~',
      '*',
      '/',
      'is',
      'not',
      'in',
      '{',
      '}',
      ',',
      ':',
      '-',
      ' ',
      'default',
      'replace',
      '%',
    ]
    for (let i = 0; i < 20_000; i += 1) {
      const source = Array.from(
        { length: 1 + Math.floor(random() * 14) },
        () => parts[Math.floor(random() * parts.length)],
      ).join(random() < 0.5 ? ' ' : '')
      const compiled = compileTemplate(random() < 0.6 ? `{{ ${source} }}` : source)
      const text = compiled.ok
        ? compiled.template.render('{"a":[1]}', () => ({ a: [1], value: 'x' }))
        : compiled.sentence
      expect(text === null || text.length <= 65_536).toBe(true)
    }
  })

  it('leaves JavaScript’s own prototypes alone', () => {
    parseDiscovery(
      'homeassistant/sensor/x/config',
      bytes('{"__proto__":{"polluted":1},"stat_t":"a","dev":{"__proto__":{"polluted":1},"ids":["1"]}}'),
    )
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })
})

describe('the size of a home', () => {
  it('takes 10,000 discovery messages in a few seconds', () => {
    const started = performance.now()
    let entities = 0
    for (let i = 0; i < 10_000; i += 1) {
      const said = parseDiscovery(
        `homeassistant/light/lamp${i}/config`,
        bytes({
          '~': `z2m/lamp${i}`,
          name: null,
          uniq_id: `lamp${i}`,
          schema: 'json',
          stat_t: '~',
          cmd_t: '~/set',
          brightness: true,
          sup_clrm: ['hs', 'color_temp'],
          avty: [{ t: 'z2m/bridge', val_tpl: '{{ value_json.state }}' }],
          dev: { ids: [`d${i}`], name: `Lamp ${i}`, sa: 'Kitchen' },
        }),
      )
      if (said.kind === 'config') entities += said.entities.length
    }
    expect(entities).toBe(10_000)
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  it('reads 20,000 state messages well within a second', () => {
    const said = parseDiscovery(
      'homeassistant/sensor/x/config',
      bytes({ stat_t: 's', val_tpl: '{{ value_json.temperature | round(1) }}', unit_of_meas: '°C', avty_t: 'up' }),
    )
    const entity = said.kind === 'config' ? said.entities[0] : undefined
    if (!entity) throw new Error('no entity')
    let live = startLive(entity, 'sensor.x')
    const messages = Array.from({ length: 20_000 }, (_, i) =>
      bytes({ temperature: 20 + (i % 50) / 7, humidity: 50, linkquality: 120, battery: 97 }),
    )
    const started = performance.now()
    for (const payload of messages) live = applyMessage(entity, live, new Message('s', payload), 1_000).live
    expect(performance.now() - started).toBeLessThan(1_000)
    expect(live.state.value).not.toBe('unknown')
  })
})

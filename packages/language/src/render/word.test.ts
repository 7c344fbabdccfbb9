import {
  saySchema,
  type Attributes,
  type CauseStep,
  type EntityRef,
  type Reading,
  type Say,
  type Scope,
} from '@tali/contracts'
import { describe, expect, it } from 'vitest'
import { did, houses, now, question, reading, result, step, timer, timeZone } from './testing/house.ts'
import { word } from './word.ts'

/** A small seeded generator (mulberry32), so that a failure can be repeated. */
function randomOf(seed: number) {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const one = <const T>(items: readonly [T, ...T[]]): T => items[Math.floor(next() * items.length)] ?? items[0]
  const many = <T>(make: () => T, most = 12): T[] => Array.from({ length: Math.floor(next() * (most + 1)) }, make)
  return { next, one, many }
}
type Random = ReturnType<typeof randomOf>

const nasty = [
  'Kitchen light',
  'Küchenlicht',
  'Blinds',
  '',
  '💡',
  '“); DROP TABLE',
  'a\nb\u202Ec',
  'null',
  'constructor',
  '__proto__',
  '$& $1',
  'x'.repeat(3_000),
  '. . .',
  'iPhone',
] as const
const domains = [
  'light',
  'cover',
  'climate',
  'lock',
  'sensor',
  'binary_sensor',
  'person',
  'scene',
  'vacuum',
  'constructor',
] as const
const classes = [null, 'window', 'temperature', 'motion', 'garage', 'toString'] as const
const values = [
  'on',
  'off',
  'open',
  'unknown',
  'unavailable',
  '21.43',
  '-0',
  '',
  'heat',
  'rinse',
  '1e400',
  '2026-11-21T17:02:30Z',
] as const
const actions = [
  'turn_on',
  'set_temperature',
  'set_cover_position',
  'unlock',
  'press',
  'volume_up',
  'nonsense',
] as const
const parameters: readonly [Attributes, ...Attributes[]] = [
  {},
  { temperature: 'x' },
  { position: 50 },
  { brightness_pct: 40, color_name: 'red' },
  { hs_color: [1] },
]
const times = [now, '2026-11-20T08:00:00Z', '2019-01-01T00:00:00Z', 'soon'] as const
const causes: [CauseStep['cause'], ...CauseStep['cause'][]] = [
  { kind: 'manual' },
  { kind: 'device' },
  { kind: 'restart' },
  { kind: 'owner', channel: 'terminal' },
  { kind: 'timer', timerId: 't', name: null },
  { kind: 'resident', residentId: 'r', name: '\u202E', channel: 'voice' },
]

function entityBy(r: Random): EntityRef {
  const [domain, name] = [r.one(domains), r.one(nasty)]
  return { id: `${domain}.x`, name, domain, deviceClass: r.one(classes), areaName: r.one([null, ...nasty]) }
}

function scopeBy(r: Random): Scope {
  return {
    areaName: r.one([null, null, ...nasty]),
    floorName: r.one([null, null, ...nasty]),
    domain: r.one([null, ...domains]),
    deviceClass: r.one(classes),
  }
}

function readingBy(r: Random): Reading {
  const ageMs = r.one([null, 0, 5_000, 90_000_000])
  const unit = r.one([null, '°C', '%', 'florps \u0000', ''])
  return reading(entityBy(r), r.one(values), { unit, ageMs, available: r.next() > 0.2, old: r.next() > 0.6 })
}

function stepBy(r: Random): CauseStep {
  return step({
    at: r.one(times),
    type: r.one([
      'tali.core.state.changed',
      'tali.core.turn.received',
      'tali.core.command.concluded',
      'tali.core.timer.started',
      'tali.core.timer.finished',
      'other',
    ]),
    entity: r.one([null, entityBy(r)]),
    cause: r.one(causes),
    from: r.one([null, ...values]),
    to: r.one([null, ...values]),
    action: r.one([null, ...actions]),
    outcome: r.one([null, 'confirmed', 'no_echo', 'constructor']),
    text: r.one([null, ...nasty]),
  })
}

const makers: readonly ((r: Random) => Say)[] = [
  (r) =>
    did(
      r.many(() =>
        result(entityBy(r), r.one(actions), {
          parameters: r.one(parameters),
          outcome: r.one(['confirmed', 'already', 'no_echo', 'failed', 'refused']),
          reason: r.one([
            null,
            'device_offline',
            'bad_parameter',
            'interrupted',
            'reports_no_state',
            'needs_resident',
            'send_failed',
          ]),
          detail: r.one([null, '2026-11-20T08:00:00Z', 'x must be from 1 to 2', ...nasty]),
          sentAt: r.one([null, ...times]),
          observed: r.one([
            null,
            { value: r.one(values), attributes: { brightness: 3, current_position: 'x', temperature: 21 } },
          ]),
        }),
      ),
      scopeBy(r),
    ),
  (r) => ({
    kind: 'value',
    what: r.one(['temperature', 'humidity', 'state', 'constructor', '']),
    scope: scopeBy(r),
    readings: r.many(() => readingBy(r)),
    mean: r.one([null, 21.437, -0.01]),
  }),
  (r) => ({
    kind: 'truth',
    question: r.one(['one', 'any', 'all']),
    state: r.one(values),
    scope: scopeBy(r),
    holds: r.next() > 0.5,
    matching: r.many(() => readingBy(r)),
    others: r.many(() => readingBy(r)),
  }),
  (r) => ({
    kind: 'set',
    question: r.one(['which', 'count']),
    state: r.one(values),
    scope: scopeBy(r),
    matching: r.many(() => readingBy(r)),
    others: r.many(() => readingBy(r)),
  }),
  (r) => ({ kind: r.one(['time', 'date']), at: r.one(times), timeZone: r.one(['UTC', 'Asia/Tokyo']) }),
  (r) => ({
    kind: 'timer',
    event: r.one([
      'started',
      'changed',
      'paused',
      'resumed',
      'cancelled',
      'cancelled_all',
      'status',
      'finished',
      'ambiguous',
      'too_many',
    ]),
    timers: r.many(() =>
      timer(r.one([null, ...nasty]), { endsAt: r.one(times), remainingSeconds: r.one([0, -3, 61, 90_061]) }),
    ),
  }),
  (r) => ({
    kind: 'list',
    event: r.one(['added', 'completed', 'shown', 'not_on_list']),
    items: r.many(() => ({ id: 'i', text: r.one(nasty), done: r.next() > 0.5 }), 40),
    text: r.one([null, ...nasty]),
  }),
  (r) => ({
    kind: 'ask',
    about: r.one(['entity', 'area', 'confirmation']),
    said: r.one([null, ...nasty]),
    action: r.one(actions),
    parameters: r.one([{}, { temperature: 21 }]),
    entities: r.many(() => entityBy(r)),
    question: question(
      r.many(
        () => ({
          id: 'light.x',
          label: r.one(nasty),
          kind: r.one(['entity', 'area', 'yes']),
          hint: r.one([null, ...nasty]),
        }),
        4,
      ),
    ),
  }),
  (r) => ({
    kind: 'not_understood',
    why: r.one(['no_match', 'unknown_name', 'unknown_area', 'nothing_there', 'not_supported', 'empty', 'too_long']),
    said: r.one([null, ...nasty]),
    scope: scopeBy(r),
    known: r.many(() => r.one(nasty)),
  }),
  (r) => ({
    kind: 'why',
    entity: r.one([null, entityBy(r)]),
    asked: { state: null },
    chain: r.many(() => stepBy(r), 6),
  }),
  (r) => ({
    kind: 'happened',
    scope: scopeBy(r),
    entity: r.one([null, entityBy(r)]),
    from: r.one(times),
    to: r.one(times),
    period: r.one([null, 'this_morning', 'constructor']),
    steps: r.many(() => stepBy(r), 40),
    more: r.one([0, 7]),
  }),
  (r) => ({ kind: 'trouble', code: r.one(nasty) }),
]

describe('whatever there is to say', () => {
  it('is worded, in bounds, without symbols for the ear (seeds 1 to 3000)', () => {
    for (let seed = 1; seed <= 3_000; seed += 1) {
      const r = randomOf(seed)
      const say = saySchema.parse(r.one([makers[seed % makers.length] ?? (() => did([]))])(r))
      for (const language of ['en', 'de']) {
        const tone = r.one(['plain', 'warm', 'brief'])
        const { text, speech } = word(say, { language, tone, now, timeZone })
        const told = `seed ${seed} ${language} ${tone}: ${text} | ${speech}`
        expect(text, told).toMatch(/\S/)
        expect(speech, told).toMatch(/^[\p{L}\p{M}\p{N} .,:;'’?!-]+$/u)
        expect(text + speech, told).not.toMatch(/undefined|NaN|\[object|Infinity|function|native code/)
        expect(text.replaceAll('\n', ''), told).not.toMatch(/[\p{Cc}\p{Cf}]| {2}| [,.;]/u)
        if (say.kind !== 'happened') expect(text, told).not.toContain('\n')
        expect(text.length, told).toBeLessThan(6_000)
        expect(speech.length, told).toBeLessThan(1_500)
      }
    }
  })

  it('is worded the same each time', () => {
    const say = did([result(houses.en.kitchenLight, 'turn_on')])
    const options = { language: 'en', tone: 'plain', now, timeZone } as const
    expect(word(say, options)).toEqual(word(say, options))
  })
})

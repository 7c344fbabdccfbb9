import { homeFileSchema } from '@tali/contracts'
import { describe, expect, it } from 'vitest'
import {
  demoFloorPlan,
  openDemoHome,
  type DemoHome,
  type DemoHomeOptions,
  type EdgeEvents,
  type Language,
  type OpenEdge,
  type Outgoing,
} from '../src/index.ts'
import { FakeClock, utcMinuteOfDay } from './fake-clock.ts'
import { Listener } from './listener.ts'

/** The demo home on a fake clock, its edge recorded, with somebody who listens. */
class Visit {
  readonly clock: FakeClock
  readonly listener = new Listener()
  readonly said: Outgoing[] = []
  readonly home: DemoHome
  subscriptions: readonly string[] = []
  closed = false
  #events: EdgeEvents | null = null

  constructor(start = '2026-11-21T12:00:00Z', options: Partial<DemoHomeOptions> = {}) {
    this.clock = new FakeClock(start)
    const openEdge: OpenEdge = ({ subscriptions }, events) => {
      this.subscriptions = subscriptions
      this.#events = events
      return {
        send: (message) => {
          this.said.push(message)
          this.listener.hear(message.topic, message.payload, this.clock.now(), message.retain)
        },
        [Symbol.asyncDispose]: async () => {
          this.closed = true
        },
      }
    }
    this.home = openDemoHome({
      url: 'mqtt://nowhere',
      clock: this.clock,
      minuteOfDay: utcMinuteOfDay,
      openEdge,
      ...options,
    })
    this.connect()
  }

  connect(): void {
    this.#events?.connected()
  }

  publish(topic: string, payload: string): void {
    this.#events?.message(topic, payload)
  }

  /** Carries a command out as TALI would, and lets the device answer. */
  command(id: string, action: string, parameters: Record<string, unknown> = {}) {
    const plan = this.listener.plan(id, action, parameters)
    if (plan.kind === 'send') for (const { topic, payload } of plan.messages) this.publish(topic, payload)
    this.clock.advance(400)
    return this.listener.answers(id, plan) ?? plan.kind
  }
}

describe('the demo home', () => {
  it.each<Language>(['en', 'de'])('introduces itself by discovery without a fault, in %s', (language) => {
    const { listener, said, subscriptions } = new Visit(undefined, { language })
    expect(listener.faults).toEqual([])
    expect(listener.ignored).toEqual([])
    expect(listener.entities.size).toBeGreaterThanOrEqual(60)
    expect(subscriptions).toEqual(['demo/+/set/#', 'homeassistant/status'])
    const areas = new Set(
      [...listener.entities.values()].map(({ entity }) => entity.device?.suggestedArea).filter((area) => area !== null),
    )
    expect(areas.size).toBe(8)
    const forms = new Set(
      said
        .filter(({ topic }) => topic.startsWith('homeassistant/'))
        .map(({ topic }) => topic.split('/')[1] === 'device'),
    )
    expect(forms.size).toBe(2)
    expect(said.filter(({ topic }) => topic.endsWith('/config')).every(({ retain }) => retain)).toBe(true)
  })

  it('is named in the language that was asked for', () => {
    expect(new Visit().listener.state('light.kitchen_light')).toBe('off')
    const german = new Visit(undefined, { language: 'de' }).listener
    expect([german.state('light.kuchenlicht'), german.available('binary_sensor.haustur')]).toEqual(['off', true])
  })

  it('has only the printer out of reach', () => {
    const { listener } = new Visit()
    const away = [...listener.entities.values()].filter(({ live }) => !live.state.available)
    expect([...new Set(away.map(({ entity }) => entity.device?.name))]).toEqual(['Printer'])
  })

  it.each<[string, string, Record<string, unknown>, string]>([
    ['light.kitchen_light', 'turn_on', { brightness_pct: 40, color_temp_kelvin: 2700 }, 'met'],
    ['light.counter_light', 'turn_on', { brightness_pct: 55 }, 'met'],
    ['light.living_room_lamp', 'turn_on', { color_name: 'blue' }, 'met'],
    ['light.garage_light', 'toggle', {}, 'met'],
    ['switch.coffee_machine', 'turn_on', {}, 'met'],
    ['cover.terrace_shutter', 'set_cover_position', { position: 30 }, 'on_the_way'],
    ['cover.garage_door', 'open_cover', {}, 'on_the_way'],
    ['climate.office_thermostat', 'set_temperature', { temperature: 23.5 }, 'met'],
    ['climate.office_thermostat', 'set_hvac_mode', { hvac_mode: 'off' }, 'met'],
    ['climate.office_thermostat', 'set_preset_mode', { preset_mode: 'eco' }, 'met'],
    ['water_heater.water_heater', 'set_temperature', { temperature: 55 }, 'met'],
    ['lock.front_door_lock', 'unlock', {}, 'on_the_way'],
    ['alarm_control_panel.alarm_system', 'alarm_arm_night', {}, 'on_the_way'],
    ['siren.siren', 'turn_on', { duration: 5 }, 'met'],
    ['valve.garden_water_valve', 'open_valve', {}, 'met'],
    ['fan.bedroom_fan', 'turn_on', { percentage: 75 }, 'met'],
    ['fan.bedroom_fan', 'oscillate', { oscillating: true }, 'met'],
    ['vacuum.robot_vacuum', 'start', {}, 'met'],
    ['vacuum.robot_vacuum', 'set_fan_speed', { fan_speed: 'max' }, 'met'],
    ['media_player.television', 'media_play', {}, 'met'],
    ['media_player.television', 'volume_set', { volume_level: 0.6 }, 'met'],
    ['media_player.television', 'volume_mute', { is_volume_muted: true }, 'met'],
    ['media_player.television', 'select_source', { source: 'HDMI 1' }, 'met'],
    ['scene.movie_night', 'turn_on', {}, 'send'],
    ['button.restart_router', 'press', {}, 'send'],
    ['sensor.kitchen_temperature', 'turn_on', {}, 'not_supported'],
  ])('%s obeys %s %j', (id, action, parameters, answer) => {
    expect(new Visit().command(id, action, parameters)).toBe(answer)
  })

  it('answers after 30 to 300 ms', () => {
    const visit = new Visit()
    visit.publish('demo/kitchen_light/set', '{"state":"ON"}')
    visit.clock.advance(25)
    expect(visit.listener.state('light.kitchen_light')).toBe('off')
    visit.clock.advance(280)
    expect(visit.listener.state('light.kitchen_light')).toBe('on')
  })

  it('moves covers over seconds, and stops them where they are', () => {
    const visit = new Visit()
    visit.command('cover.garage_door', 'open_cover')
    visit.clock.advance(5_000)
    expect(visit.listener.state('cover.garage_door')).toBe('opening')
    expect(visit.command('cover.garage_door', 'stop_cover')).toBe('met')
    const position = visit.listener.attribute('cover.garage_door', 'current_position')
    expect(position).toBeGreaterThan(20)
    expect(position).toBeLessThan(60)
    visit.command('cover.garage_door', 'close_cover')
    visit.clock.advance(20_000)
    expect([
      visit.listener.state('cover.garage_door'),
      visit.listener.attribute('cover.garage_door', 'current_position'),
    ]).toEqual(['closed', 0])
  })

  it('turns the lock, arms the alarm, cleans and comes home', () => {
    const visit = new Visit()
    visit.command('lock.front_door_lock', 'unlock')
    visit.command('alarm_control_panel.alarm_system', 'alarm_arm_away')
    visit.command('vacuum.robot_vacuum', 'start')
    visit.clock.advance(12_000)
    expect([
      visit.listener.state('lock.front_door_lock'),
      visit.listener.state('alarm_control_panel.alarm_system'),
    ]).toEqual(['unlocked', 'armed_away'])
    visit.clock.advance(45 * 60_000)
    expect(visit.listener.state('vacuum.robot_vacuum')).toBe('docked')
  })

  it('loses about every third command to the shelf light, and all to the printer', () => {
    const visit = new Visit()
    const answers = Array.from({ length: 90 }, () => visit.command('light.shelf_light', 'toggle'))
    const lost = answers.filter((answer) => answer === 'no').length
    expect(lost).toBeGreaterThan(18)
    expect(lost).toBeLessThan(45)
    expect(visit.command('switch.printer', 'turn_on')).toBe('no')
  })

  it('sets a scene', () => {
    const visit = new Visit()
    visit.command('scene.movie_night', 'turn_on')
    visit.clock.advance(30_000)
    expect([
      visit.listener.state('media_player.television'),
      visit.listener.state('cover.terrace_shutter'),
      visit.listener.attribute('light.living_room_lamp', 'brightness'),
    ]).toEqual(['playing', 'closed', 40])
  })

  it('shrugs at nonsense', () => {
    const visit = new Visit()
    const before = visit.said.length
    for (const payload of [
      '',
      'x',
      '{"state":',
      'null',
      '[]',
      '{"brightness":"x"}',
      '9e99',
      '{"__proto__":{}}',
      '\u0000',
    ]) {
      for (const { spec } of [...visit.listener.entities.values()].map(({ entity }) => ({
        spec: entity.uniqueId?.replace('demo_', '') ?? '',
      })))
        visit.publish(`demo/${spec}/set/position`, payload)
      visit.publish('demo/kitchen_light/set', payload)
      visit.publish('demo/../set', payload)
      visit.publish('elsewhere', payload)
    }
    visit.clock.advance(1_000)
    expect(visit.said.length - before).toBeLessThan(60)
    expect(visit.listener.ignored).toEqual([])
  })

  it('lives through a day: calm, and with everything that belongs to it', () => {
    const visit = new Visit('2026-11-21T00:00:00Z')
    const before = visit.said.length
    const seen = new Map<string, Set<string>>()
    for (let quarter = 0; quarter < 24 * 4 * 15; quarter += 1) {
      visit.clock.advance(60_000)
      for (const [id, { live }] of visit.listener.entities)
        seen.set(id, (seen.get(id) ?? new Set()).add(live.state.value))
    }
    const perMinute = (visit.said.length - before) / (24 * 60)
    expect(perMinute).toBeGreaterThan(0.5)
    expect(perMinute).toBeLessThan(6)
    expect(visit.listener.ignored).toEqual([])
    const values = (id: string) => [...(seen.get(id) ?? [])].sort()
    expect(values('binary_sensor.kitchen_motion')).toEqual(['off', 'on'])
    expect(values('device_tracker.anna')).toEqual(['home', 'not_home'])
    expect(values('lock.front_door_lock')).toContain('locked')
    expect(values('light.living_room_lamp')).toEqual(['off', 'on'])
    expect(values('vacuum.robot_vacuum')).toEqual(expect.arrayContaining(['cleaning', 'docked']))
    expect(values('media_player.television')).toEqual(['off', 'playing'])
    expect(values('cover.kitchen_blind')).toContain('open')
    const numbers = (id: string) => values(id).map(Number)
    expect(
      Math.max(...numbers('sensor.bathroom_humidity')) - Math.min(...numbers('sensor.bathroom_humidity')),
    ).toBeGreaterThan(8)
    expect(Math.max(...numbers('sensor.coffee_machine_power'))).toBeGreaterThan(1_000)
    const warmth = numbers('sensor.living_room_temperature')
    expect([Math.min(...warmth) > 16, Math.max(...warmth) < 26, warmth.length > 5]).toEqual([true, true, true])
  })

  it('is the same house for the same seed, and another for another', () => {
    const hour = (seed: number) => {
      const visit = new Visit(undefined, { seed })
      visit.clock.advance(3_600_000)
      return JSON.stringify(visit.said)
    }
    expect(hour(7)).toBe(hour(7))
    expect(hour(7)).not.toBe(hour(8))
  })

  it('introduces itself again when Home Assistant or the connection comes back, without old events', () => {
    const visit = new Visit()
    for (const again of [() => visit.publish('homeassistant/status', 'online'), () => visit.connect()]) {
      const before = visit.said.length
      again()
      const fresh = visit.said.slice(before)
      expect(fresh.filter(({ topic }) => topic.endsWith('/config')).length).toBeGreaterThan(60)
      expect(fresh.every(({ retain }) => retain)).toBe(true)
    }
    visit.publish('homeassistant/status', 'offline')
  })

  it('lets the hours of a sleep pass unheard', () => {
    const visit = new Visit()
    const before = visit.said.length
    visit.clock.sleep(8 * 3_600_000)
    visit.clock.advance(1_000)
    const fresh = visit.said.slice(before)
    expect(fresh.filter(({ topic }) => topic.endsWith('/config')).length).toBeGreaterThan(60)
    expect(fresh.length).toBeLessThan(320)
  })

  it('says goodbye and leaves nothing waiting', async () => {
    const visit = new Visit()
    await visit.home[Symbol.asyncDispose]()
    expect(visit.said.at(-1)).toEqual({ topic: 'demo/bridge/state', payload: '{"state":"offline"}', retain: true })
    expect([visit.clock.waiting, visit.closed, visit.listener.available('light.kitchen_light')]).toEqual([
      0,
      true,
      false,
    ])
  })
})

describe('demoFloorPlan', () => {
  it.each<Language>(['en', 'de'])('is a home file of things that the house has, in %s', (language) => {
    const plan = demoFloorPlan(language)
    expect(homeFileSchema.parse(plan).floors.flatMap((floor) => floor.areas)).toHaveLength(8)
    const { listener } = new Visit(undefined, { language })
    const known = new Set([...listener.entities.values()].map(({ entity }) => entity.uniqueId))
    expect(plan.entities.filter(({ unique_id: id }) => !known.has(id))).toEqual([])
    const areas = new Set([...listener.entities.values()].map(({ entity }) => entity.device?.suggestedArea))
    expect(plan.floors.flatMap((floor) => floor.areas).every(({ name }) => areas.has(name))).toBe(true)
  })
})

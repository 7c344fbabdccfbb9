import { Agenda } from './agenda.ts'
import type { Device, Surroundings } from './device.ts'
import { bridgeOffline, bridgeOnline, bridgeTopic } from './discovery.ts'
import { areaIds, type AreaId } from './floor-plan.ts'
import { inventory, scenes } from './inventory.ts'
import type { Language } from './language.ts'
import { between, seededRandom, type Random } from './random.ts'
import { drift, startRooms, type Room } from './rooms.ts'
import { minutesUntilVisit, nextVisit, planDay, type Deed } from './routine.ts'

/** A message of the house. */
export interface Outgoing {
  readonly topic: string
  readonly payload: string
  readonly retain: boolean
}

export interface HouseOptions {
  readonly seed: number
  readonly language: Language
  readonly startAt: number
  /** Minutes after midnight where the house stands, of a time in epoch ms. */
  readonly minuteOfDay: (now: number) => number
  /** Takes every message, as it is sent. */
  readonly send: (message: Outgoing) => void
}

/** Every topic that the house takes commands on, as an MQTT filter. */
export const commandFilter = 'demo/+/set/#'
const commandTopic = /^demo\/([a-z_]+)\/set(?:\/([a-z_]+))?$/

const minute = 60_000

/**
 * The simulated house: devices, rooms and people on one agenda. It has no clock and no network: `run` lets time pass,
 * `take` hands it a command, and what it says goes to `send`. The same seed and the same calls bring the same messages.
 */
export class House {
  readonly #options: HouseOptions
  readonly #random: Random
  readonly #agenda = new Agenda()
  readonly #devices: ReadonlyMap<string, Device>
  readonly #rooms: Map<AreaId, Room>
  /** What was said last on each topic: only what differs is said again. */
  readonly #said = new Map<string, string>()
  readonly #wentOnAt = new Map<string, number>()
  #now: number

  constructor(options: HouseOptions) {
    this.#options = options
    this.#now = options.startAt
    this.#random = seededRandom(options.seed)
    this.#devices = new Map(inventory(this.#random).map((device) => [device.spec.id, device]))
    this.#rooms = startRooms(this.#random)
    for (const device of this.#devices.values()) {
      device.advance(this.#around(device, this.#now, 0))
      this.#goOn(device, this.#now)
    }
    this.#agenda.also(this.#now + minute, (now) => this.#drift(now))
    this.#agenda.also(this.#now + between(this.#random, 0.2, 1) * minute, (now) => this.#visit(now))
    this.#planRestOfDay(this.#now)
  }

  /** When something happens next by itself, in epoch ms. */
  get nextAt(): number {
    return this.#agenda.nextAt ?? this.#now + minute
  }

  /** Lets time pass up to `now`. */
  run(now: number): void {
    this.#agenda.run(now)
    this.#now = Math.max(this.#now, now)
  }

  /** Says everything: that it is there, what there is, and how it stands. After connecting, and when asked to. */
  introduce(): void {
    this.#send(bridgeTopic, bridgeOnline)
    for (const device of this.#devices.values()) {
      for (const { topic, payload } of device.announce(this.#options.language)) this.#send(topic, payload)
      this.#send(`demo/${device.spec.id}/availability`, device.quirks.offline ? bridgeOffline : bridgeOnline)
    }
    this.#said.clear()
    for (const device of this.#devices.values()) this.#report(device, { events: false })
  }

  /** Says that the house is leaving. */
  leave(): void {
    this.#send(bridgeTopic, bridgeOffline)
  }

  /** A message on a command topic. The device answers after 30–300 ms, or not at all. */
  take(topic: string, payload: string, now: number): void {
    const [, id = '', what = ''] = commandTopic.exec(topic) ?? []
    const device = this.#devices.get(id)
    if (!device || device.quirks.offline) return
    const delay = between(this.#random, 30, 300)
    if (this.#random() < (device.quirks.loses ?? 0)) return
    this.#agenda.also(now + delay, (at) => this.#obey(device, what, payload, at))
  }

  #obey(device: Device, what: string, payload: string, now: number): void {
    if (!device.obey(what, payload)) return
    this.#report(device, { repeat: true })
    this.#goOn(device, now)
    for (const [id, part, wish] of scenes[device.spec.id] ?? [])
      this.take(`demo/${id}/set${part === '' ? '' : `/${part}`}`, wish, now)
    // The siren is part of the alarm system.
    if (device.spec.id === 'alarm' && (payload === 'TRIGGER' || payload === 'DISARM')) {
      this.take('demo/siren/set', JSON.stringify({ state: payload === 'TRIGGER' ? 'ON' : 'OFF' }), now)
    }
  }

  /** What people and the world do to a device; nobody commanded it. */
  #happen(id: string, what: string, value: string, now: number): void {
    const device = this.#devices.get(id)
    if (!device || device.quirks.offline || !device.happen(what, value)) return
    this.#report(device)
    this.#goOn(device, now)
  }

  /** Puts down when the device goes on by itself, if it does. */
  #goOn(device: Device, now: number): void {
    const { id } = device.spec
    const ms = device.quirks.offline ? null : device.restless()
    this.#wentOnAt.set(id, now)
    if (ms === null) {
      this.#agenda.drop(id)
      return
    }
    this.#agenda.put(id, now + ms, (at) => {
      device.advance(this.#around(device, at, (at - (this.#wentOnAt.get(id) ?? at)) / 1_000))
      this.#report(device)
      this.#goOn(device, at)
    })
  }

  /** What is around a device; one that belongs to no room stands in the hallway. */
  #around(device: Device, now: number, seconds: number): Surroundings {
    const room = this.#rooms.get(device.spec.area ?? 'hallway')
    return { now, seconds, temperature: room?.temperature ?? 20, humidity: room?.humidity ?? 45, random: this.#random }
  }

  /** Says what differs from what was said; with `repeat`, the first of it in any case, as an answer. */
  #report(device: Device, { repeat = false, events = true } = {}): void {
    if (device.quirks.offline) return
    device.report().forEach(({ suffix, payload, event }, place) => {
      const topic = `demo/${device.spec.id}${suffix}`
      const same = this.#said.get(topic) === payload
      if ((same && !(repeat && place === 0)) || (event && !events)) return
      this.#said.set(topic, payload)
      this.#send(topic, payload, !event)
    })
  }

  #send(topic: string, payload: string, retain = true): void {
    this.#options.send({ topic, payload, retain })
  }

  #drift(now: number): void {
    const around = { now, seconds: 60, minuteOfDay: this.#options.minuteOfDay(now), random: this.#random }
    for (const id of areaIds) {
      const room = this.#rooms.get(id)
      if (!room) continue
      const effects = [...this.#devices.values()]
        .filter((device) => device.spec.area === id)
        .map((device) => device.effects())
      const influence = {
        heating: effects.some((effect) => effect.heating),
        airing: effects.some((effect) => effect.airing),
      }
      this.#rooms.set(id, drift(id, room, influence, around))
    }
    this.#agenda.also(now + minute, (at) => this.#drift(at))
  }

  /** Somebody comes into a room, perhaps switches its light, and leaves. */
  #visit(now: number): void {
    const minuteOfDay = this.#options.minuteOfDay(now)
    const { area, minutes, light } = nextVisit(minuteOfDay, this.#random)
    const leaves = now + minutes * minute
    this.#happen(`${area}_motion`, 'motion', 'on', now)
    this.#agenda.put(`${area} motion`, leaves, (at) => this.#happen(`${area}_motion`, 'motion', 'off', at))
    if (light)
      this.#agenda.also(now + between(this.#random, 1, 4) * 1_000, (at) =>
        this.#do({ at: 0, device: light, what: 'on', value: '' }, at),
      )
    if (light) this.#agenda.also(leaves - 2_000, (at) => this.#do({ at: 0, device: light, what: 'off', value: '' }, at))
    this.#agenda.also(now + minutesUntilVisit(minuteOfDay, this.#random) * minute, (at) => this.#visit(at))
  }

  #planRestOfDay(now: number): void {
    const minutesNow = this.#options.minuteOfDay(now)
    const midnight = now - minutesNow * minute
    for (const deed of planDay(this.#random))
      if (deed.at > minutesNow) this.#agenda.also(midnight + deed.at * minute, (at) => this.#do(deed, at))
    this.#agenda.also(midnight + 24 * 60 * minute + 1_000, (at) => this.#planRestOfDay(at))
  }

  #do({ device, what, value }: Deed, now: number): void {
    if (device === 'shower') return this.#shower(Number(value), now)
    if (device === 'leaves' || device === 'returns') return this.#pass(what, device === 'leaves' ? 'away' : 'home', now)
    if (what === 'start') {
      this.take(`demo/${device}/set`, 'start', now)
      return
    }
    // A wall switch toggles; one that wants light looks first.
    if (what === 'on' || what === 'off') {
      const lit = this.#devices.get(device)?.effects().light === true
      if (lit === (what === 'on')) return
      this.#happen(device, 'switch', '', now)
      return
    }
    this.#happen(device, what, value, now)
  }

  #shower(minutes: number, now: number): void {
    const room = this.#rooms.get('bathroom')
    if (room) this.#rooms.set('bathroom', { ...room, steamUntil: now + minutes * minute })
    this.#happen('bathroom_motion', 'motion', 'on', now)
    this.#agenda.put('bathroom motion', now + minutes * minute, (at) =>
      this.#happen('bathroom_motion', 'motion', 'off', at),
    )
    this.#happen('water_heater', 'drawn', '6', now)
  }

  /** Through the front door: key, door, phone. */
  #pass(who: string, where: 'home' | 'away', now: number): void {
    const steps: [seconds: number, device: string, what: string, value: string][] = [
      [0, 'hallway_motion', 'motion', 'on'],
      [4, 'front_door_lock', 'key', 'unlock'],
      [6, 'front_door', 'door', 'on'],
      [18, 'front_door', 'door', 'off'],
      [25, 'front_door_lock', 'key', 'lock'],
      [80, 'hallway_motion', 'motion', 'off'],
      [where === 'home' ? 8 : 240, who, 'go', where],
    ]
    for (const [seconds, device, what, value] of steps)
      this.#agenda.also(now + seconds * 1_000, (at) => this.#happen(device, what, value, at))
  }
}

import type { AreaId } from './floor-plan.ts'
import { between, type Random } from './random.ts'

/** What somebody, or the world, does to a device. */
export interface Deed {
  /** Minutes after midnight. */
  readonly at: number
  readonly device: string
  readonly what: string
  readonly value: string
}

/** A visit to a room: motion, and perhaps the wall switch. */
export interface Visit {
  readonly area: AreaId
  readonly minutes: number
  readonly light: string | null
}

/** The household's day: when, give or take so many minutes, who does what. */
const day: readonly (readonly [
  hour: number,
  minute: number,
  spread: number,
  device: string,
  what: string,
  value: string,
])[] = [
  [6, 40, 10, 'bedroom_light', 'switch', ''],
  [6, 45, 6, 'bedroom_curtain', 'move', '100'],
  [6, 50, 5, 'shower', 'start', '12'],
  [6, 30, 8, 'towel_rail', 'use', '75'],
  [6, 52, 4, 'bathroom_fan', 'switch', 'on'],
  [7, 12, 5, 'bathroom_fan', 'switch', 'off'],
  [7, 10, 6, 'coffee_machine', 'use', '5'],
  [7, 15, 6, 'kitchen_radio', 'use', 'on'],
  [7, 25, 10, 'kitchen_blind', 'move', '100'],
  [7, 30, 10, 'terrace_shutter', 'move', '100'],
  [7, 40, 10, 'bedroom_window', 'window', 'on'],
  [7, 58, 6, 'bedroom_window', 'window', 'off'],
  [8, 5, 5, 'kitchen_radio', 'use', 'off'],
  [8, 10, 6, 'leaves', 'ben', ''],
  [8, 40, 10, 'kids_blind', 'move', '100'],
  [10, 20, 30, 'vacuum', 'start', ''],
  [11, 30, 60, 'doorbell', 'press', 'ring'],
  [12, 40, 20, 'coffee_machine', 'use', '4'],
  [13, 15, 20, 'kitchen_window', 'window', 'on'],
  [13, 35, 10, 'kitchen_window', 'window', 'off'],
  [14, 30, 60, 'leaves', 'anna', ''],
  [16, 10, 20, 'returns', 'anna', ''],
  [16, 30, 30, 'washing_machine', 'use', '75'],
  [17, 30, 15, 'returns', 'ben', ''],
  [17, 45, 10, 'car_charger', 'use', '180'],
  [18, 5, 15, 'kitchen_light', 'on', ''],
  [18, 40, 15, 'story_player', 'use', 'on'],
  [19, 20, 10, 'story_player', 'use', 'off'],
  [19, 30, 15, 'kids_blind', 'move', '0'],
  [19, 45, 20, 'dishwasher', 'use', '95'],
  [20, 10, 15, 'television', 'use', 'on'],
  [20, 12, 10, 'living_room_lamp', 'on', ''],
  [20, 30, 20, 'terrace_shutter', 'move', '0'],
  [22, 30, 20, 'television', 'use', 'off'],
  [22, 40, 10, 'living_room_lamp', 'off', ''],
  [22, 45, 10, 'bedside_button', 'press', 'single'],
  [22, 50, 10, 'bedroom_curtain', 'move', '0'],
  [23, 0, 10, 'kitchen_light', 'off', ''],
  [23, 5, 10, 'front_door_lock', 'key', 'lock'],
]

/** A day's deeds in their order, as chance has them today. */
export function planDay(random: Random): Deed[] {
  const deeds = day.map(([hour, minute, spread, device, what, value]) => ({
    at: hour * 60 + minute + between(random, -spread / 2, spread / 2),
    device,
    what,
    value,
  }))
  return deeds.sort((a, b) => a.at - b.at)
}

/** Rooms that one goes to, how often by day and in the evening, and the light by their door. */
const rooms: readonly (readonly [area: AreaId, day: number, evening: number, light: string])[] = [
  ['kitchen', 4, 3, 'counter_light'],
  ['living_room', 2, 5, 'floor_lamp'],
  ['hallway', 4, 3, 'hallway_light'],
  ['bathroom', 2, 2, 'bathroom_light'],
  ['office', 4, 1, 'office_light'],
  ['garage', 0.5, 0.3, 'garage_light'],
]

/** Where somebody goes next. By night it is the bathroom, if anywhere. */
export function nextVisit(minuteOfDay: number, random: Random): Visit {
  const night = minuteOfDay < 6 * 60 || minuteOfDay >= 23.5 * 60
  const evening = minuteOfDay >= 17 * 60
  const dark = evening || minuteOfDay < 8 * 60
  if (night) return { area: 'bathroom', minutes: between(random, 2, 4), light: 'mirror_light' }
  const total = rooms.reduce((sum, [, byDay, later]) => sum + (evening ? later : byDay), 0)
  let chance = random() * total
  const found = rooms.find(([, byDay, later]) => (chance -= evening ? later : byDay) < 0)
  const [area, , , light] = found ?? ['hallway', 0, 0, 'hallway_light']
  return { area, minutes: between(random, 1, 3), light: dark && random() < 0.45 ? light : null }
}

/** Minutes until somebody moves again. */
export function minutesUntilVisit(minuteOfDay: number, random: Random): number {
  const night = minuteOfDay < 6 * 60 || minuteOfDay >= 23.5 * 60
  return night ? between(random, 90, 240) : between(random, 2, 9)
}

import { areas, areaIds, type AreaId } from './floor-plan.ts'
import { between, type Random } from './random.ts'

/** The air of a room. */
export interface Room {
  readonly temperature: number
  readonly humidity: number
  /** Until when somebody showers, in epoch ms. */
  readonly steamUntil: number
}

export interface Influence {
  readonly heating: boolean
  readonly airing: boolean
}

/** Degrees outside at a minute of the day: coldest before sunrise, warmest in the early afternoon. */
export function outside(minuteOfDay: number, mean = 9): number {
  return mean + 5 * Math.sin(((minuteOfDay - 9 * 60) / (24 * 60)) * 2 * Math.PI)
}

export function startRooms(random: Random): Map<AreaId, Room> {
  return new Map(
    areaIds.map((id) => [
      id,
      {
        temperature: 20.3 + areas[id].warmth + between(random, -0.3, 0.3),
        humidity: between(random, 40, 50),
        steamUntil: 0,
      },
    ]),
  )
}

/** A room some seconds later: it loses warmth to the outside, gains it from its radiator, and dries out after a shower. */
export function drift(
  id: AreaId,
  room: Room,
  influence: Influence,
  around: { now: number; seconds: number; minuteOfDay: number; random: Random },
): Room {
  const hours = around.seconds / 3_600
  const cold = outside(around.minuteOfDay)
  const base = 19.6 + areas[id].warmth
  const loss = (room.temperature - cold) * (influence.airing ? 0.5 : 0.035)
  const inner = (base - room.temperature) * 0.25
  const steam = around.now < room.steamUntil
  const dry = 45 + areas[id].warmth
  const humidity = room.humidity + (steam ? 95 : (dry - room.humidity) * (influence.airing ? 4 : 1.2)) * hours
  return {
    ...room,
    temperature:
      room.temperature + (inner - loss + (influence.heating ? 2.4 : 0) + between(around.random, -0.15, 0.15)) * hours,
    humidity: Math.min(92, Math.max(25, humidity + between(around.random, -1, 1) * hours)),
  }
}

import { named, type Language, type Named } from './language.ts'

/** A room of the demo home. */
export interface Area {
  readonly name: Named
  /** Other words for it, in each language. */
  readonly aliases: Readonly<Record<Language, readonly string[]>>
  /** Degrees that it is cooler or warmer than the house. */
  readonly warmth: number
}

export const areas = {
  kitchen: { name: named('Kitchen', 'Küche'), aliases: { en: [], de: [] }, warmth: 0.4 },
  living_room: { name: named('Living room', 'Wohnzimmer'), aliases: { en: ['Lounge'], de: ['Stube'] }, warmth: 0.6 },
  hallway: { name: named('Hallway', 'Flur'), aliases: { en: ['Hall'], de: ['Diele'] }, warmth: -1.2 },
  garage: { name: named('Garage', 'Garage'), aliases: { en: [], de: [] }, warmth: -6 },
  bedroom: { name: named('Bedroom', 'Schlafzimmer'), aliases: { en: ['Master bedroom'], de: [] }, warmth: -2 },
  kids_room: {
    name: named("Kids' room", 'Kinderzimmer'),
    aliases: { en: ["Children's room", 'Nursery'], de: [] },
    warmth: 0,
  },
  bathroom: { name: named('Bathroom', 'Badezimmer'), aliases: { en: ['Bath'], de: ['Bad'] }, warmth: 1.2 },
  office: { name: named('Office', 'Arbeitszimmer'), aliases: { en: ['Study'], de: ['Büro'] }, warmth: -0.4 },
} as const satisfies Record<string, Area>
export type AreaId = keyof typeof areas
export const areaIds = Object.keys(areas).filter((id): id is AreaId => Object.hasOwn(areas, id))

export const floors = [
  {
    name: named('Ground floor', 'Erdgeschoss'),
    aliases: { en: ['Downstairs'], de: ['Unten', 'EG'] },
    level: 0,
    areas: ['kitchen', 'living_room', 'hallway', 'garage'],
  },
  {
    name: named('First floor', 'Obergeschoss'),
    aliases: { en: ['Upstairs', 'Upper floor'], de: ['Oben', 'OG', 'Erster Stock'] },
    level: 1,
    areas: ['bedroom', 'kids_room', 'bathroom', 'office'],
  },
] as const satisfies readonly {
  name: Named
  aliases: Record<Language, readonly string[]>
  level: number
  areas: readonly AreaId[]
}[]

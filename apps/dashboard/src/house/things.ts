import type { Area, Entity, Floor, Home } from '@tali/contracts'
import type { LiveHome } from '../data/live.ts'
import type { Thing } from '../home/summary.ts'

/** Entities with their states; whoever asks while drawing is drawn anew when one of them changes. */
export function thingsOf(entities: Entity[], live: LiveHome): Thing[] {
  return entities.map((entity) => ({ entity, state: live.state(entity.id).value }))
}

export function entitiesOf(home: Home, areaId: string | null): Entity[] {
  const known = new Set(home.areas.map((area) => area.id))
  return home.entities.filter((entity) =>
    areaId === null ? entity.areaId === null || !known.has(entity.areaId) : entity.areaId === areaId,
  )
}

/** Floors from the ground up, each with its areas; areas without a floor come last. Floors without areas are left out. */
export function floorsOf(home: Home): { floor: Floor | null; areas: Area[] }[] {
  const floors = home.floors.toSorted((a, b) => (a.level ?? 99) - (b.level ?? 99))
  const known = new Set(floors.map((floor) => floor.id))
  const sections = [
    ...floors.map((floor) => ({ floor, areas: home.areas.filter((area) => area.floorId === floor.id) })),
    { floor: null, areas: home.areas.filter((area) => area.floorId === null || !known.has(area.floorId)) },
  ]
  return sections.filter(({ areas }) => areas.length > 0)
}

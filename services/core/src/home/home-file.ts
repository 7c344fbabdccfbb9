import type { HomeFile } from '@tali/contracts'
import type { Home } from './home.ts'

/** The home as people know it: floors, areas, and what they said of entities. Devices describe themselves. */
export function exportHome({ places, registry }: Home): HomeFile {
  const areasOn = (floorId: string | null) =>
    places
      .areas()
      .filter((area) => area.floorId === floorId)
      .map(({ name, aliases }) => ({ name, aliases }))
  return {
    floors: places.floors().map(({ id, name, level, aliases }) => ({ name, level, aliases, areas: areasOn(id) })),
    areas: areasOn(null),
    entities: [...registry.notes()].map(([unique_id, { name, aliases, areaId }]) => ({
      unique_id,
      name,
      area: places.area(areaId)?.name ?? null,
      aliases: [...aliases],
    })),
  }
}

/**
 * Brings a home file in: adds and changes what it names, removes nothing. Entities that were not seen yet keep their
 * words until they are.
 */
export async function importHome(
  home: Home,
  file: HomeFile,
): Promise<{ floors: number; areas: number; entities: number; unknown: string[] }> {
  const { places, registry } = home
  const seen = new Set(
    Array.from(registry.entityIds()).flatMap((id) => {
      const known = registry.entity(id)
      return [known?.uniqueId, known?.discovered.uniqueId]
    }),
  )
  let areas = 0
  const putArea = async ({ name, aliases }: HomeFile['areas'][number], floorId: string | null) => {
    const known = places.areaNamed(name)
    if (known)
      await places.changeArea(known.id, { floorId: floorId ?? known.floorId, aliases: union(known.aliases, aliases) })
    else await places.addArea({ name, floorId, aliases })
    areas += 1
  }
  for (const { name, level, aliases, areas: onFloor } of file.floors) {
    const known = places.floorNamed(name)
    const floor = known
      ? await places.changeFloor(known.id, { level: level ?? known.level, aliases: union(known.aliases, aliases) })
      : await places.addFloor({ name, level, aliases })
    for (const area of onFloor) await putArea(area, floor.id)
  }
  for (const area of file.areas) await putArea(area, null)
  for (const { unique_id, name, area, aliases } of file.entities) {
    const before = registry.notes().get(unique_id)
    const areaId =
      area === null
        ? (before?.areaId ?? null)
        : (places.areaNamed(area) ?? (await places.addArea({ name: area, floorId: null, aliases: [] }))).id
    await registry.note(unique_id, {
      name: name ?? before?.name ?? null,
      aliases: union(before?.aliases ?? [], aliases),
      areaId,
    })
  }
  home.structureChanged()
  const unknown = file.entities.map((entity) => entity.unique_id).filter((id) => !seen.has(id))
  return { floors: file.floors.length, areas, entities: file.entities.length, unknown }
}

function union(known: readonly string[], added: readonly string[]): string[] {
  return [...new Set([...known, ...added])]
}

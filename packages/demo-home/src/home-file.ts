import { areas, floors } from './floor-plan.ts'
import { inventory } from './inventory.ts'
import type { Language } from './language.ts'
import { seededRandom } from './random.ts'

/**
 * What discovery cannot carry of the demo home: floors, and the other words for its rooms and things, those of the other
 * language among them. It has the shape of a home file; entities are named by their `unique_id`.
 */
export interface DemoFloorPlan {
  readonly floors: { name: string; level: number; aliases: string[]; areas: { name: string; aliases: string[] }[] }[]
  readonly entities: { unique_id: string; aliases: string[] }[]
}

/** The floor plan with its names in one language. */
export function demoFloorPlan(language: Language): DemoFloorPlan {
  const other = language === 'en' ? 'de' : 'en'
  return {
    floors: floors.map((floor) => ({
      name: floor.name[language],
      level: floor.level,
      aliases: others(floor.name[language], floor.name[other], ...floor.aliases[language], ...floor.aliases[other]),
      areas: floor.areas.map((id) => {
        const { name, aliases } = areas[id]
        return {
          name: name[language],
          aliases: others(name[language], name[other], ...aliases[language], ...aliases[other]),
        }
      }),
    })),
    entities: inventory(seededRandom(0))
      // A climate sensor is named after its room, which has these words already.
      .filter(({ spec }) => !spec.id.endsWith('_climate'))
      .map(({ spec }) => ({
        unique_id: `demo_${spec.id}`,
        aliases: others(
          spec.name[language],
          ...(spec.aliases?.[language] ?? []),
          spec.name[other],
          ...(spec.aliases?.[other] ?? []),
        ),
      }))
      .filter(({ aliases }) => aliases.length > 0),
  }
}

/** The other words, each once, without the name itself. */
function others(name: string, ...words: readonly string[]): string[] {
  return [...new Set(words)].filter((word) => word !== name)
}

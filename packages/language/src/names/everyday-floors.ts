import type { FloorDescription } from '../home.ts'
import type { LanguageRules } from '../languages/language.ts'

/**
 * What people call a floor besides its name, as pairs of name and floor id. `upstairs` and `downstairs` are the two
 * floors of a home that has two, a basement aside; the rest goes by the level.
 */
export function everydayFloors(floors: readonly FloorDescription[], rules: LanguageRules): [string, string][] {
  const levelled = floors
    .flatMap((floor) => (typeof floor.level === 'number' ? [{ id: floor.id, level: floor.level }] : []))
    .sort((a, b) => a.level - b.level)
  const above = levelled.filter((floor) => floor.level >= 0)
  const two = above.length === 2 ? above : levelled.length === 2 ? levelled : []
  const [lower, upper] = two
  const named = (names: readonly string[] | undefined, id: string | undefined): [string, string][] =>
    id === undefined ? [] : (names ?? []).map((name) => [name, id])
  return [
    ...(lower && upper && lower.level !== upper.level
      ? [...named(rules.lower, lower.id), ...named(rules.upper, upper.id)]
      : []),
    ...levelled.flatMap((floor) => named(rules.levels.get(floor.level), floor.id)),
    ...named(rules.top, levelled.at(-1)?.id),
    ...named(rules.bottom, levelled[0]?.id),
  ]
}

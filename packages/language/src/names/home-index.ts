import type { HomeList } from '../compile/matcher.ts'
import type { AreaDescription, EntityDescription, FloorDescription, HomeDescription } from '../home.ts'
import type { LanguageRules } from '../languages/language.ts'
import { languageRules } from '../languages/rules.ts'
import type { Token } from '../normalise/tokens.ts'
import { everydayFloors } from './everyday-floors.ts'
import { NameTrie, type NameMatch } from './name-trie.ts'
import { shortNames, spellings } from './variants.ts'

/** Indexes the names of a home for a language. Takes some milliseconds for some hundred entities. */
export function buildHomeIndex(home: HomeDescription, language: string): HomeIndex {
  return new HomeIndex(home, languageRules(language))
}

/** The names of a home, for one language. One entity can change at a time; for anything else, build a new one. */
export class HomeIndex {
  readonly #rules: LanguageRules
  readonly #trie = new NameTrie()
  readonly #floors = new Map<string, FloorDescription>()
  readonly #areas = new Map<string, AreaDescription>()
  readonly #entities = new Map<string, EntityDescription>()
  readonly #byDomain = new Map<string, Map<string, EntityDescription>>()
  readonly #spellings = new Map<string, string[][]>()

  constructor(home: HomeDescription, rules: LanguageRules) {
    this.#rules = rules
    for (const floor of home.floors) this.#addFloor(floor)
    for (const area of home.areas) this.#addArea(area)
    for (const [name, id] of everydayFloors(home.floors, rules))
      for (const words of spellings(name, rules)) if (!this.#trie.get(words)) this.#trie.addPlace(words, 'floor', id)
    for (const entity of home.entities) this.update(entity)
  }

  /** Language code of the index. */
  get language(): string {
    return this.#rules.code
  }

  /** Adds an entity, or replaces what was known under its id. */
  update(entity: EntityDescription): void {
    this.remove(entity.id)
    this.#entities.set(entity.id, entity)
    this.#byDomain.getOrInsertComputed(entity.domain, () => new Map()).set(entity.id, entity)
    const exact = [entity.name, ...entity.aliases].flatMap((name) => spellings(name, this.#rules))
    const short = entity.category && !isRestart(entity) ? [] : this.#shortNames(entity)
    for (const words of exact) this.#trie.addEntity(words, { entity, exact: true })
    for (const words of short) this.#trie.addEntity(words, { entity, exact: false })
    this.#spellings.set(entity.id, [...exact, ...short])
  }

  /** Forgets an entity; nothing happens when it is unknown. */
  remove(id: string): void {
    const entity = this.#entities.get(id)
    if (!entity) return
    for (const words of this.#spellings.get(id) ?? []) this.#trie.removeEntity(words, id)
    this.#spellings.delete(id)
    this.#entities.delete(id)
    this.#byDomain.get(entity.domain)?.delete(id)
  }

  /** All names of entities, areas and floors that begin at a token. */
  match(tokens: readonly Token[], at: number): readonly NameMatch[] {
    return this.#trie.match(tokens, at)
  }

  /** Is this one word an area's, a floor's or an entity's whole name? */
  isName(what: HomeList, word: string): boolean {
    return (this.#trie.get([word])?.[what].length ?? 0) > 0
  }

  area(id: string): AreaDescription | undefined {
    return this.#areas.get(id)
  }

  floor(id: string): FloorDescription | undefined {
    return this.#floors.get(id)
  }

  entity(id: string): EntityDescription | undefined {
    return this.#entities.get(id)
  }

  entitiesOf(domain: string): Iterable<EntityDescription> {
    return this.#byDomain.get(domain)?.values() ?? []
  }

  entities(): Iterable<EntityDescription> {
    return this.#entities.values()
  }

  areas(): Iterable<AreaDescription> {
    return this.#areas.values()
  }

  floors(): Iterable<FloorDescription> {
    return this.#floors.values()
  }

  #addFloor(floor: FloorDescription): void {
    this.#floors.set(floor.id, floor)
    for (const name of [floor.name, ...floor.aliases])
      for (const words of spellings(name, this.#rules)) this.#trie.addPlace(words, 'floor', floor.id)
  }

  #addArea(area: AreaDescription): void {
    this.#areas.set(area.id, area)
    for (const name of [area.name, ...area.aliases])
      for (const words of spellings(name, this.#rules)) this.#trie.addPlace(words, 'area', area.id)
  }

  /** Short forms that no area or floor is called by: "Kitchen Light" is not the kitchen. */
  #shortNames(entity: EntityDescription): string[][] {
    const area = entity.areaId === null ? undefined : this.#areas.get(entity.areaId)
    const places = area ? [area.name, ...area.aliases] : []
    return [entity.name, ...entity.aliases]
      .flatMap((name) => shortNames(name, entity, places, this.#rules))
      .filter((words) => {
        const bearers = this.#trie.get(words)
        return !bearers || (bearers.area.length === 0 && bearers.floor.length === 0)
      })
  }
}

/** "Router Restart" is there to configure, and still the one thing that "restart the router" can mean. */
function isRestart({ domain, deviceClass }: EntityDescription): boolean {
  return domain === 'button' && deviceClass === 'restart'
}

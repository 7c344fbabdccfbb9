import type { EntityDescription } from '../home.ts'
import type { HomeIndex } from '../names/home-index.ts'
import type { NamedEntity } from '../names/name-trie.ts'
import type { Miss } from '../recognition.ts'
import { isAble } from './fit.ts'
import type { Meaning } from './meaning.ts'

/** The entities meant; or a question which; or why there are none. */
export interface Targets {
  readonly ids: readonly string[]
  readonly choice?: { readonly slot: 'name' | 'area'; readonly options: readonly string[] }
  readonly miss?: Miss['why']
  /** The area of the speaker decided. */
  readonly contextArea?: string
  readonly reasons: readonly string[]
}

/** How targets are chosen beside the meaning. */
export interface Situation {
  readonly home: HomeIndex
  /** Where the speaker is. */
  readonly contextArea: string | undefined
  /** Slots that are filled. */
  readonly slots: ReadonlySet<string>
  /** Does the sentence's condition hold for an entity under the name that was said? */
  readonly admits: (entity: EntityDescription) => boolean
}

/** Which entities are meant: by name, else by kind and place. */
export function chooseTargets(meaning: Meaning, situation: Situation): Targets {
  if (meaning.facts.untargeted) {
    const wrong = meaning.names && !meaning.names.some(({ entity }) => situation.admits(entity))
    return wrong ? nobody('no_match') : { ids: [], reasons: [] }
  }
  if (meaning.names) return chooseNamed(meaning, meaning.names, situation)
  if (!meaning.domains && !meaning.classes && !meaning.facts.kinds) return { ids: [], reasons: [] }
  return chooseKind(meaning, situation)
}

function chooseNamed(meaning: Meaning, names: readonly NamedEntity[], situation: Situation): Targets {
  const fitting = names.filter(
    ({ entity }) =>
      situation.admits(entity) && isOfKind(entity, meaning) && !isExcepted(entity, meaning, situation.home),
  )
  const placed = fitting.filter(({ entity }) => isInPlace(entity, meaning, situation.home))
  if (placed.length === 0) return nobody(fitting.length > 0 ? 'nothing_there' : 'no_match')
  const able = placed.filter(({ entity }) => can(entity, meaning, situation.slots))
  if (able.length === 0) return nobody('not_supported')
  if (meaning.referred)
    return all(
      able.map(({ entity }) => entity),
      ['what was spoken of before'],
    )
  const here = able.filter(({ entity }) => entity.areaId !== null && entity.areaId === situation.contextArea)
  for (const few of [here.filter(isExact), here, able.filter(isExact), able]) {
    const [only] = few
    if (few.length === 1 && only) {
      const reasons =
        few.length < able.length && here.length > 0 ? [`${only.entity.name} is in the speaker's area`] : []
      return { ids: [only.entity.id], reasons }
    }
    if (few.length > 1)
      return several(
        few.map(({ entity }) => entity),
        meaning,
      )
  }
  return nobody('no_match')
}

function several(entities: readonly EntityDescription[], meaning: Meaning): Targets {
  const ids = entities.map((entity) => entity.id)
  if (meaning.scope === 'all') return { ids, reasons: ['all of this name'] }
  if (meaning.facts.byState) return { ids, reasons: ['whichever of them its state fits'] }
  return { ids: [], choice: { slot: 'name', options: ids }, reasons: [`${ids.length} have this name`] }
}

function chooseKind(meaning: Meaning, situation: Situation): Targets {
  const { home, contextArea, slots } = situation
  const kind = ofKind(meaning, home)
  const placed = preferred(
    kind.filter((entity) => isInPlace(entity, meaning, home)),
    meaning,
  )
  const able = placed.filter((entity) => can(entity, meaning, slots))
  if (able.length === 0 && meaning.facts.evenWithout) return { ids: [], reasons: [] }
  if (able.length === 0) return nobody(placed.length > 0 ? 'not_supported' : 'nothing_there')
  if (meaning.areas && meaning.areas.length > 1) return oneOfAreas(able, 'several areas have this name')
  if (meaning.areas || meaning.floors) return all(able, [])
  if (meaning.scope === 'all') return all(able, ['the whole home'])
  const here = able.filter((entity) => contextArea !== undefined && entity.areaId === contextArea)
  if (here.length > 0) return { ...all(here, ['in the area of the speaker']), contextArea }
  if (meaning.scope === 'here' && contextArea !== undefined) return nobody('nothing_there')
  if (able.length === 1) return all(able, ['the only one of the home'])
  if (meaning.facts.asks || meaning.facts.byState) return all(able, ['the whole home'])
  if (meaning.scope === 'here' || meaning.single || contextArea !== undefined)
    return oneOfAreas(able, 'no area was named')
  return all(able, ['no area was named, so all of them'])
}

/** Which area is meant must be asked, unless there is only one with such a thing. */
function oneOfAreas(entities: readonly EntityDescription[], reason: string): Targets {
  const areas = [...new Set(entities.flatMap((entity) => entity.areaId ?? []))]
  const outside = entities.some((entity) => entity.areaId === null)
  if (areas.length > 1) return { ids: [], choice: { slot: 'area', options: areas }, reasons: [reason] }
  if (areas.length === 1 && !outside) return all(entities, ['the only area with such a thing'])
  return { ids: [], choice: { slot: 'name', options: entities.map((entity) => entity.id) }, reasons: [reason] }
}

function all(entities: readonly EntityDescription[], reasons: readonly string[]): Targets {
  return { ids: entities.map((entity) => entity.id), reasons }
}

function nobody(miss: Miss['why']): Targets {
  return { ids: [], miss, reasons: [] }
}

function isExact(named: NamedEntity): boolean {
  return named.exact
}

/** All that the kind words speak of; of what is there to configure or diagnose only batteries, when they are the kind. */
function ofKind(meaning: Meaning, home: HomeIndex): EntityDescription[] {
  const pool = meaning.domains
    ? meaning.domains.flatMap((domain) => [...home.entitiesOf(domain)])
    : [...home.entities()]
  const kind = pool.filter(
    (entity) =>
      (!entity.category || isBatteryAskedFor(entity, meaning)) &&
      isOfKind(entity, meaning) &&
      !isExcepted(entity, meaning, home),
  )
  const { kinds } = meaning.facts
  if (meaning.domains?.includes('person')) {
    // Who lives here is a person; their phones count only where nobody is one.
    const people = kind.filter((entity) => entity.domain === 'person')
    return people.length > 0 ? people : kind
  }
  if (!kinds || meaning.domains) return kind
  const taken = new Set<string>()
  return kinds.flatMap((each) => {
    const found = kind.filter(
      (entity) => isOneOf(entity, [each]) && !(entity.areaId !== null && taken.has(entity.areaId)),
    )
    for (const { areaId } of found) if (areaId !== null) taken.add(areaId)
    return found
  })
}

function isBatteryAskedFor({ category, deviceClass }: EntityDescription, { classes }: Meaning): boolean {
  return category === 'diagnostic' && deviceClass === 'battery' && classes?.includes('battery') === true
}

function preferred(entities: readonly EntityDescription[], { prefer }: Meaning): readonly EntityDescription[] {
  const those = prefer === undefined ? [] : entities.filter((entity) => entity.deviceClass === prefer)
  return those.length > 0 ? those : entities
}

function isOneOf(entity: EntityDescription, kinds: NonNullable<Meaning['facts']['kinds']>): boolean {
  return kinds.some(
    (kind) => kind.domain === entity.domain && (kind.deviceClass ?? entity.deviceClass) === entity.deviceClass,
  )
}

function isOfKind(entity: EntityDescription, { domains, classes, facts, only, names }: Meaning): boolean {
  if (names && facts.named?.includes(entity.domain)) return true
  if (only !== undefined && entity.domain !== only) return false
  if (!domains && facts.kinds && !isOneOf(entity, facts.kinds)) return false
  if (domains && !domains.includes(entity.domain)) return false
  if (!classes) return true
  if (entity.deviceClass !== null) return classes.includes(entity.deviceClass)
  return entity.domain === 'cover' && windowCoverings.some((kind) => classes.includes(kind))
}

/** A cover without a class is most often one of these. */
const windowCoverings = ['shutter', 'blind', 'shade', 'curtain']

function isInPlace(entity: EntityDescription, { areas, floors }: Meaning, home: HomeIndex): boolean {
  if (areas && !(entity.areaId !== null && areas.includes(entity.areaId))) return false
  if (!floors) return true
  const floorId = floorOf(entity, home)
  return floorId !== null && floors.includes(floorId)
}

function isExcepted(entity: EntityDescription, { except }: Meaning, home: HomeIndex): boolean {
  const place = { name: entity.id, area: entity.areaId, floor: floorOf(entity, home) }
  return except.some(({ what, ids, domain }) => {
    const id = place[what]
    return id !== null && ids.includes(id) && (domain === undefined || domain === entity.domain)
  })
}

function floorOf({ areaId }: EntityDescription, home: HomeIndex): string | null {
  return areaId === null ? null : (home.area(areaId)?.floorId ?? null)
}

function can(entity: EntityDescription, { facts }: Meaning, slots: ReadonlySet<string>): boolean {
  if (facts.needs && !isAble(entity, facts.needs)) return false
  return Object.entries(facts.slotNeeds ?? {}).every(([slot, ability]) => !slots.has(slot) || isAble(entity, ability))
}

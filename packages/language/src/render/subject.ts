import type { EntityRef, Scope } from '@tali/contracts'
import { listed } from './join.ts'
import type { Manner } from './manner.ts'
import { nounOf, type Noun } from './noun.ts'
import { plainText } from './plain-text.ts'
import { spaced, type Role, type Subject } from './words.ts'

/** Entities by name: "the kitchen light", "the kitchen light, the hall lamp and 4 more". */
export function named(
  entities: readonly EntityRef[],
  m: Manner,
  options: { role?: Role; limit?: number } = {},
): Subject {
  const role = options.role ?? 'subject'
  const names = entities.map((entity) => nameOf(entity, m))
  const [name] = names
  if (name !== undefined && names.length === 1) {
    const proper = isPerson(entities[0])
    if (isTitle(entities[0], name, m)) {
      return {
        text: m.words.names.titled(name, nounOf(entities[0]?.domain ?? null, null), role),
        bare: name,
        many: false,
      }
    }
    return { text: m.words.names.the(name, proper, role), bare: name, many: m.words.names.isPlural(name) }
  }
  const twice = new Set(names.filter((candidate, index) => names.indexOf(candidate) !== index))
  const items = names.map((candidate, index) => {
    const entity = entities[index]
    const item = m.words.names.inList(candidate, isPerson(entity))
    const area = entity?.areaName ?? null
    return twice.has(candidate) && area !== null ? spaced(item, placeOf(area, null, m)) : item
  })
  const text = listed(items, m, { limit: options.limit })
  return { text, bare: text, many: true }
}

/** An entity's name, cleaned; the word for its kind when nothing of the name can be said. */
export function nameOf(entity: EntityRef, m: Manner): string {
  return plainText(entity.name, m.ear) || m.words.nouns[nounOf(entity.domain, entity.deviceClass)].one
}

/** Entities by number and kind: "3 lights in the kitchen". */
export function counted(count: number, noun: Noun, place: string, m: Manner): Subject {
  const text = spaced(m.words.count(count, noun), place)
  return { text, bare: text, many: count !== 1 }
}

/** "in the kitchen", "upstairs"; empty for the whole home. */
export function placeOf(areaName: string | null, floorName: string | null, m: Manner): string {
  const area = plainText(areaName ?? '', m.ear)
  if (area !== '') return m.words.places.area(area)
  const floor = plainText(floorName ?? '', m.ear)
  return floor === '' ? '' : m.words.places.floor(floor)
}

export function placeOfScope(scope: Scope, m: Manner): string {
  return placeOf(scope.areaName, scope.floorName, m)
}

/** Scenes, scripts and automations have titles: "the scene Movie night", unless the title says what it is. */
function isTitle(entity: EntityRef | undefined, name: string, m: Manner): boolean {
  const noun = nounOf(entity?.domain ?? null, null)
  if (noun !== 'scene' && noun !== 'script' && noun !== 'automation') return false
  return !name.toLowerCase().includes(m.words.nouns[noun].one.toLowerCase())
}

/** Whose whereabouts are followed is called by name, as a person is. */
function isPerson(entity: EntityRef | undefined): boolean {
  return entity?.domain === 'person' || entity?.domain === 'device_tracker'
}

import type { EntityRef } from '@tali/contracts'
import { catalogueOf } from './catalogue.ts'
import { mannerOf, type Manner } from './manner.ts'
import { nameOf, named, placeOf } from './subject.ts'

/** How many examples a chat shows. */
const count = 3

/**
 * Three examples of what can be said, made of the home's own names: something to do, something to know, and a why.
 * The same home gives the same examples.
 */
export function suggest(entities: readonly EntityRef[], language: string): string[] {
  const m = mannerOf({ language, now: '1970-01-01T00:00:00Z', timeZone: 'UTC' }, false)
  const words = catalogueOf(language).suggestions
  const light = entities.find((entity) => entity.domain === 'light')
  const cover = entities.find((entity) => entity.domain === 'cover' && entity.deviceClass !== 'garage')
  const found = [
    light && words.light(objectOf(light, m)),
    warmth(entities, m),
    light && words.why(named([light], m).text),
    cover && words.cover(objectOf(cover, m)),
    entities.some(isWindow) ? words.openings : undefined,
    light && words.lights,
    entities.length > 0 ? words.happened : undefined,
    words.time,
    words.list,
  ]
  return found.filter((text): text is string => text !== undefined).slice(0, count)
}

function warmth(entities: readonly EntityRef[], m: Manner): string | undefined {
  const thermometer = entities.find(
    (entity) => entity.areaName !== null && (entity.domain === 'climate' || entity.deviceClass === 'temperature'),
  )
  return thermometer && m.words.suggestions.warmth(placeOf(thermometer.areaName, null, m))
}

function objectOf(entity: EntityRef, m: Manner): string {
  return named([entity], m, { role: 'object' }).text || nameOf(entity, m)
}

function isWindow(entity: EntityRef): boolean {
  return entity.domain === 'binary_sensor' && entity.deviceClass === 'window'
}

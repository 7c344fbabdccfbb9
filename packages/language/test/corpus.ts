import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { buildHomeIndex, type EntityDescription, type HomeDescription, type HomeIndex } from '../src/index.ts'

const folder = new URL('../corpus/', import.meta.url)

/** What one clause must come to. What is left out is not looked at, slots of the order itself aside. */
export interface Expected {
  readonly intent?: string
  /** Values of slots. Slots that say what to do (all but names, places and kinds) must all be here. */
  readonly slots?: Readonly<Record<string, unknown>>
  /** Ids; all of one kind and place as `light@kitchen`, of the whole home as `light@`. */
  readonly targets?: readonly string[]
  readonly choice?: readonly string[]
  readonly response?: string
  readonly miss?: string
}

/** A sentence and what it must come to. */
export interface Case {
  readonly language: string
  readonly file: string
  readonly home: string
  readonly area: string | undefined
  readonly say: string
  readonly clauses: readonly Expected[]
}

interface Group extends Expected {
  readonly say: readonly string[]
  readonly area?: string
  /** Several clauses instead of one. */
  readonly clauses?: readonly Expected[]
}

interface Ability {
  readonly [name: string]: unknown
}

interface HomeFile extends Pick<HomeDescription, 'floors' | 'areas'> {
  readonly entities: readonly {
    id: string
    name: string
    area: string | null
    can: string
    aliases?: string[]
    class?: string
    category?: 'config' | 'diagnostic'
  }[]
}

/** All sentences of a language. */
export function readCases(language: string): Case[] {
  return readdirSync(new URL(`${language}/`, folder))
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .flatMap((file) => {
      const { home, sentences }: { home: string; sentences: Group[] } = read(`${language}/${file}`)
      return sentences.flatMap(({ say, area, clauses, ...expected }) =>
        say.map((text) => ({ language, file, home, area, say: text, clauses: clauses ?? [expected] })),
      )
    })
}

export function readHome(name: string): HomeDescription {
  const { floors, areas, entities }: HomeFile = read(`homes/${name}.yaml`)
  const abilities: Record<string, Ability> = read('abilities.yaml')
  return {
    floors,
    areas,
    entities: entities.map(
      ({ id, name: called, area, can, aliases, class: deviceClass, category }): EntityDescription => ({
        id,
        name: called,
        aliases: aliases ?? [],
        domain: domainOf(id),
        deviceClass: deviceClass ?? null,
        areaId: area,
        category: category ?? null,
        capabilities: abilities[can] ?? {},
      }),
    ),
  }
}

export function indexHome(name: string, language: string): HomeIndex {
  return buildHomeIndex(readHome(name), language)
}

/** `light@kitchen` is all lights of the kitchen. */
export function expandTargets(targets: readonly string[], home: HomeDescription): string[] {
  return targets
    .flatMap((target) => {
      const [domain = '', place] = target.split('@')
      if (place === undefined) return [target]
      const floor = home.areas.filter((area) => area.floorId === place).map((area) => area.id)
      return home.entities
        .filter((entity) => entity.domain === domain && !entity.category)
        .filter(({ areaId }) => place === '' || areaId === place || (areaId !== null && floor.includes(areaId)))
        .map((entity) => entity.id)
    })
    .sort()
}

function domainOf(id: string): string {
  return id.split('.')[0] ?? ''
}

/** Our own files, in the shape the caller says. */
function read(path: string) {
  return parse(readFileSync(new URL(path, folder), 'utf8'))
}

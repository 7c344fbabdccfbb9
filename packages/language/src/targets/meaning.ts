import type { Sentence } from '../compile/grammar.ts'
import type { HomeList } from '../compile/matcher.ts'
import type { Step } from '../match/captured.ts'
import type { NamedEntity } from '../names/name-trie.ts'
import { intentFacts, type IntentFacts } from './intent-facts.ts'

/** What a reading says about which entities are meant. */
export interface Meaning {
  readonly facts: IntentFacts
  readonly names: readonly NamedEntity[] | undefined
  /** Ids that bear the name that was said; several when two areas share it. */
  readonly areas: readonly string[] | undefined
  readonly floors: readonly string[] | undefined
  readonly domains: readonly string[] | undefined
  readonly classes: readonly string[] | undefined
  /** The names are what was spoken of before: all that fit are meant. */
  readonly referred: boolean
  /** What is left out of it. */
  readonly except: readonly Exception[]
  /** A word that only things of one domain can be: what is locked is a lock. */
  readonly only: string | undefined
  /** Of a kind's things those of this device class, if there are such: the telly is no speaker. */
  readonly prefer: string | undefined
  /** `all`: the whole home was said; `here`: the speaker's area was. */
  readonly scope: 'all' | 'here' | undefined
  /** One thing was spoken of: more than one must be asked back. */
  readonly single: boolean
}

/** Ids of entities, areas or floors; of these places only what is of the domain, when there is one. */
export interface Exception {
  readonly what: HomeList
  readonly ids: readonly string[]
  readonly domain: string | undefined
}

export function meaningOf(sentence: Sentence, steps: readonly Step[]): Meaning {
  const { block } = sentence
  const slots = steps.filter((step) => !step.reference.capture)
  const find = (slot: string) => slots.findLast((step) => step.reference.slot === slot)
  const values = (slot: string) => asTexts(valueOf(find(slot)) ?? block.slots[slot])
  const [name, area, floor] = [find('name')?.captured, find('area')?.captured, find('floor')?.captured]
  const said = steps.map((step) => (step.captured.kind === 'value' ? step.captured.value : undefined))
  const scope = steps.findLast((step) => step.reference.slot === 'scope')
  const facts = intentFacts(block.intent)
  return {
    facts,
    names: name?.kind === 'name' ? name.entities : undefined,
    referred: name?.kind === 'name' && name.referred === true,
    areas: area?.kind === 'area' ? area.ids : undefined,
    floors: floor?.kind === 'floor' ? floor.ids : undefined,
    domains: values('domain') ?? facts.domains,
    classes: values('device_class'),
    except: steps.flatMap((step) => exceptionOf(step) ?? []),
    only: asText(said.find((value) => value?.metadata.domain !== undefined)?.metadata.domain),
    prefer: asText(said.find((value) => value?.metadata.prefer !== undefined)?.metadata.prefer),
    scope: asScope(valueOf(scope) ?? block.metadata.scope),
    single: said.some((value) => value?.metadata.number === 'one') || block.metadata.number === 'one',
  }
}

/** `{area:@except}`, or `{area:@except_light}` for its lights alone. */
function exceptionOf({ reference: { slot }, captured }: Step): Exception | undefined {
  const [except, domain] = (slot ?? '').split('_', 2)
  if (except !== 'except') return undefined
  if (captured.kind === 'name')
    return { what: 'name', ids: captured.entities.map((named) => named.entity.id), domain: undefined }
  if (captured.kind === 'area' || captured.kind === 'floor') return { what: captured.kind, ids: captured.ids, domain }
  return undefined
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** What a step puts into its slot, as far as the sentences alone tell it. */
function valueOf(step: Step | undefined): unknown {
  return step?.captured.kind === 'value' ? step.captured.value.out : undefined
}

function asTexts(value: unknown): readonly string[] | undefined {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined
}

function asScope(value: unknown): 'all' | 'here' | undefined {
  return value === 'all' || value === 'here' ? value : undefined
}

import type { z } from 'zod'
import { leavesOf, type Leaf } from './leaves.ts'
import { readYaml } from './yaml-file.ts'
import { commandLineLayer, environmentLayer, type Given, type Layer } from './layers.ts'

/** One wrong setting, where it was written and what is wrong with it. */
export interface SettingsFault {
  /** `tali.yaml:12:9`, `environment TALI_HTTP_PORT`, `--http.port`. */
  readonly where: string
  readonly what: string
}

/** The settings do not work; every fault at once. */
export class SettingsFaulty extends Error {
  override name = 'SettingsFaulty'
  readonly faults: readonly SettingsFault[]
  constructor(faults: readonly SettingsFault[]) {
    super(
      `${faults.length === 1 ? 'a setting is' : `${faults.length} settings are`} wrong:\n${faults.map(({ where, what }) => `  ${where}: ${what}`).join('\n')}`,
    )
    this.faults = faults
  }
}

export interface SettingsSources {
  /** Flags after the command, as `--http.port=8484` or `--http.port 8484`. */
  args?: readonly string[]
  /** Short names of flags: `port` → `http.port`. */
  shortFlags?: Readonly<Record<string, string>>
  environment?: Readonly<Record<string, string | undefined>>
  /** YAML, with the settings at the root or under `tali`. Read in order: the first that has a setting wins. */
  files?: readonly string[]
}

export interface Settings<T> {
  readonly values: T
  /** Where each setting that is not a default came from: path → place. */
  readonly origins: ReadonlyMap<string, string>
}

/**
 * Reads settings in layers: flags > environment > files > defaults. A group is a nested `z.object`; everything else in
 * the schema is one setting. Throws `SettingsFaulty` with all faults of all layers.
 */
export async function readSettings<S extends z.ZodObject>(
  schema: S,
  sources: SettingsSources,
): Promise<Settings<z.output<S>>> {
  const leaves = leavesOf(schema)
  const faults: SettingsFault[] = []
  const layers: Layer[] = [
    commandLineLayer(leaves, sources.args ?? [], sources.shortFlags ?? {}, faults),
    await environmentLayer(leaves, sources.environment ?? {}, faults),
  ]
  for (const file of sources.files ?? []) layers.push(await readYaml(file, leaves, faults))

  const origins = new Map<string, string>()
  const values: Group = {}
  for (const leaf of leaves) {
    // A wrong value is told even where a higher layer overrules it: it will bite on another day.
    const given = layers.flatMap((layer) => layer.get(leaf.path) ?? [])
    const parsed = given.map((each) => parse(leaf, each, faults))
    const [first] = given
    if (first) origins.set(leaf.path, first.where)
    place(values, leaf.path, parsed.length > 0 ? parsed[0] : defaultOf(leaf, faults))
  }
  if (faults.length > 0) throw new SettingsFaulty(faults)
  return { values: schema.parse(values), origins }
}

function parse(leaf: Leaf, given: Given, faults: SettingsFault[]): unknown {
  const candidates = given.text ? [given.value, ...fromText(String(given.value))] : [given.value]
  const issues: z.core.$ZodIssue[] = []
  for (const candidate of candidates) {
    const result = leaf.schema.safeParse(candidate)
    if (result.success) return result.data
    issues.push(...result.error.issues.slice(0, 1))
  }
  // The reading that had the right type says best what is wrong.
  const issue = issues.find((each) => each.code !== 'invalid_type') ?? issues[0]
  const shown = leaf.secret ? 'the given value' : JSON.stringify(given.value)
  faults.push({
    where: given.where,
    what: `${leaf.path} does not take ${shown}: ${issue?.message ?? 'it is not valid'}`,
  })
  return undefined
}

/** What a text of a flag or variable may stand for: a number, yes or no, a list. */
function* fromText(text: string): Iterable<unknown> {
  if (text === 'true' || text === 'false') yield text === 'true'
  if (text.includes(',')) yield text.split(',').map((part) => part.trim())
  else yield [text]
  if (text.trim() !== '' && Number.isFinite(Number(text))) yield Number(text)
}

function defaultOf(leaf: Leaf, faults: SettingsFault[]): unknown {
  const result = leaf.schema.safeParse(undefined)
  if (!result.success)
    faults.push({ where: 'nowhere', what: `${leaf.path} is needed; set ${leaf.flag} or ${leaf.variable}` })
  return result.data
}

function place(values: Group, path: string, value: unknown): void {
  const keys = path.split('.')
  const last = keys.pop() ?? path
  let group = values
  for (const key of keys) {
    const inner = (group[key] ??= {})
    if (!isGroup(inner)) throw new TypeError(`the schema has both a setting and a group at ${key} of ${path}`)
    group = inner
  }
  group[last] = value
}

type Group = { [key: string]: unknown }

function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

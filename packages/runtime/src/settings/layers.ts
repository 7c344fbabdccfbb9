import { readFile } from 'node:fs/promises'
import type { Leaf } from './leaves.ts'
import type { SettingsFault } from './read-settings.ts'

/** What one layer says: path → value, and where that is written. */
export type Layer = Map<string, Given>

export interface Given {
  readonly value: unknown
  readonly where: string
  /** The value is a text that may stand for a number, a yes or no, or a list. */
  readonly text: boolean
}

export function commandLineLayer(
  leaves: readonly Leaf[],
  args: readonly string[],
  shortFlags: Readonly<Record<string, string>>,
  faults: SettingsFault[],
): Layer {
  const layer: Layer = new Map()
  const byFlag = new Map(leaves.map((leaf) => [leaf.flag, leaf]))
  for (const [short, path] of Object.entries(shortFlags)) {
    const leaf = leaves.find((each) => each.path === path)
    if (leaf) byFlag.set(`--${short}`, leaf)
  }
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? ''
    const [flag, inline] = splitOnce(arg)
    const negated = byFlag.get(`--${flag.slice('--no-'.length)}`)
    const leaf = byFlag.get(flag)
    if (leaf) {
      const next = args[i + 1]
      const follows = inline === undefined && next !== undefined && !next.startsWith('--') && !isSwitch(leaf)
      layer.set(leaf.path, { value: inline ?? (follows ? next : 'true'), where: flag, text: true })
      if (follows) i += 1
    } else if (flag.startsWith('--no-') && negated && inline === undefined) {
      layer.set(negated.path, { value: 'false', where: flag, text: true })
    } else
      faults.push({
        where: arg,
        what: `is not a flag TALI knows${nearest(flag, [...byFlag.keys()])}; --help lists them`,
      })
  }
  return layer
}

export async function environmentLayer(
  leaves: readonly Leaf[],
  environment: Readonly<Record<string, string | undefined>>,
  faults: SettingsFault[],
): Promise<Layer> {
  const layer: Layer = new Map()
  for (const leaf of leaves) {
    const value = environment[leaf.variable]
    const file = environment[`${leaf.variable}_FILE`]
    const where = `environment ${leaf.variable}`
    // An empty variable is one that was not set: env files list them all.
    if (value) layer.set(leaf.path, { value, where, text: true })
    else if (file) {
      try {
        layer.set(leaf.path, { value: (await readFile(file, 'utf8')).trim(), where: `${where}_FILE`, text: true })
      } catch (error) {
        faults.push({
          where: `${where}_FILE`,
          what: `cannot be read: ${error instanceof Error ? error.message : String(error)}`,
        })
      }
    }
  }
  return layer
}

function isSwitch(leaf: Leaf): boolean {
  return leaf.schema.safeParse(true).success && !leaf.schema.safeParse('text').success
}

function splitOnce(arg: string): [string, string | undefined] {
  const at = arg.indexOf('=')
  return at < 0 ? [arg, undefined] : [arg.slice(0, at), arg.slice(at + 1)]
}

/** A hint where only a letter or two differ. */
export function nearest(name: string, known: readonly string[]): string {
  const best = known
    .map((each) => ({ each, distance: editDistance(name, each) }))
    .sort((a, b) => a.distance - b.distance)[0]
  return best && best.distance <= 2 ? ` (did you mean ${best.each}?)` : ''
}

/** Levenshtein distance of two short names. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      )
    row = next
  }
  return row[b.length] ?? 0
}

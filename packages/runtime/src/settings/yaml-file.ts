import { readFile } from 'node:fs/promises'
import { isMap, isScalar, LineCounter, parseDocument, type YAMLMap } from 'yaml'
import { nearest, type Layer } from './layers.ts'
import type { Leaf } from './leaves.ts'
import type { SettingsFault } from './read-settings.ts'

/** Reads a settings file; a missing one is empty. Faults of form and unknown names are told with line and column. */
export async function readYaml(file: string, leaves: readonly Leaf[], faults: SettingsFault[]): Promise<Layer> {
  const layer: Layer = new Map()
  const text = await readText(file, faults)
  if (text === null) return layer
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return `${file}:${line}:${col}`
  }
  for (const error of document.errors) faults.push({ where: at(error.pos[0]), what: error.message })
  if (document.errors.length > 0 || document.contents === null) return layer
  if (!isMap(document.contents)) {
    faults.push({ where: `${file}:1:1`, what: 'holds no settings; write them as name: value' })
    return layer
  }
  const under = document.contents.get('tali', true)
  const root = isMap(under) ? under : document.contents
  collect(root, '', { leaves, layer, faults, at })
  return layer
}

interface Collecting {
  leaves: readonly Leaf[]
  layer: Layer
  faults: SettingsFault[]
  at(offset: number): string
}

function collect(map: YAMLMap, prefix: string, into: Collecting): void {
  for (const { key, value } of map.items) {
    const name = isScalar(key) ? String(key.value) : ''
    const path = prefix ? `${prefix}.${name}` : name
    const where = into.at(isScalar(key) ? (key.range?.[0] ?? 0) : 0)
    const leaf = into.leaves.find((each) => each.path === path)
    if (leaf) into.layer.set(path, { value: plain(value), where, text: false })
    else if (isMap(value) && into.leaves.some((each) => each.path.startsWith(`${path}.`))) collect(value, path, into)
    else
      into.faults.push({
        where,
        what: `${path} is not a setting${nearest(
          path,
          into.leaves.map((each) => each.path),
        )}`,
      })
  }
}

function plain(node: unknown): unknown {
  return typeof node === 'object' && node !== null && 'toJSON' in node && typeof node.toJSON === 'function'
    ? node.toJSON()
    : null
}

async function readText(file: string, faults: SettingsFault[]): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    faults.push({ where: file, what: `cannot be read: ${error instanceof Error ? error.message : String(error)}` })
    return null
  }
}

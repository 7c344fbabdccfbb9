import { readdirSync, readFileSync } from 'node:fs'
import { loadPack } from './load-pack.ts'
import type { LanguagePack } from './pack.ts'

const folder = new URL('../../sentences/', import.meta.url)

/**
 * Our own sentences, English and German, read from this package's `sentences/`.
 *
 * @throws Error when a file of them has a fault, which a test rules out
 */
export function builtinPacks(): readonly LanguagePack[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .map((path) => ({ path: `sentences/${path}`, text: readFileSync(new URL(path, folder), 'utf8') }))
  const { packs, faults } = loadPack(files)
  const [first] = faults
  if (first) throw new Error(`${first.file}:${first.line}: ${first.message}`)
  return packs
}

import { readFile, writeFile } from 'node:fs/promises'
import { homeImportedSchema } from '@tali/contracts'
import { parse } from 'yaml'
import { askHouse, askHouseFor } from '../owner/ask-house.ts'
import { readFlags } from './read-flags.ts'
import { UsageFault } from './usage-fault.ts'

const usage = `tali home export [FILE] [--data DIR]
tali home import FILE [--json] [--data DIR]`

/** The home as people know it: floors, areas, names. Export and import are each other's opposite. */
export async function home(args: string[]): Promise<number> {
  const { words, data, json } = readFlags(args, usage)
  const [action, file] = words
  if (action === 'export') {
    const text = await askHouse(data, { method: 'GET', path: '/api/home/file' })
    if (file === undefined) process.stdout.write(text)
    else await writeFile(file, text)
    return 0
  }
  if (action !== 'import' || file === undefined) throw new UsageFault(usage)
  const imported = await askHouseFor(homeImportedSchema, data, {
    method: 'POST',
    path: '/api/home/file',
    body: await readYamlFile(file),
  })
  const { floors, areas, entities, unknown } = imported
  if (json) process.stdout.write(`${JSON.stringify(imported)}\n`)
  else {
    process.stdout.write(`Read ${floors} floors, ${areas} areas and the names of ${entities} things.\n`)
    if (unknown.length > 0)
      process.stdout.write(
        `Not seen yet, kept until they are: ${unknown.slice(0, 20).join(', ')}${unknown.length > 20 ? ' …' : ''}\n`,
      )
  }
  return 0
}

async function readYamlFile(file: string): Promise<unknown> {
  try {
    const value: unknown = parse(await readFile(file, 'utf8'))
    return value
  } catch (error) {
    throw new UsageFault(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}

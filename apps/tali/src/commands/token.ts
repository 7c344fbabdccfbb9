import { residentSchema, tokenCreatedSchema, tokenInfoSchema } from '@tali/contracts'
import { z } from 'zod'
import { askHouse, askHouseFor } from '../owner/ask-house.ts'
import { readFlags, type Flags } from './read-flags.ts'
import { UsageFault } from './usage-fault.ts'

const usage = `tali token create NAME [--for RESIDENT] [--json] [--data DIR]
tali token list [--json] [--data DIR]
tali token revoke ID [--data DIR]`

/** Bearer tokens for programs. A token is shown once; the house keeps only its hash. */
export async function token(args: string[]): Promise<number> {
  const flags = readFlags(args, usage)
  const [action, subject] = flags.words
  if (action === 'create' && subject !== undefined) return create(subject, flags)
  if (action === 'list') return list(flags)
  if (action === 'revoke' && subject !== undefined) return revoke(subject, flags)
  throw new UsageFault(usage)
}

async function create(name: string, flags: Flags): Promise<number> {
  const residentId = flags.for === undefined ? null : await residentNamed(flags.for, flags.data)
  const made = await askHouseFor(tokenCreatedSchema, flags.data, {
    method: 'POST',
    path: '/api/tokens',
    body: { name, residentId },
  })
  process.stdout.write(flags.json ? `${JSON.stringify(made)}\n` : `${made.token}\n`)
  return 0
}

async function list({ data, json }: Flags): Promise<number> {
  const tokens = await askHouseFor(z.array(tokenInfoSchema), data, { method: 'GET', path: '/api/tokens' })
  if (json) process.stdout.write(`${JSON.stringify(tokens)}\n`)
  else for (const { id, name, createdAt } of tokens) process.stdout.write(`${id}  ${createdAt}  ${name}\n`)
  return 0
}

async function revoke(id: string, { data }: Flags): Promise<number> {
  await askHouse(data, { method: 'DELETE', path: `/api/tokens/${encodeURIComponent(id)}` })
  return 0
}

async function residentNamed(name: string, data: string): Promise<string> {
  const residents = await askHouseFor(z.array(residentSchema), data, { method: 'GET', path: '/api/residents' })
  const found = residents.find((resident) => resident.name.toLowerCase() === name.toLowerCase())
  if (!found)
    throw new UsageFault(
      `Nobody here is called ${JSON.stringify(name)}. Residents: ${residents.map((each) => each.name).join(', ') || 'none yet'}.`,
    )
  return found.id
}

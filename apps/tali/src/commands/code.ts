import { pairingCodeSchema } from '@tali/contracts'
import { askHouseFor } from '../owner/ask-house.ts'
import { readFlags } from './read-flags.ts'

/** Makes a single-use code that lets a browser in. */
export async function code(args: string[]): Promise<number> {
  const { data, json } = readFlags(args, 'tali code [--json] [--data DIR]')
  const made = await askHouseFor(pairingCodeSchema, data, { method: 'POST', path: '/api/pairing-codes', body: {} })
  const until = new Date(made.expiresAt).toLocaleTimeString()
  process.stdout.write(json ? `${JSON.stringify(made)}\n` : `${made.code} (works once, until ${until})\n`)
  return 0
}

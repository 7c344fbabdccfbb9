import { turnReplySchema } from '@tali/contracts'
import { askHouseFor } from '../owner/ask-house.ts'
import { readFlags } from './read-flags.ts'
import { UsageFault } from './usage-fault.ts'

const usage = 'tali say "turn on the kitchen light" [--language en|de] [--json] [--data DIR]'

/** What is said at the terminal is one conversation: "it" and "yes" mean what was said there before. */
const conversationId = 'terminal'

/** Says something to the house that runs here, as its owner, and prints the answer. */
export async function say(args: string[]): Promise<number> {
  const { words, data, json, language } = readFlags(args, usage)
  const text = words.join(' ').trim()
  if (text === '') throw new UsageFault(usage)
  const reply = await askHouseFor(turnReplySchema, data, {
    method: 'POST',
    path: '/api/turns',
    body: { text, conversationId, ...(language !== undefined && { language }) },
  })
  process.stdout.write(json ? `${JSON.stringify(reply)}\n` : `${reply.text}\n`)
  return 0
}

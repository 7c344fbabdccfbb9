import type { SayOf } from '@tali/contracts'
import { quotedData } from '../data.ts'
import { listed } from '../join.ts'
import type { Manner } from '../manner.ts'
import { sentence } from '../sentence.ts'

/** "I switch what this home has and answer questions about it. Say for instance: …" */
export function help(say: SayOf<'help'>, m: Manner): string {
  const examples = say.examples.map((example) => quotedData(example, m))
  return sentence(m.words.help(listed(examples, m, { or: true })))
}

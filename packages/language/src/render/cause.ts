import type { Cause, Channel } from '@tali/contracts'
import { mannerOf, type LineOptions, type Manner } from './manner.ts'
import { plainText } from './plain-text.ts'

/** The cause of a change as a chip: "Maddie, by chat", "by hand", "the device itself", "timer pizza". */
export function wordCause(cause: Cause, options: LineOptions): string {
  return causeChip(cause, mannerOf(options, false))
}

export function causeChip(cause: Cause, m: Manner): string {
  const words = m.words.causes
  switch (cause.kind) {
    case 'resident':
      return `${plainText(cause.name, m.ear) || words.somebody}, ${words.by[cause.channel]}`
    case 'owner':
      return `${words.owner}, ${words.by[cause.channel]}`
    case 'timer':
      return words.timer(cause.name === null ? '' : plainText(cause.name, m.ear))
    case 'device':
    case 'manual':
    case 'restart':
      return words[cause.kind]
  }
}

/** Who asked, for a cause that is a person; null for all others. */
export function asker(cause: Cause, m: Manner): { name: string; channel: Channel } | null {
  if (cause.kind === 'owner') return { name: m.words.causes.owner, channel: cause.channel }
  if (cause.kind !== 'resident') return null
  return { name: plainText(cause.name, m.ear) || m.words.causes.somebody, channel: cause.channel }
}

import type { ChatMessage } from '@tali/contracts'

/** Messages of one author, one after another. */
export interface Group {
  author: ChatMessage['author']
  at: string
  messages: ChatMessage[]
}

/** A pause longer than this starts a new group, so that its time is shown. */
const pauseMs = 10 * 60_000

export function groupsOf(messages: ChatMessage[]): Group[] {
  const groups: Group[] = []
  for (const message of messages) {
    const last = groups.at(-1)
    const before = last?.messages.at(-1)
    const near = before !== undefined && Date.parse(message.at) - Date.parse(before.at) < pauseMs
    if (last && near && sameAuthor(last.author, message.author)) last.messages.push(message)
    else groups.push({ author: message.author, at: message.at, messages: [message] })
  }
  return groups
}

function sameAuthor(a: ChatMessage['author'], b: ChatMessage['author']): boolean {
  return a.kind === 'resident' && b.kind === 'resident' ? a.residentId === b.residentId : a.kind === b.kind
}

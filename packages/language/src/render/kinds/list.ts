import type { ListItem, SayOf } from '@tali/contracts'
import { dataOf, quotedData } from '../data.ts'
import { framed } from '../frame.ts'
import { listed } from '../join.ts'
import type { Manner } from '../manner.ts'
import { sentence } from '../sentence.ts'

/** What the eye gets of a list that was asked for. */
const shownLimit = 20

/** "I put milk on the shopping list.", "On the shopping list: milk, eggs and bread." */
export function list(say: SayOf<'list'>, m: Manner): string {
  const words = m.words.lists
  const texts = say.items.map((item) => dataOf(item.text, m))
  const named = texts.length > 0 ? listed(texts, m) : dataOf(say.text ?? '', m)
  switch (say.event) {
    case 'added':
      return sentence(m.tone === 'brief' ? words.briefly.added(named) : framed(words.added(named), 'gladly', m))
    case 'completed':
      return sentence(m.tone === 'brief' ? words.briefly.completed(named) : framed(words.completed(named), 'fine', m))
    case 'not_on_list': {
      const asked = quotedData(say.text ?? '', m)
      return sentence(m.tone === 'brief' ? words.briefly.missing(asked) : words.missing(asked))
    }
    case 'shown':
      return sentence(shown(say.items, m))
  }
}

function shown(items: readonly ListItem[], m: Manner): string {
  const words = m.words.lists
  const open = items.filter((item) => !item.done).map((item) => dataOf(item.text, m))
  if (open.length === 0) return items.length === 0 ? words.empty : words.allDone
  const named = listed(open, m, { limit: shownLimit })
  return m.tone === 'brief' ? named : words.shown(named, open.length)
}

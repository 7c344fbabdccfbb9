import type { Manner } from './manner.ts'
import { memo } from './memo.ts'

const listFormat = memo(
  (locale: string, type: 'conjunction' | 'disjunction') => new Intl.ListFormat(locale, { type, style: 'long' }),
)

/** "a, b and c"; from `limit` on "a, b, c and 4 more". For the ear never more than three. */
export function listed(items: readonly string[], m: Manner, options: { or?: boolean; limit?: number } = {}): string {
  const limit = m.ear ? 3 : (options.limit ?? 3)
  const shown = items.slice(0, limit)
  const left = items.length - shown.length
  return listFormat(m.words.locale, options.or ? 'disjunction' : 'conjunction').format(
    left > 0 ? [...shown, m.words.more(left)] : shown,
  )
}

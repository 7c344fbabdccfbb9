/** First letter large, unless the word has its capital inside (iPhone, eBike). */
export function capitalised(text: string): string {
  const [first = ''] = text
  const second = text.slice(first.length)
  return /^\p{Lu}/u.test(second) ? text : first.toLocaleUpperCase('en') + second
}

/** A mid-sentence form made a sentence; what already ends as one keeps its end. */
export function sentence(text: string): string {
  return capitalised(text) + (/[.?!…]$/u.test(text) ? '' : '.')
}

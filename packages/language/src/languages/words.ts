/** The words of a text, as a set. */
export function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/))
}

/** The same, for each key. */
export function wordsBy(texts: Readonly<Record<string, string>>): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(Object.entries(texts).map(([key, text]) => [key, words(text)]))
}

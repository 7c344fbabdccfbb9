/**
 * `make` with a memory of at most 64 results. For `Intl` formatters: making one costs more than a whole sentence.
 * Keys are locales, options and time zones, so the bound is reached only by a caller who makes them up.
 */
export function memo<A extends readonly (string | number)[], R>(make: (...args: A) => R): (...args: A) => R {
  const made = new Map<string, R>()
  return (...args) => {
    const key = args.join('|')
    const known = made.get(key)
    if (known !== undefined) return known
    if (made.size >= 64) made.clear()
    const result = make(...args)
    made.set(key, result)
    return result
  }
}

import { fold } from '../normalise/fold.ts'

/** Most names told. */
const maxNearest = 4
/** Share of letters that must agree for a name to be near: an oven is no siren. */
const minLikeness = 0.55

/** Names like what was said, the most alike first. Letters that differ and words in common both count. */
export function nearestNames(said: string, names: Iterable<string>): string[] {
  const wanted = fold(said).slice(0, 60)
  const wantedWords = new Set(wanted.split(' '))
  const scored: { name: string; likeness: number }[] = []
  for (const name of new Set(names)) {
    const folded = fold(name).slice(0, 60)
    const likeness = Math.max(letterLikeness(wanted, folded), wordLikeness(wantedWords, folded.split(' ')))
    if (likeness >= minLikeness) scored.push({ name, likeness })
  }
  return scored
    .sort((a, b) => b.likeness - a.likeness || a.name.localeCompare(b.name))
    .slice(0, maxNearest)
    .map(({ name }) => name)
}

/** 1 less the share of letters to change (Levenshtein). */
function letterLikeness(a: string, b: string): number {
  const longest = Math.max(a.length, b.length)
  if (longest === 0 || Math.min(a.length, b.length) < longest * minLikeness) return 0
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return 1 - (row[b.length] ?? longest) / longest
}

/** Share of words in common. */
function wordLikeness(wanted: ReadonlySet<string>, words: readonly string[]): number {
  const common = words.filter((word) => wanted.has(word)).length
  return (2 * common) / (wanted.size + words.length)
}

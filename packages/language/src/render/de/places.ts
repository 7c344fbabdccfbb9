/** Areas and floors by the end of their name, with preposition and article. The longest that fits counts. */
const byEnd: readonly (readonly [string, string])[] = [
  [
    'in der',
    'küche bibliothek diele garage kammer stube toilette werkstatt waschküche speisekammer sauna lounge etage',
  ],
  [
    'im',
    'zimmer raum bad flur büro keller garten atelier wc klo hof pool eingang gang studio geschoss stock haus schuppen',
  ],
  ['im', 'wintergarten treppenhaus carport arbeitszimmer souterrain gäste-wc hauswirtschaftsraum büroraum'],
  ['auf dem', 'balkon dachboden speicher dach parkplatz'],
  ['auf der', 'terrasse loggia veranda galerie empore'],
  ['in der', 'einfahrt auffahrt'],
].flatMap(([start = '', ends = '']) => ends.split(' ').map((end) => [end, start] as const))

const adverbs: Readonly<Record<string, string>> = {
  oben: 'oben',
  unten: 'unten',
  draußen: 'draußen',
  drinnen: 'drinnen',
  außen: 'draußen',
  innen: 'drinnen',
  eg: 'im EG',
  og: 'im OG',
  dg: 'im DG',
  ug: 'im UG',
  kg: 'im KG',
}

export const places = {
  area: placed,
  floor: placed,
}

/** "in der Küche", "im Wohnzimmer", "in Maddies Zimmer", "im ersten Stock"; "im Bereich Bar" where nothing is known. */
function placed(name: string): string {
  const lower = name.toLowerCase()
  const adverb = Object.hasOwn(adverbs, lower) ? adverbs[lower] : undefined
  if (adverb !== undefined) return adverb
  const parts = name.split(' ')
  const [first = ''] = parts
  const start = startOf(parts.at(-1)?.toLowerCase() ?? '')
  if (start === undefined) return `im Bereich ${name}`
  if (parts.length === 1 || /^\d+\.$/.test(first)) return `${start} ${name}`
  const second = parts[1]
  if (parts.length !== 2 || second === undefined) return `im Bereich ${name}`
  // "Erster Stock" and "Kleines Bad" bend; "Maddies Zimmer" has its article already.
  const stem = /^(\p{L}+)(er|es|e)$/u.exec(first)?.[1]?.toLowerCase() ?? ''
  if (adjectives.has(stem)) return `${start} ${stem}en ${second}`
  return /^\p{Lu}\p{Ll}+[sxz]['’]?$/u.test(first) ? `in ${name}` : `im Bereich ${name}`
}

const adjectives = new Set(
  'erst zweit dritt viert fünft ober unter klein groß neu alt link recht vorder hinter ganz'.split(' '),
)

function startOf(word: string): string | undefined {
  let found: readonly [string, string] | undefined
  for (const pair of byEnd) {
    if (word.endsWith(pair[0]) && pair[0].length > (found?.[0].length ?? 0)) found = pair
  }
  return found?.[1]
}

import type { Noun } from '../noun.ts'
import type { Role } from '../words.ts'
import { nouns } from './nouns.ts'

type Kind = 'm' | 'f' | 'n' | 'p'

/** Ends of German names and what they make of it; the longest that fits counts ("Lichtschalter" is no "Licht"). */
const heads: Readonly<Record<Kind, readonly string[]>> = {
  m: words(`adapter akku alarm ator befeuchter boiler brenner briefkasten drucker entfeuchter fernseher flur
    herd heizkörper heizstab kamin kontakt kühlschrank gefrierschrank laden lautsprecher lüfter mäher melder monitor
    motor ofen pool projektor beamer regler roboter rollladen rolladen router sauger schalter schlauch schrank sensor
    spiegel spot stecker strahler strom taster trockner vorhang wecker zähler baum keller server verstärker receiver`),
  f: words(`anlage batterie beleuchtung birne box dose dusche feuchte feuchtigkeit gardine haube heizung helligkeit
    jalousie kamera kette kerze klingel klimaanlage lampe leiste leistung leuchte luke markise maschine matte mikrowelle
    pforte pumpe sauna säule sirene station taste temperatur tür uhr wanne lüftung klappe spannung steckdose energie
    qualität bewegung präsenz anwesenheit wallbox`),
  n: words(`band display fenster gerät licht modul panel plissee radio relais rollo schloss schild tablet terrarium
    aquarium thermostat thermometer tor ventil dach bügeleisen garagentor mobile netzteil auto rad`),
  p: words(`gardinen jalousien kerzen lampen leuchten lichter lautsprechern markisen rollläden rolläden rollos spots
    steckdosen tore türen vorhänge schalterleisten ventilatoren heizungen lichterketten sensoren schlösser`),
}

const byEnd: ReadonlyMap<string, Kind> = new Map(
  (['m', 'f', 'n', 'p'] as const).flatMap((kind) => heads[kind].map((head) => [head, kind] as const)),
)
const longest = Math.max(...[...byEnd.keys()].map((head) => head.length))

/** The gender of a name that is one German word, by its end; undefined for all others, which then go without article. */
export function kindOf(name: string): Kind | undefined {
  if (!/^\p{Lu}[\p{L}-]*$/u.test(name)) return undefined
  const lower = name.toLowerCase()
  for (let length = Math.min(longest, lower.length); length >= 3; length -= 1) {
    const kind = byEnd.get(lower.slice(-length))
    if (kind !== undefined) return kind
  }
  return undefined
}

const articles: Readonly<Record<Role, Readonly<Record<Kind, string>>>> = {
  subject: { m: 'der', f: 'die', n: 'das', p: 'die' },
  object: { m: 'den', f: 'die', n: 'das', p: 'die' },
  of: { m: 'vom', f: 'von der', n: 'vom', p: 'von den' },
}

export const names = {
  /** "das Küchenlicht"; "Küche Deckenlicht" goes without. As `of`: "vom Küchenlicht", "von Küche Deckenlicht". */
  the: (name: string, person: boolean, role: Role): string => {
    const kind = person ? undefined : kindOf(name)
    if (kind === undefined) return role === 'of' ? `von ${name}` : name
    const inflected = role === 'of' && kind === 'p' && !/[ns]$/.test(name) ? `${name}n` : name
    return `${articles[role][kind]} ${inflected}`
  },
  titled: (name: string, noun: Noun, role: Role): string =>
    `${articles[role][nouns[noun].gender]} ${nouns[noun].one} ${name}`,
  /** Lists go without articles: "Küchenlicht und Stehlampe sind an". */
  inList: (name: string, _person: boolean): string => name,
  bare: (name: string): string => name,
  isPlural: (name: string): boolean => {
    const last = /\S+$/.exec(name)?.[0] ?? ''
    return kindOf(last.charAt(0).toUpperCase() + last.slice(1)) === 'p'
  },
}

function words(text: string): string[] {
  return text.split(/\s+/)
}

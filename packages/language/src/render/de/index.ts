import type { Colour } from '../colour.ts'
import type { Noun } from '../noun.ts'
import { answers, values } from './answers.ts'
import { negated, single } from './articles.ts'
import { asks, misses, overs } from './ask.ts'
import { clock } from './clock.ts'
import { command, did } from './did.ts'
import {
  frames,
  help,
  lists,
  notOffered,
  pleasantries,
  stops,
  timers,
  trouble,
  troubles,
  troubleWith,
} from './household.ts'
import { causes, lines, outcomes, periods, whats, whys } from './ledger.ts'
import { names } from './names.ts'
import { nouns } from './nouns.ts'
import { deeds, orders, predicates } from './orders.ts'
import { places } from './places.ts'
import { quantities } from './quantities.ts'
import { states } from './states.ts'
import { suggestions } from './suggestions.ts'
import { units } from './units.ts'

const colours: Readonly<Record<Colour, string>> = {
  red: 'rot',
  orange: 'orange',
  yellow: 'gelb',
  green: 'grün',
  turquoise: 'türkis',
  blue: 'blau',
  purple: 'lila',
  pink: 'rosa',
  white: 'weiß',
  warm_white: 'warmweiß',
  cold_white: 'kaltweiß',
}

/** German, with "du". */
export const de = {
  locale: 'de-DE',
  and: 'und',
  already: 'schon',
  now: 'jetzt',
  something: 'etwas',
  unknown: 'unbekannt',
  unavailable: 'nicht erreichbar',
  more: (count: number): string => (count === 1 ? 'noch eins' : `${count} weitere`),
  count: (count: number, noun: Noun): string => (count === 1 ? single(noun) : `${count} ${nouns[noun].many}`),
  none: (noun: Noun): string => negated(noun),
  all: (count: number | null, noun: Noun): string =>
    `${count === 2 ? 'beide' : count === null ? 'alle' : `alle ${count}`} ${nouns[noun].many}`,
  quote: (text: string, ear: boolean): string => (ear ? text : `„${text.replaceAll(/[„“”]/g, "'")}“`),
  range: (low: string, high: string): string => `${low} bis ${high}`,
  atLevel: (colour: string, level: string): string => `${colour} mit ${level}`,
  setTo: (goal: string): string => `steht auf ${goal}`,
  toGoal: (goal: string): string => `auf ${goal}`,
  asOf: (ago: string): string => `gemeldet ${ago}`,
  oldest: (age: string): string => `die älteste Meldung ist ${age} alt`,
  told: (subject: string, verb: string, rest: string, adverbs: string): string =>
    [subject, verb, adverbs, rest].filter((word) => word !== '').join(' '),
  answers,
  asks,
  causes,
  clock,
  colours,
  command,
  deeds,
  did,
  frames,
  help,
  lines,
  lists,
  misses,
  names,
  notOffered,
  nouns,
  orders,
  outcomes,
  overs,
  periods,
  places,
  predicates,
  quantities,
  states,
  stops,
  suggestions,
  timers,
  pleasantries,
  trouble,
  troubles,
  troubleWith,
  units,
  values,
  whats,
  whys,
}

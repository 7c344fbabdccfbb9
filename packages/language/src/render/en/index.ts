import type { Colour } from '../colour.ts'
import type { Noun } from '../noun.ts'
import { answers, values } from './answers.ts'
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
  red: 'red',
  orange: 'orange',
  yellow: 'yellow',
  green: 'green',
  turquoise: 'turquoise',
  blue: 'blue',
  purple: 'purple',
  pink: 'pink',
  white: 'white',
  warm_white: 'warm white',
  cold_white: 'cold white',
}

/** English: the catalogue that the others have to match. */
export const en = {
  /** For `Intl`. */
  locale: 'en-GB',
  and: 'and',
  already: 'already',
  now: 'now',
  something: 'something',
  unknown: 'unknown',
  unavailable: 'unavailable',
  more: (count: number): string => (count === 1 ? 'one more' : `${count} more`),
  /** "3 lights", "one light" */
  count: (count: number, noun: Noun): string =>
    count === 1 ? `one ${nouns[noun].one}` : `${count} ${nouns[noun].many}`,
  none: (noun: Noun): string => (noun === 'person' ? 'nobody' : `no ${nouns[noun].one}`),
  all: (count: number | null, noun: Noun): string =>
    `${count === 2 ? 'both' : count === null ? 'all' : `all ${count}`} ${nouns[noun].many}`,
  quote: (text: string, ear: boolean): string => (ear ? text : `“${text.replaceAll(/[“”]/g, "'")}”`),
  range: (low: string, high: string): string => `${low} to ${high}`,
  /** "blue at 40 %" */
  atLevel: (colour: string, level: string): string => `${colour} at ${level}`,
  setTo: (goal: string): string => `set to ${goal}`,
  toGoal: (goal: string): string => `to ${goal}`,
  asOf: (ago: string): string => `as reported ${ago}`,
  oldest: (age: string): string => `the oldest report is ${age} old`,
  /** A change as it is told: subject, verb, rest and adverbs in the language's order. */
  told: (subject: string, verb: string, rest: string, adverbs: string): string =>
    [subject, verb, rest, adverbs].filter((word) => word !== '').join(' '),
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

import type { Noun } from '../noun.ts'
import { spaced, type Order } from '../words.ts'
import { command } from './did.ts'
import { negated, which } from './articles.ts'

export const asks = {
  which: (noun: Noun, options: string): string => `${noun === 'device' ? 'was' : which(noun)} meinst du: ${options}?`,
  whichOne: 'was genau meinst du?',
  whichRoom: (options: string): string => `in welchem Raum: ${options}?`,
  doYouMean: (options: string): string => `meinst du ${options}?`,
  confirm: (order: Order, object: string): string => `soll ich ${command(order, object, 'wirklich')}?`,
  briefConfirm: (order: Order, object: string): string => `${command(order, object, 'wirklich')}?`,
  confirmAny: 'soll ich das wirklich tun?',
}

export const overs = {
  expired: 'diese Frage ist nicht mehr offen; ich habe nichts getan',
  answered: 'diese Frage ist schon beantwortet; ich habe nichts weiter getan',
  unknown: 'ich weiß nicht, zu welcher Frage das gehört; ich habe nichts getan',
  declined: 'in Ordnung, ich lasse es so',
  briefly: {
    expired: 'zu spät, nichts getan',
    answered: 'schon beantwortet',
    unknown: 'keine solche Frage',
    declined: 'bleibt so',
  },
}

export const misses = {
  noMatch: 'das habe ich nicht verstanden',
  unknownPronoun: (said: string): string => `ich weiß nicht, was du mit ${said} meinst; bitte sag den Namen`,
  unknownName: (said: string): string => `${said} kenne ich nicht`,
  unknownArea: (said: string): string => `einen Raum namens ${said} kenne ich nicht`,
  nothingThere: (noun: Noun, place: string): string => {
    if (noun === 'person') return spaced('ich kenne', place, 'niemanden')
    return spaced(place || 'hier', 'gibt es', noun === 'device' ? 'nichts dergleichen' : negated(noun, 'object'))
  },
  noneFits: (said: string): string => `ich habe hier nichts, was zu ${said} passt`,
  notSupported: 'das kann ich nicht',
  empty: 'ich habe nichts gehört, womit ich etwas anfangen kann',
  tooLong: 'das war mir zu lang; sag es bitte in wenigen Sätzen',
  briefly: 'nicht verstanden',
  known: (names: string): string => `ich kenne: ${names}`,
  examples: (names: string): string => `ich kenne zum Beispiel ${names}`,
}

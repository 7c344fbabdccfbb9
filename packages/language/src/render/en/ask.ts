import type { Noun } from '../noun.ts'
import { spaced, type Order } from '../words.ts'
import { command } from './did.ts'
import { nouns } from './nouns.ts'

export const asks = {
  which: (noun: Noun, options: string): string =>
    `which ${noun === 'device' ? 'one' : nouns[noun].one} do you mean: ${options}?`,
  whichOne: 'which one do you mean?',
  whichRoom: (options: string): string => `in which room: ${options}?`,
  doYouMean: (options: string): string => `do you mean ${options}?`,
  confirm: (order: Order, object: string): string => `shall I really ${command(order, object)}?`,
  briefConfirm: (order: Order, object: string): string => `really ${command(order, object)}?`,
  confirmAny: 'shall I really do that?',
}

/** An answer came to a question that is no longer open. */
export const overs = {
  expired: 'that question is no longer open, so I did nothing',
  answered: 'that question was answered already, so I did nothing more',
  unknown: "I don't know which question that answers, so I did nothing",
  declined: 'all right, I leave it as it is',
  briefly: {
    expired: 'too late, nothing done',
    answered: 'already answered',
    unknown: 'no such question',
    declined: 'left as it is',
  },
}

/** What could not be acted on. */
export const misses = {
  noMatch: 'I did not understand that',
  unknownPronoun: (said: string): string => `I don't know what you mean by ${said}; please say its name`,
  unknownName: (said: string): string => `I don't know ${article(said)} ${said}`,
  unknownArea: (said: string): string => `I don't know a room called ${said}`,
  nothingThere: (noun: Noun, place: string): string => {
    if (noun === 'person') return spaced('I know nobody', place)
    return `there is ${noun === 'device' ? 'nothing of that kind' : `no ${nouns[noun].one}`} ${place || 'in this home'}`
  },
  noneFits: (said: string): string => `I have nothing here that fits ${said}`,
  notSupported: "that is something I can't do",
  empty: 'I heard nothing that I could work with',
  tooLong: 'that was too long for me; please say it in a few sentences',
  briefly: 'not understood',
  known: (names: string): string => `I know: ${names}`,
  examples: (names: string): string => `I know ${names}, among others`,
}

/** "a", "an": by the letter, which is right for most names. */
function article(said: string): string {
  return /^[“"]?[aeio]/i.test(said) ? 'an' : 'a'
}

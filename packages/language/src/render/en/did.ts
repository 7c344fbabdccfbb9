import type { Order, Predicate, Subject } from '../words.ts'
import { does, verb } from './verbs.ts'

/** "turn on the kitchen light", "set the thermostat to 21 °C"; without object a label. */
export function command(order: Order, object: string): string {
  return [order.verb, object, order.rest].filter((word) => word !== '').join(' ')
}

/** What came of commands. */
export const did = {
  nothing: 'there was nothing to do',
  /** After "3 lights are on,": "2 more already were". */
  alreadyToo: (subject: Subject, count: number): string =>
    count === 1 ? `${subject.text} already ${subject.many ? 'were' : 'was'}` : `${count} more already were`,
  silentSince: (silent: string, ago: string): string => `${silent}; I sent the command ${ago}`,
  sent: (stateless: string): string => `I sent it; ${stateless}`,
  notSupported: does("can't", 'do that', "can't do that"),
  badParameter: (range: string): Predicate => {
    const bounds = range === '' ? '' : `; possible values are ${range}`
    return verb('does', 'do', 'did', `not take that value${bounds}`, `value not accepted${bounds}`)
  },
  unreachable: does('could', 'not be reached: the command did not go out', 'not reached'),
  notDone: does('did', 'not do it', 'failed'),
  interrupted: (subject: Subject): string =>
    `I was interrupted before ${subject.text} answered, so I can't tell what came of it`,
  needsResident: (order: Order, object: string): string => `only a resident may ${command(order, object)}`,
  notConfirmed: (order: Order, object: string): string => `without a confirmation I will not ${command(order, object)}`,
  refused: (order: Order, object: string): string => `I may not ${command(order, object)}`,
  briefly: {
    interrupted: 'interrupted, outcome unknown',
    needsResident: 'for residents only',
    notConfirmed: 'not confirmed, not done',
    refused: 'not allowed',
  },
}

import { cleanText } from '../names/clean-text.ts'
import type { Reader } from '../discovery/config.ts'
import { numberOf } from '../number-text.ts'
import { nonePayload } from './component.ts'

/** Longest state, as in Home Assistant. */
export const maxStateLength = 255

/** The reading is the state, by this table of the device's words. */
export function stateFrom(words: ReadonlyMap<string, string>): Reader {
  return (reading, draft) => {
    const state = reading === nonePayload && !words.has(reading) ? 'unknown' : words.get(reading)
    if (state === undefined) draft.ignore('unknown_word')
    else draft.say(state)
  }
}

/** The reading is an attribute that is one of these words. */
export function wordInto(attribute: string, words: readonly string[], reset = nonePayload): Reader {
  return (reading, draft) => {
    if (reading === reset || reading === nonePayload) draft.set(attribute, null)
    else if (words.includes(reading)) draft.set(attribute, reading)
    else draft.ignore('unknown_word')
  }
}

/** The reading is a number for an attribute, converted; what `convert` answers null to is out of range. */
export function numberInto(
  attribute: string,
  convert: (number: number) => number | null = (number) => number,
  reset = nonePayload,
): Reader {
  return (reading, draft) => {
    if (reading === reset || reading === nonePayload) {
      draft.set(attribute, null)
      return
    }
    const number = numberOf(reading)
    if (number === null) {
      draft.ignore('not_a_number')
      return
    }
    const converted = convert(number)
    if (converted === null) draft.ignore('out_of_range')
    else draft.set(attribute, converted)
  }
}

/** The reading is a text for an attribute, made fit to show. */
export function textInto(attribute: string): Reader {
  return (reading, draft) =>
    draft.set(attribute, reading === nonePayload ? null : cleanText(reading, maxStateLength) || null)
}

/** The reading is the state, as a text that people read. */
export const stateText: Reader = (reading, draft) => {
  if (reading === nonePayload) draft.say('unknown')
  else if (reading.length > maxStateLength) draft.ignore('too_long')
  else draft.say(cleanText(reading, maxStateLength))
}

/** The wording: from structure to sentences, in English and German. Pure. */
export { wordCause } from './cause.ts'
export { wordEvent, type EventOptions } from './event.ts'
export type { LineOptions, WordOptions } from './manner.ts'
export { wordState } from './state.ts'
export { suggest } from './suggest.ts'
export { word } from './word.ts'

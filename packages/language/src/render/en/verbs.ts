import type { Became, Predicate, StateWords, Verb } from '../words.ts'

const being: Verb = { one: 'is', many: 'are', was: 'was', were: 'were' }
const having: Verb = { one: 'has', many: 'have', was: 'had', were: 'had' }
const reporting: Verb = { one: 'reports', many: 'report', was: 'reported', were: 'reported' }
const saying: Verb = { one: 'says', many: 'say', was: 'said', were: 'said' }

export const is = (rest: string, label = rest): Predicate => ({ verb: being, rest, label })
export const has = (rest: string, label = rest): Predicate => ({ verb: having, rest, label })
export const reports = (rest: string, label = rest): Predicate => ({ verb: reporting, rest, label })
export const says = (rest: string, label = rest): Predicate => ({ verb: saying, rest, label })
/** A verb that is the same for one and many: "can't", "could". */
export const does = (verb: string, rest: string, label: string): Predicate => ({
  verb: { one: verb, many: verb, was: verb, were: verb },
  rest,
  label,
})
export const verb = (one: string, many: string, past: string, rest: string, label: string): Predicate => ({
  verb: { one, many, was: past, were: past },
  rest,
  label,
})

export const went = (past: string, rest = ''): Became => ({ one: past, many: past, rest })
export const was = (rest: string): Became => ({ one: 'was', many: 'were', rest })

/** A state that something is in, and how it got there. */
export const state = (rest: string, became: Became, label = rest): StateWords => ({ ...is(rest, label), became })
/** What a sensor reports. */
export const report = (rest: string, label: string): StateWords => ({
  ...reports(rest, label),
  became: went('reported', rest),
})

/** The shapes that a language fills in. Everything is in mid-sentence form: `sentence()` capitalises and ends it. */

/** Grammatical role of a name: German articles depend on it. */
export type Role = 'subject' | 'object' | 'of'

/** Who or what a clause is about. `bare` is the form without article, for labels such as "kitchen light: on". */
export interface Subject {
  text: string
  bare: string
  many: boolean
}

/** Finite verb forms, third person: present singular and plural, past singular and plural. */
export interface Verb {
  one: string
  many: string
  was: string
  were: string
}

/** What is said of a subject: verb, the rest of the clause, and a label that stands alone ("on", "spielt"). */
export interface Predicate {
  verb: Verb
  rest: string
  label: string
}

/** A change as it is told afterwards: "went on", "ging … an". */
export interface Became {
  one: string
  many: string
  rest: string
}

export interface StateWords extends Predicate {
  became: Became
}

/** An infinitive: "turn on", "set … to 40 %"; "einschalten", "auf 40 % stellen". */
export interface Order {
  verb: string
  rest: string
}

/** Words joined by single spaces; empty ones vanish. */
export function spaced(...words: readonly string[]): string {
  return words.filter((word) => word !== '').join(' ')
}

/** "the kitchen light is already on" */
export function clause(subject: Subject, predicate: Predicate, adverb = ''): string {
  const verb = subject.many ? predicate.verb.many : predicate.verb.one
  return spaced(subject.text, verb, adverb, predicate.rest)
}

/** "the kitchen light was already on" */
export function pastClause(subject: Subject, predicate: Predicate, adverb = ''): string {
  const verb = subject.many ? predicate.verb.were : predicate.verb.was
  return spaced(subject.text, verb, adverb, predicate.rest)
}

import type { Became, Predicate, StateWords, Verb } from '../words.ts'

const sein: Verb = { one: 'ist', many: 'sind', was: 'war', were: 'waren' }
const haben: Verb = { one: 'hat', many: 'haben', was: 'hatte', were: 'hatten' }
const melden: Verb = { one: 'meldet', many: 'melden', was: 'meldete', were: 'meldeten' }
const stehen: Verb = { one: 'steht', many: 'stehen', was: 'stand', were: 'standen' }

export const ist = (rest: string, label = rest): Predicate => ({ verb: sein, rest, label })
export const hat = (rest: string, label = rest): Predicate => ({ verb: haben, rest, label })
export const meldet = (rest: string, label = rest): Predicate => ({ verb: melden, rest, label })
export const steht = (rest: string, label = rest): Predicate => ({ verb: stehen, rest, label })
/** Verb forms in the order of `Verb`: "spielt spielen spielte spielten". */
export function verb(forms: string, rest: string, label?: string): Predicate {
  const [one = '', many = '', was = '', were = ''] = forms.split(' ')
  return { verb: { one, many, was, were }, rest, label: label ?? [one, rest].filter((word) => word !== '').join(' ') }
}

/** Preterite, singular and plural: "ging gingen". */
export function tat(forms: string, rest = ''): Became {
  const [one = '', many = ''] = forms.split(' ')
  return { one, many, rest }
}
export const ging = (rest: string): Became => tat('ging gingen', rest)
export const wurde = (rest: string): Became => tat('wurde wurden', rest)
export const begann = (rest: string): Became => tat('begann begannen', rest)

/** A state that something is in, and how it got there. */
export const state = (is: Predicate, became: Became): StateWords => ({ ...is, became })
/** What a sensor reports. */
export const report = (rest: string, label: string): StateWords => ({
  ...meldet(rest, label),
  became: tat('meldete meldeten', rest),
})
/** A mode that something is set to: "steht auf Heizen". */
export const mode = (name: string): StateWords => ({
  ...steht(`auf ${name}`, name),
  became: wurde(`auf ${name} gestellt`),
})

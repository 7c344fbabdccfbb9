import { de } from './de/index.ts'
import { en } from './en/index.ts'

/** English is the measure: a word that German lacks is a type error. */
export type Catalogue = typeof en

const german: Catalogue = de

/** The words of a language tag; of the part before the hyphen. Unknown languages speak English. */
export function catalogueOf(language: string): Catalogue {
  return language.split(/[-_]/)[0]?.toLowerCase() === 'de' ? german : en
}

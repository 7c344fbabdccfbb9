import type { Language } from '@tali/contracts'
import type { Catalogue } from './en.ts'
import { createFormat, type Format } from './format.ts'

/** All that is needed to speak one language: its sentences `t`, and numbers, units and times. */
export interface Words extends Format {
  language: Language
  t: Catalogue
}

/** Each language by its own name, as one looks for it. */
export const languageNames: { value: Language; label: string; language: Language }[] = [
  { value: 'en', label: 'English', language: 'en' },
  { value: 'de', label: 'Deutsch', language: 'de' },
]

const catalogues: Record<Language, () => Promise<Catalogue>> = {
  en: async () => (await import('./en.ts')).en,
  de: async () => (await import('./de.ts')).de,
}

/** Fetches one language; nobody loads the other. */
export async function loadWords(language: Language, timeZone?: string): Promise<Words> {
  return { language, t: await catalogues[language](), ...createFormat(language, timeZone) }
}

/** The languages that the demo home is named in. */
export type Language = 'en' | 'de'

/** A name in each of them. */
export type Named = Readonly<Record<Language, string>>

export function named(en: string, de: string): Named {
  return { en, de }
}

import { builtinPacks, type LanguagePack } from '@tali/language'

/** English and German, compiled once. */
export async function languagePacks(): Promise<readonly LanguagePack[]> {
  return builtinPacks()
}

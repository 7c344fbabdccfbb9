/** Letters that Unicode does not decompose into an ASCII letter and marks, and the German umlauts' ASCII spelling. */
const spelled: ReadonlyMap<string, string> = new Map([
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ü', 'ue'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'oe'],
  ['å', 'aa'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
])

const notAscii = /[^\0-\x7f]/
const apostrophes = /['’‘ʼ`´]/g
const marks = /\p{M}+/gu

/** The one spelling under which a word is compared: lower case, no apostrophes, umlauts as `ae`, other marks dropped. */
export function fold(word: string): string {
  const lower = word.toLowerCase()
  if (!notAscii.test(lower)) return lower.includes("'") || lower.includes('`') ? lower.replace(apostrophes, '') : lower
  let folded = ''
  for (const letter of lower.normalize('NFC').replace(apostrophes, '')) folded += spelled.get(letter) ?? letter
  return folded.normalize('NFKD').replace(marks, '')
}

/** The spelling of somebody without umlaut keys who leaves the dots out: `Küche` → `kuche`. */
export function foldPlainly(word: string): string {
  return fold(word.normalize('NFD').replace(marks, ''))
}

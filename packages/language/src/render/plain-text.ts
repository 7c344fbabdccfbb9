/** Longest name or quoted text within a sentence, in UTF-16 code units. */
export const maxQuoted = 80

/**
 * A name or text from a device or a person, made fit for the middle of a sentence: one line, no control or direction
 * marks, no end of sentence, at most 80 characters. For the ear also without symbols.
 */
export function plainText(raw: string, ear: boolean): string {
  // Longer than any text that is kept whole; what follows need not look at more.
  const head = raw
    .slice(0, maxQuoted * 4)
    .toWellFormed()
    .normalize('NFC')
  const line = head.replace(/\p{Cf}/gu, '').replace(/[\p{Cc}\s\p{Co}]+/gu, ' ')
  const said = ear ? line.replace(/[^\p{L}\p{M}\p{N}\p{Zs}.,:'’?!-]/gu, ' ').replace(/\s+/g, ' ') : line
  const trimmed = said.trim().replace(/[\s.;:,!?…]+$/u, '')
  if (trimmed.length <= maxQuoted) return trimmed
  const cut = trimmed
    .slice(0, maxQuoted - 1)
    .toWellFormed()
    .replace(/\uFFFD$/u, '')
    .trimEnd()
  return ear ? cut : `${cut}…`
}

/** As `plainText`, but a question mark or exclamation mark at the end stays: the words of a person. */
export function plainQuote(raw: string, ear: boolean): string {
  const end = /[?!]\s*$/u.exec(raw.slice(0, maxQuoted))?.[0].trim() ?? ''
  return plainText(raw, ear) + (raw.length <= maxQuoted ? end : '')
}

/** Control, format (bidi, zero-width, tags), private-use and unassigned-surrogate characters, and invisible letters. */
const hidden = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u115F\u1160\u2800\u3164\uFFA0]/gu
const separators = /[\s\u2028\u2029]+/gu
/** More marks on one letter than any script needs paint over the lines around it. */
const heapedMarks = /(\p{M}{4})\p{M}+/gu

/** Longest name, in code points. */
export const maxNameLength = 80

/**
 * A text from a device as data to show and speak (SI-10): NFC, one line, without characters that hide, reorder or
 * impersonate, blanks collapsed, at most `limit` code points. Empty when nothing visible is left.
 */
export function cleanText(text: string, limit: number): string {
  // A longer text is cut first, so that the work stays bounded whatever comes.
  const bounded = text.length > limit * 8 ? text.slice(0, limit * 8) : text
  const visible = bounded.replace(separators, ' ').replace(hidden, '').normalize('NFC').replace(heapedMarks, '$1')
  const line = visible.replace(/ {2,}/g, ' ').trim()
  return line.length <= limit ? line : Array.from(line).slice(0, limit).join('').trim()
}

/** A name, or null when nothing of it is left. */
export function cleanName(text: string): string | null {
  return cleanText(text, maxNameLength) || null
}

const plainWord = /^[^\p{Cc}\p{Co}\p{Cs}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+$/u

/** Whether a word of a device's protocol, such as an option, can be shown as it is: it has to be sent back unchanged. */
export function isPlainWord(text: string): boolean {
  return text.length <= 255 && plainWord.test(text)
}

import type { Expression } from './expression.ts'

/** Longest template, and deepest nesting of its brackets. Generated packs stay far below. */
const maxLength = 20_000
const maxDepth = 40
/** A permutation of n parts has n! orders. */
const maxPermutation = 6

/** The text is not a template: what is wrong, and at which character. */
export class TemplateError extends Error {
  readonly at: number
  constructor(message: string, at: number) {
    super(`${message} (character ${at + 1})`)
    this.name = 'TemplateError'
    this.at = at
  }
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' }

/**
 * Parses Home Assistant's sentence template syntax (hassil): `[optional]`, `(one|other)`, `(any;order)`, `{list}`,
 * `{list:slot}`, `{0..100,5:slot}`, `<rule>`, and `\` before a character that shall stand for itself.
 *
 * @throws TemplateError
 */
export function parseTemplate(text: string): Expression {
  if (text.length > maxLength) throw new TemplateError(`longer than ${maxLength} characters`, maxLength)
  const parser = new TemplateParser(text)
  return parser.parseAll()
}

class TemplateParser {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  parseAll(): Expression {
    const expression = this.#group('', 0)
    if (this.#at < this.#text.length) throw new TemplateError(`"${this.#text[this.#at]}" closes nothing`, this.#at)
    return expression
  }

  /** Everything up to `end`, which is left unread; `''` is the end of the text. */
  #group(end: string, depth: number): Expression {
    if (depth > maxDepth) throw new TemplateError(`nested deeper than ${maxDepth}`, this.#at)
    const start = this.#at
    const branches: Expression[][] = [[]]
    let separator = ''
    for (; this.#at < this.#text.length;) {
      const char = this.#text[this.#at] ?? ''
      if (char === ')' || char === ']' || char === '}' || char === '>') break
      if (char === '|' || char === ';') {
        if (separator !== '' && separator !== char)
          throw new TemplateError('"|" and ";" in one group: put one of them in brackets', this.#at)
        separator = char
        branches.push([])
        this.#at++
        continue
      }
      branches.at(-1)?.push(this.#item(char, depth))
    }
    if ((this.#text[this.#at] ?? '') !== end)
      throw new TemplateError(this.#mismatch(end), start === 0 ? this.#at : start - 1)
    return this.#joined(branches, separator, start)
  }

  #mismatch(end: string): string {
    const found = this.#text[this.#at]
    if (found === undefined) return `no "${end}" to close this`
    return end === '' ? `"${found}" closes nothing` : `"${found}" where "${end}" was expected`
  }

  #joined(branches: Expression[][], separator: string, start: number): Expression {
    const items = branches.map(sequence)
    if (separator === '') return items[0] ?? sequence([])
    if (separator === '|') return { type: 'choice', items }
    if (items.length > maxPermutation) throw new TemplateError(`more than ${maxPermutation} parts in any order`, start)
    return { type: 'permutation', items }
  }

  #item(char: string, depth: number): Expression {
    const end = closing[char]
    if (end === undefined) return { type: 'text', text: this.#literal() }
    this.#at++
    if (char === '{' || char === '<') return this.#reference(char, end)
    const inner = this.#group(end, depth + 1)
    this.#at++
    return char === '('
      ? inner
      : { type: 'choice', items: [...(inner.type === 'choice' ? inner.items : [inner]), sequence([])] }
  }

  #reference(open: string, end: string): Expression {
    const start = this.#at
    const stop = this.#text.indexOf(end, start)
    if (stop < 0) throw new TemplateError(`no "${end}" to close this`, start - 1)
    const name = this.#text.slice(start, stop).trim()
    this.#at = stop + 1
    if (name === '' || /[()[\]{}<>|;]/.test(name)) throw new TemplateError(`"${name}" is no name`, start)
    if (open === '<') return { type: 'rule', rule: name }
    const [list = '', slot = list] = name.split(':', 2).map((part) => part.trim())
    const capture = slot.startsWith('@')
    return { type: 'list', list: list.replace(/^@/, ''), slot: slot.replace(/^@/, ''), capture }
  }

  #literal(): string {
    let literal = ''
    for (; this.#at < this.#text.length; this.#at++) {
      const char = this.#text[this.#at] ?? ''
      if (char === '\\' && this.#at + 1 < this.#text.length) literal += this.#text[++this.#at]
      else if ('()[]{}<>|;'.includes(char)) break
      else literal += char
    }
    return literal
  }
}

function sequence(items: readonly Expression[]): Expression {
  const [only] = items
  return only && items.length === 1 ? only : { type: 'sequence', items }
}

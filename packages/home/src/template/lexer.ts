import { TemplateRefused } from './faults.ts'

/** A piece of a template: text to copy, a mark that opens or closes a tag, or a token inside one. */
export interface Token {
  readonly kind: 'text' | '{{' | '}}' | '{%' | '%}' | 'name' | 'number' | 'string' | 'operator' | 'end'
  readonly text: string
  /** Offset in the source. */
  readonly at: number
}

const operators = [
  '//',
  '**',
  '==',
  '!=',
  '<=',
  '>=',
  '+',
  '-',
  '*',
  '/',
  '%',
  '~',
  '<',
  '>',
  '=',
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  ',',
  '.',
  ':',
  '|',
]
const name = /[\p{L}_][\p{L}\p{N}_]*/uy
const number = /\d+(_\d+)*(\.\d+)?([eE][+-]?\d+)?/y
const blank = /\s+/y

/** Splits a template as Jinja does: `-` beside a mark takes the blanks there away, a bracket hides a closing mark. */
export function tokenise(source: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  let trimNext = false
  while (at < source.length) {
    const open = nextOpening(source, at)
    const start = open === -1 ? source.length : open
    const trimThis = source[start + 2] === '-'
    const text = source.slice(at, start)
    const left = trimNext ? text.trimStart() : text
    const kept = trimThis ? left.trimEnd() : left
    if (kept !== '') tokens.push({ kind: 'text', text: kept, at })
    if (open === -1) break
    if (source[start + 1] === '#') {
      const close = source.indexOf('#}', start + 2)
      if (close === -1) throw new TemplateRefused('a comment is not closed')
      trimNext = source[close - 1] === '-'
      at = close + 2
    } else {
      ;[at, trimNext] = tokeniseTag(source, start, trimThis, tokens)
    }
  }
  tokens.push({ kind: 'end', text: '', at: source.length })
  return tokens
}

function nextOpening(source: string, from: number): number {
  for (let at = source.indexOf('{', from); at !== -1; at = source.indexOf('{', at + 1)) {
    const next = source[at + 1]
    if (next === '{' || next === '%' || next === '#') return at
  }
  return -1
}

/** Reads `{{ … }}` or `{% … %}` at `start`; returns where it ends and whether it takes the blanks behind it away. */
function tokeniseTag(source: string, start: number, trimmed: boolean, tokens: Token[]): [number, boolean] {
  const opening = source[start + 1] === '{' ? '{{' : '{%'
  const closing = opening === '{{' ? '}}' : '%}'
  tokens.push({ kind: opening, text: opening, at: start })
  let at = start + (trimmed ? 3 : 2)
  let depth = 0
  while (at < source.length) {
    blank.lastIndex = at
    if (blank.test(source)) at = blank.lastIndex
    if (depth === 0) {
      const dash = source[at] === '-' && source.startsWith(closing, at + 1) ? 1 : 0
      if (dash || source.startsWith(closing, at)) {
        tokens.push({ kind: closing, text: closing, at })
        return [at + dash + 2, dash === 1]
      }
    }
    if (at >= source.length) break
    const token = tokenAt(source, at)
    if (token.kind === 'operator') {
      if ('([{'.includes(token.text)) depth += 1
      if (')]}'.includes(token.text)) depth -= 1
      if (depth < 0) throw new TemplateRefused(`a closing ${token.text} has no opening one`)
    }
    tokens.push(token)
    at += token.kind === 'string' ? quotedLength(source, at) : token.text.length
  }
  throw new TemplateRefused(`a ${opening} is not closed`)
}

function tokenAt(source: string, at: number): Token {
  name.lastIndex = at
  const word = name.exec(source)
  if (word) return { kind: 'name', text: word[0], at }
  number.lastIndex = at
  const digits = number.exec(source)
  if (digits) return { kind: 'number', text: digits[0], at }
  const first = source.charAt(at)
  if (first === "'" || first === '"')
    return { kind: 'string', text: unquote(source.slice(at + 1, at + quotedLength(source, at) - 1)), at }
  const operator = operators.find((candidate) => source.startsWith(candidate, at))
  if (operator) return { kind: 'operator', text: operator, at }
  throw new TemplateRefused(`it has ${JSON.stringify(first)} where nothing of the kind may stand`)
}

function quotedLength(source: string, at: number): number {
  const quote = source[at]
  for (let end = at + 1; end < source.length; end += 1) {
    if (source[end] === '\\') end += 1
    else if (source[end] === quote) return end - at + 1
  }
  throw new TemplateRefused('a text is not closed')
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '\n': '',
}

function unquote(text: string): string {
  if (!text.includes('\\')) return text
  return text.replace(/\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[\s\S])/g, (whole, code: string) =>
    code.length > 1 ? String.fromCharCode(Number.parseInt(code.slice(1), 16)) : (escapes[code] ?? whole),
  )
}

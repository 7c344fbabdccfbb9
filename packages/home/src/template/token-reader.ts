import { TemplateRefused, templateBounds } from './faults.ts'
import type { Token } from './lexer.ts'

/** The tokens of a template one after the other, and the bounds of what is read from them. */
export class TokenReader {
  readonly #tokens: readonly Token[]
  #place = 0
  #nodes = 0
  #depth = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  get current(): Token {
    const token = this.#tokens[this.#place] ?? this.#tokens.at(-1)
    if (!token) throw new TemplateRefused('it is empty')
    return token
  }

  /** The token behind the current one. */
  get ahead(): Token | undefined {
    return this.#tokens[this.#place + 1]
  }

  next(): Token {
    const token = this.current
    this.#place += 1
    return token
  }

  /** Takes the token when it is the one named. */
  accept(kind: Token['kind'], text?: string): boolean {
    const token = this.current
    if (token.kind !== kind || (text !== undefined && token.text !== text)) return false
    this.#place += 1
    return true
  }

  expect(kind: Token['kind'], text?: string): Token {
    const token = this.current
    if (!this.accept(kind, text)) throw new TemplateRefused(`it has ${shown(token)} where ${text ?? kind} should be`)
    return token
  }

  /** Counts an expression or statement against the bound. */
  count(): void {
    this.#nodes += 1
    if (this.#nodes > templateBounds.nodes) throw new TemplateRefused('it has too many parts')
  }

  /** Reads one level deeper, within the bound. */
  deeper<T>(read: () => T): T {
    this.#depth += 1
    if (this.#depth > templateBounds.depth) throw new TemplateRefused('it is nested too deeply')
    const result = read()
    this.#depth -= 1
    return result
  }
}

/** A token as a sentence names it. */
export function shown(token: Token): string {
  return token.kind === 'end' ? 'its end' : JSON.stringify(token.text)
}

import { ExpressionParser } from './expression-parser.ts'
import { TemplateFailed, TemplateRefused, templateBounds } from './faults.ts'
import { tokenise } from './lexer.ts'
import type { Expression, Scope } from './scope.ts'
import { TokenReader } from './token-reader.ts'
import { bounded, isList, toText, truthy, type Value } from './value.ts'

/** Variables of a rendering beside those of the message. */
export type Variables = Readonly<Record<string, Value>>

/** A compiled template. */
export interface Template {
  readonly source: string
  /**
   * The text it makes, trimmed; null when it failed on these values, such as a number that is none.
   * `value_json` is asked for only when the template needs it; it answers undefined for what is not JSON.
   */
  render(value: Value, json: () => Value, variables?: Variables): string | null
}

export type Compiled =
  | { readonly ok: true; readonly template: Template }
  | { readonly ok: false; readonly sentence: string }

/**
 * Compiles a Jinja template as Home Assistant's MQTT discovery uses them into closures: no `eval`, no access to
 * anything but the message, bounded in source, nesting, parts and output (SI-09), since templates come from devices.
 * Never throws: what TALI cannot compile is answered with a sentence that says what it is.
 *
 * Known differences from Jinja: whole floats print without `.0`, lists and dicts print as JSON, and there are no loops,
 * macros, regular expressions, clocks or states of other entities.
 */
export function compileTemplate(source: string): Compiled {
  try {
    if (source.length > templateBounds.source) throw new TemplateRefused('it is too long')
    return { ok: true, template: templateOf(source, new BodyParser(source).whole()) }
  } catch (error) {
    if (error instanceof TemplateRefused) return { ok: false, sentence: error.message }
    throw error
  }
}

function templateOf(source: string, body: Expression): Template {
  return {
    source,
    render(value, json, variables) {
      try {
        return bounded(toText(body(new Rendering(value, json, variables)))).trim()
      } catch (error) {
        if (error instanceof TemplateFailed) return null
        throw error
      }
    },
  }
}

/** One rendering's variables. */
class Rendering implements Scope {
  readonly #value: Value
  readonly #json: () => Value
  readonly #variables: Variables | undefined
  #assigned: Map<string, Value> | null = null

  constructor(value: Value, json: () => Value, variables: Variables | undefined) {
    this.#value = value
    this.#json = json
    this.#variables = variables
  }

  get(name: string): Value {
    if (this.#assigned?.has(name)) return this.#assigned.get(name)
    if (name === 'value_json') return this.#json()
    if (name === 'value') return this.#value
    return this.#variables && Object.hasOwn(this.#variables, name) ? this.#variables[name] : undefined
  }

  set(name: string, value: Value): void {
    this.#assigned ??= new Map()
    this.#assigned.set(name, value)
  }
}

/** Reads text, `{{ … }}`, `{% if %}` and `{% set %}`. */
class BodyParser {
  readonly #reader: TokenReader
  readonly #expressions: ExpressionParser

  constructor(source: string) {
    this.#reader = new TokenReader(tokenise(source))
    this.#expressions = new ExpressionParser(this.#reader)
  }

  whole(): Expression {
    const body = this.#body()
    this.#reader.expect('end')
    return body
  }

  /** Everything up to the template's end or a statement that is not the body's own, such as `else`. */
  #body(): Expression {
    const parts: Expression[] = []
    for (;;) {
      const token = this.#reader.current
      if (token.kind === 'text') {
        this.#reader.next()
        parts.push(() => token.text)
      } else if (token.kind === '{{') {
        this.#reader.next()
        parts.push(this.#expressions.tuple())
        this.#reader.expect('}}')
      } else if (token.kind === '{%') {
        const statement = this.#statement()
        if (!statement) break
        parts.push(statement)
      } else {
        break
      }
    }
    return joined(parts)
  }

  /** The statement behind `{%`, its opening mark taken with it; null and nothing taken but the mark for an end. */
  #statement(): Expression | null {
    this.#reader.count()
    this.#reader.next()
    if (this.#reader.accept('name', 'if')) return this.#reader.deeper(() => this.#if())
    if (this.#reader.accept('name', 'set')) return this.#set()
    const word = this.#reader.current.text
    if (['elif', 'else', 'endif'].includes(word)) return null
    throw new TemplateRefused(`it uses {% ${word} %}, which TALI does not have in templates of devices`)
  }

  #if(): Expression {
    const condition = this.#expressions.tuple()
    this.#reader.expect('%}')
    const yes = this.#body()
    const no = this.#otherwise()
    return (scope) => (truthy(condition(scope)) ? yes(scope) : no(scope))
  }

  #otherwise(): Expression {
    if (this.#reader.accept('name', 'elif')) return this.#reader.deeper(() => this.#if())
    let no: Expression = () => ''
    if (this.#reader.accept('name', 'else')) {
      this.#reader.expect('%}')
      no = this.#body()
    }
    this.#reader.expect('name', 'endif')
    this.#reader.expect('%}')
    return no
  }

  #set(): Expression {
    const names = [this.#reader.expect('name').text]
    while (this.#reader.accept('operator', ',')) names.push(this.#reader.expect('name').text)
    this.#reader.expect('operator', '=')
    const value = this.#expressions.tuple()
    this.#reader.expect('%}')
    return (scope) => {
      const result = value(scope)
      names.forEach((name, i) => scope.set(name, names.length === 1 ? result : isList(result) ? result[i] : undefined))
      return ''
    }
  }
}

/** Parts one after the other. A single expression stays what it is until it is printed. */
function joined(parts: readonly Expression[]): Expression {
  const [only] = parts
  if (only && parts.length === 1) return only
  return (scope) => {
    let text = ''
    for (const part of parts) text = bounded(text + toText(part(scope)))
    return text
  }
}

import { TemplateRefused } from './faults.ts'
import { filters, type Arguments } from './filters.ts'
import { functions } from './functions.ts'
import { callMethod, isMethod } from './methods.ts'
import { binary } from './operations.ts'
import type { Expression, Scope } from './scope.ts'
import { tests } from './tests.ts'
import { shown, type TokenReader } from './token-reader.ts'
import { asNumber, isList, itemOf, truthy, type Value } from './value.ts'

const words: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['true', true],
  ['True', true],
  ['false', false],
  ['False', false],
  ['none', null],
  ['None', null],
])
const comparisons = new Set(['==', '!=', '<', '>', '<=', '>='])
const noArguments: Arguments = { list: [], named: {} }

interface ArgumentExpressions {
  readonly list: readonly Expression[]
  readonly named: readonly (readonly [string, Expression])[]
}

/**
 * Reads Jinja's expressions by recursive descent, with Jinja's own precedence, straight into closures: `if else`, `or`,
 * `and`, `not`, comparisons, `+ -`, `~`, `* / // %`, `**`, sign, members and calls, filters and tests.
 */
export class ExpressionParser {
  readonly #read: TokenReader

  constructor(reader: TokenReader) {
    this.#read = reader
  }

  /** A whole expression; a comma makes a tuple of it. */
  tuple(): Expression {
    const first = this.expression()
    if (this.#read.current.kind !== 'operator' || this.#read.current.text !== ',') return first
    const items = [first]
    while (this.#read.accept('operator', ',')) items.push(this.expression())
    return (scope) => items.map((item) => item(scope))
  }

  expression(): Expression {
    return this.#read.deeper(() => {
      let result = this.#or()
      while (this.#read.accept('name', 'if')) {
        const [yes, condition] = [result, this.#or()]
        const no = this.#read.accept('name', 'else') ? this.expression() : () => undefined
        result = (scope) => (truthy(condition(scope)) ? yes(scope) : no(scope))
      }
      return result
    })
  }

  #or(): Expression {
    let left = this.#and()
    while (this.#read.accept('name', 'or')) {
      const [first, second] = [left, this.#and()]
      left = (scope) => {
        const value = first(scope)
        return truthy(value) ? value : second(scope)
      }
    }
    return left
  }

  #and(): Expression {
    let left = this.#not()
    while (this.#read.accept('name', 'and')) {
      const [first, second] = [left, this.#not()]
      left = (scope) => {
        const value = first(scope)
        return truthy(value) ? second(scope) : value
      }
    }
    return left
  }

  #not(): Expression {
    if (!this.#read.accept('name', 'not')) return this.#comparison()
    const operand = this.#read.deeper(() => this.#not())
    return (scope) => !truthy(operand(scope))
  }

  #comparison(): Expression {
    const first = this.#sum()
    const others: [operator: string, operand: Expression][] = []
    for (let operator = this.#comparator(); operator; operator = this.#comparator())
      others.push([operator, this.#sum()])
    const only = others[0]
    if (!only) return first
    if (others.length === 1) return this.#binary(only[0], first, only[1])
    return (scope) => {
      let left = first(scope)
      return others.every(([operator, operand]) => {
        const right = operand(scope)
        const holds = truthy(binary[operator]?.(left, right))
        left = right
        return holds
      })
    }
  }

  #comparator(): string | null {
    const { kind, text } = this.#read.current
    if (kind === 'operator' && comparisons.has(text)) return this.#read.next().text
    if (this.#read.accept('name', 'in')) return 'in'
    const negated = kind === 'name' && text === 'not' && this.#read.ahead?.text === 'in'
    if (!negated) return null
    this.#read.next()
    this.#read.next()
    return 'not in'
  }

  #sum = (): Expression => this.#chain(['+', '-'], this.#join)
  #join = (): Expression => this.#chain(['~'], this.#product)
  #product = (): Expression => this.#chain(['*', '/', '//', '%'], this.#power)
  #power = (): Expression => this.#chain(['**'], () => this.#unary(true))

  /** Operators of one rank, from left to right. */
  #chain(operators: readonly string[], operand: () => Expression): Expression {
    let left = operand()
    while (this.#read.current.kind === 'operator' && operators.includes(this.#read.current.text))
      left = this.#binary(this.#read.next().text, left, operand())
    return left
  }

  #binary(operator: string, left: Expression, right: Expression): Expression {
    this.#read.count()
    const operation = binary[operator]
    if (!operation) throw new TemplateRefused(`it uses the operator ${operator}`)
    return (scope) => operation(left(scope), right(scope))
  }

  #unary(withFilters: boolean): Expression {
    return this.#read.deeper(() => {
      let operand: Expression
      if (this.#read.accept('operator', '-')) {
        const inner = this.#unary(false)
        operand = (scope) => -asNumber(inner(scope), '-')
      } else if (this.#read.accept('operator', '+')) {
        operand = this.#unary(false)
      } else {
        operand = this.#postfix(this.#primary())
      }
      return withFilters ? this.#filtered(operand) : operand
    })
  }

  #primary(): Expression {
    this.#read.count()
    const token = this.#read.next()
    if (token.kind === 'string') return this.#text(token.text)
    if (token.kind === 'number') return constant(Number(token.text.replaceAll('_', '')))
    if (token.kind === 'name') return this.#name(token.text)
    if (token.kind === 'operator' && token.text === '(') return this.#parenthesis()
    if (token.kind === 'operator' && token.text === '[') {
      const items = this.#items(']')
      return (scope) => items.map((item) => item(scope))
    }
    if (token.kind === 'operator' && token.text === '{') return this.#dict()
    throw new TemplateRefused(`it has ${shown(token)} where a value should be`)
  }

  /** Texts that stand side by side are one. */
  #text(text: string): Expression {
    let whole = text
    while (this.#read.current.kind === 'string') whole += this.#read.next().text
    return constant(whole)
  }

  #name(name: string): Expression {
    if (words.has(name)) return constant(words.get(name))
    const called = this.#read.current.kind === 'operator' && this.#read.current.text === '('
    if (!called) return (scope) => scope.get(name)
    const work = functions.get(name)
    if (!work) throw new TemplateRefused(`it calls ${name}(), which TALI does not have in templates of devices`)
    this.#read.next()
    const args = this.#arguments()
    return (scope) => work(evaluated(args, scope))
  }

  #parenthesis(): Expression {
    if (this.#read.accept('operator', ')')) return constant([])
    const inner = this.expression()
    if (this.#read.accept('operator', ')')) return inner
    this.#read.expect('operator', ',')
    const items = [inner, ...this.#items(')')]
    return (scope) => items.map((item) => item(scope))
  }

  /** Expressions up to the closing bracket, which is taken; a last comma may stand. */
  #items(close: string): Expression[] {
    const items: Expression[] = []
    while (!this.#read.accept('operator', close)) {
      items.push(this.expression())
      if (!this.#read.accept('operator', ',')) {
        this.#read.expect('operator', close)
        break
      }
    }
    return items
  }

  #dict(): Expression {
    const entries: [Expression, Expression][] = []
    while (!this.#read.accept('operator', '}')) {
      const key = this.expression()
      this.#read.expect('operator', ':')
      entries.push([key, this.expression()])
      if (!this.#read.accept('operator', ',')) {
        this.#read.expect('operator', '}')
        break
      }
    }
    return (scope) => new Map(entries.map(([key, value]) => [key(scope), value(scope)]))
  }

  /** `.member`, `[item]`, `[from:to]` and `.method(…)` */
  #postfix(start: Expression): Expression {
    let object = start
    for (;;) {
      if (this.#read.accept('operator', '.')) object = this.#member(object)
      else if (this.#read.accept('operator', '[')) object = this.#subscript(object)
      else return object
    }
  }

  #member(object: Expression): Expression {
    this.#read.count()
    const token = this.#read.next()
    if (token.kind === 'number') return (scope) => itemOf(object(scope), Number(token.text))
    if (token.kind !== 'name') throw new TemplateRefused(`it has ${shown(token)} where a member's name should be`)
    const name = token.text
    if (!this.#read.accept('operator', '(')) return (scope) => itemOf(object(scope), name)
    if (!isMethod(name))
      throw new TemplateRefused(`it calls .${name}(), which TALI does not have in templates of devices`)
    const args = this.#arguments()
    return (scope) => callMethod(object(scope), name, evaluated(args, scope))
  }

  #subscript(object: Expression): Expression {
    this.#read.count()
    const open = this.#read.accept('operator', ':')
    const from = open ? null : this.expression()
    if (!open && this.#read.accept('operator', ']')) return (scope) => itemOf(object(scope), from?.(scope))
    if (!open) this.#read.expect('operator', ':')
    const to = this.#read.accept('operator', ']') ? null : this.expression()
    if (to) this.#read.expect('operator', ']')
    return (scope) => slice(object(scope), from?.(scope), to?.(scope))
  }

  #arguments(): ArgumentExpressions {
    const list: Expression[] = []
    const named: [string, Expression][] = []
    while (!this.#read.accept('operator', ')')) {
      const isNamed =
        this.#read.current.kind === 'name' && this.#read.ahead?.text === '=' && this.#read.ahead?.kind === 'operator'
      if (isNamed) {
        const name = this.#read.next().text
        this.#read.next()
        named.push([name, this.expression()])
      } else {
        list.push(this.expression())
      }
      if (!this.#read.accept('operator', ',')) {
        this.#read.expect('operator', ')')
        break
      }
    }
    return { list, named }
  }

  /** `| filter(…)` and `is test`, as often as they come. */
  #filtered(start: Expression): Expression {
    let value = start
    for (;;) {
      if (this.#read.accept('operator', '|')) value = this.filter(value)
      else if (this.#read.accept('name', 'is')) value = this.#test(value)
      else return value
    }
  }

  filter(value: Expression): Expression {
    this.#read.count()
    const name = this.#read.expect('name').text
    const work = filters.get(name)
    if (!work) throw new TemplateRefused(`it uses the filter ${name}, which TALI does not have in templates of devices`)
    if (!this.#read.accept('operator', '(')) return (scope) => work(value(scope), noArguments)
    const args = this.#arguments()
    return (scope) => work(value(scope), evaluated(args, scope))
  }

  #test(value: Expression): Expression {
    this.#read.count()
    const negated = this.#read.accept('name', 'not')
    const name = this.#read.expect('name').text
    const work = tests.get(name)
    if (!work) throw new TemplateRefused(`it uses the test ${name}, which TALI does not have in templates of devices`)
    const other = this.#testArgument()
    return (scope) => work(value(scope), other(scope)) !== negated
  }

  #testArgument(): Expression {
    const { kind, text } = this.#read.current
    if (this.#read.accept('operator', '(')) {
      const args = this.#arguments()
      return args.list[0] ?? (() => undefined)
    }
    const bare = kind === 'string' || kind === 'number' || (kind === 'operator' && (text === '[' || text === '{'))
    const named = kind === 'name' && !['and', 'or', 'not', 'if', 'else', 'in', 'is'].includes(text)
    return bare || named ? this.#postfix(this.#primary()) : () => undefined
  }
}

function constant(value: Value): Expression {
  return () => value
}

function evaluated(args: ArgumentExpressions, scope: Scope): Arguments {
  return {
    list: args.list.map((item) => item(scope)),
    named:
      args.named.length === 0
        ? noArguments.named
        : Object.fromEntries(args.named.map(([name, item]) => [name, item(scope)])),
  }
}

function slice(value: Value, from: Value, to: Value): Value {
  const start = from === undefined || from === null ? 0 : asNumber(from, 'a slice')
  const end = to === undefined || to === null ? undefined : asNumber(to, 'a slice')
  if (typeof value === 'string' || isList(value)) return value.slice(start, end)
  return undefined
}

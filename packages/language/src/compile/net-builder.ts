import type { LanguageRules } from '../languages/language.ts'
import { tidy, tokenise } from '../normalise/tokens.ts'
import type { Block, LanguagePack, List, Template } from '../pack/pack.ts'
import type { Expression, ListReference, RuleReference } from '../template/expression.ts'
import { endsApart, hasTouchingParts, startsApart } from '../template/touching.ts'
import { Automaton, type StateTable } from './automaton.ts'
import { CompileError } from './compile-error.ts'
import type { HomeList, Matcher } from './matcher.ts'
import type { Net } from './net.ts'
import type { WordReader } from './words.ts'

/** Most states of a language, and deepest rules within rules. */
const maxStates = 2_000_000
const maxRuleDepth = 40

/** Names that templates of one block see: its own before the language's. */
export interface Scope {
  readonly rules: ReadonlyMap<string, Template>
  readonly lists: ReadonlyMap<string, List>
  readonly compiledRules: Map<string, CompiledRule>
  readonly compiledLists: Map<string, Matcher | 'compiling'>
}

interface CompiledRule {
  readonly template: Template
  /** Undefined while the rule is being compiled: whoever finds it so is inside of it. */
  matcher: Matcher | undefined
  skippable: boolean
  fault: string | undefined
}

interface Parts {
  readonly pack: LanguagePack
  readonly rules: LanguageRules
  readonly net: Net
  readonly ends: Map<number, number>
  readonly words: WordReader
  readonly states: StateTable
}

const homeLists: ReadonlySet<string> = new Set<HomeList>(['name', 'area', 'floor'])
const inlineRange = /^(\d+)\.\.(\d+)(?:,(\d+))?$/

/** Turns expressions into states of the net, and rules and lists into matchers. */
export class NetBuilder {
  readonly #parts: Parts
  readonly #global: Scope
  /** Words of literal texts: the same few stand in most templates. */
  readonly #words = new Map<string, readonly string[]>()
  #matchers = 0
  #depth = 0

  constructor(parts: Parts) {
    this.#parts = parts
    this.#global = {
      rules: parts.pack.rules,
      lists: parts.pack.lists,
      compiledRules: new Map(),
      compiledLists: new Map(),
    }
  }

  /** A block with rules or lists of its own compiles what it refers to for itself: they may be used inside. */
  scope(block: Block): Scope {
    if (block.rules.size === 0 && block.lists.size === 0) return this.#global
    return {
      rules: new Map([...this.#global.rules, ...block.rules]),
      lists: new Map([...this.#global.lists, ...block.lists]),
      compiledRules: new Map(),
      compiledLists: new Map(),
    }
  }

  fold(text: string): string[] {
    return tokenise(tidy(text), this.#parts.rules).map((token) => token.word)
  }

  /**
   * Adds a template, rule body or list value under a number, and returns the state it starts in.
   *
   * @throws CompileError, after which the net is as before
   */
  template(expression: Expression, scope: Scope, number: number): number {
    const { net, ends, words } = this.#parts
    this.#prepare(expression, scope)
    const size = net.size
    const inline = new Set<RuleReference>()
    const touches = hasTouchingParts(expression)
    try {
      for (;;) {
        const start = net.state()
        const end = this.#build(expression, start, scope, inline, 0)
        const touching = touches ? net.touchingRules(size) : inline
        if (touching.size > inline.size) {
          net.truncate(size)
          for (const reference of touching) inline.add(reference)
          continue
        }
        ends.set(end, number)
        if (touches) words.readAll(start)
        return start
      }
    } catch (error) {
      for (let state = size; state < net.size; state++) ends.delete(state)
      net.truncate(size)
      words.truncate(size)
      throw error
    }
  }

  /** Compiles what an expression refers to first, so that its own states stay together. */
  #prepare(expression: Expression, scope: Scope): void {
    if (expression.type === 'rule') this.#rule(expression.rule, scope)
    else if (expression.type === 'list') this.#list(expression, scope)
    else if (expression.type !== 'text') for (const item of expression.items) this.#prepare(item, scope)
  }

  #build(
    expression: Expression,
    from: number,
    scope: Scope,
    inline: ReadonlySet<RuleReference>,
    depth: number,
  ): number {
    const { net } = this.#parts
    if (net.size > maxStates) throw new CompileError(`the language has more than ${maxStates} states`)
    switch (expression.type) {
      case 'text':
        return this.#text(expression.text, from)
      case 'list':
        return this.#listArc(expression, from, scope)
      case 'rule': {
        const rule = this.#rule(expression.rule, scope)
        if (inline.has(expression) && depth < maxRuleDepth)
          return this.#build(rule.template.expression, from, scope, inline, depth + 1)
        const to = net.state()
        if (rule.skippable) net.arc(from, { kind: 'empty', to })
        return net.arc(from, { kind: 'rule', matcher: rule.matcher, reference: expression, to })
      }
      case 'sequence':
        return expression.items.reduce((state, item) => this.#build(item, state, scope, inline, depth), from)
      case 'choice': {
        const ends = expression.items.map((item) => this.#build(item, from, scope, inline, depth))
        const to = net.state()
        for (const end of ends) net.arc(end, { kind: 'empty', to })
        return to
      }
      case 'permutation':
        return this.#permutation(expression.items, from, scope, inline, depth)
    }
  }

  /** One state for each set of parts that were read; white space separates the parts. */
  #permutation(
    items: readonly Expression[],
    from: number,
    scope: Scope,
    inline: ReadonlySet<RuleReference>,
    depth: number,
  ): number {
    const { net } = this.#parts
    const all = (1 << items.length) - 1
    const states = Array.from({ length: all + 1 }, (_, read) => (read === 0 ? from : net.state()))
    for (let read = 0; read < all; read++)
      items.forEach((item, index) => {
        const state = states[read]
        const to = states[read | (1 << index)]
        if (state === undefined || to === undefined || read & (1 << index)) return
        const start = net.arc(state, { kind: 'gap', to: net.state() })
        net.arc(this.#build(item, start, scope, inline, depth), { kind: 'gap', to })
      })
    return states[all] ?? from
  }

  #text(text: string, from: number): number {
    const { net } = this.#parts
    const words = this.#words.getOrInsertComputed(text, () => this.fold(text))
    const gap = (state: number) => net.arc(state, { kind: 'gap', to: net.state() })
    let state = startsApart(text) ? gap(from) : from
    words.forEach((word, index) => {
      if (index > 0) state = gap(state)
      this.#parts.words.learn(word)
      state = net.arc(state, { kind: 'piece', text: word, to: net.state() })
    })
    return words.length > 0 && endsApart(text) ? gap(state) : state
  }

  /** Digits part from letters in what is said, so a range is a word of its own. */
  #listArc(reference: ListReference, from: number, scope: Scope): number {
    const { net } = this.#parts
    const matcher = this.#list(reference, scope)
    const apart = matcher.kind === 'range'
    const start = apart ? net.arc(from, { kind: 'gap', to: net.state() }) : from
    const { slot, capture } = reference
    const end = net.arc(start, { kind: 'list', matcher, slot, capture, to: net.state() })
    return apart ? net.arc(end, { kind: 'gap', to: net.state() }) : end
  }

  #rule(name: string, scope: Scope): CompiledRule & { matcher: Matcher } {
    const rule = scope.compiledRules.get(name) ?? this.#compileRule(name, scope)
    if (rule.fault !== undefined) throw new CompileError(rule.fault)
    if (rule.matcher === undefined) throw new CompileError(`rule <${name}> refers to itself`)
    return { ...rule, matcher: rule.matcher }
  }

  #compileRule(name: string, scope: Scope): CompiledRule {
    const template = scope.rules.get(name)
    if (!template) throw new CompileError(`there is no rule <${name}>`)
    const rule: CompiledRule = { template, matcher: undefined, skippable: false, fault: undefined }
    scope.compiledRules.set(name, rule)
    if (++this.#depth > maxRuleDepth) throw new CompileError(`rules within rules deeper than ${maxRuleDepth}`)
    try {
      const { net, ends, states } = this.#parts
      const start = this.template(template.expression, scope, 0)
      rule.matcher = { id: this.#matchers++, kind: 'rule', automaton: new Automaton(states, [start]) }
      rule.skippable = net.isSkippable(start, ends)
    } catch (error) {
      if (!(error instanceof CompileError)) throw error
      rule.fault = `in rule <${name}> (${template.source.file}:${template.source.line}): ${error.message}`
    } finally {
      this.#depth--
    }
    return rule
  }

  #list(reference: ListReference, scope: Scope): Matcher {
    const known = scope.compiledLists.get(reference.list)
    if (known === 'compiling') throw new CompileError(`list {${reference.list}} refers to itself`)
    if (known) return known
    scope.compiledLists.set(reference.list, 'compiling')
    try {
      const matcher = this.#compileList(reference.list, scope)
      scope.compiledLists.set(reference.list, matcher)
      return matcher
    } catch (error) {
      scope.compiledLists.delete(reference.list)
      throw error
    }
  }

  #compileList(name: string, scope: Scope): Matcher {
    const list = scope.lists.get(name) ?? inlineRangeOf(name)
    if (!list) {
      if (isHomeList(name)) return { id: this.#matchers++, kind: 'home', what: name }
      throw new CompileError(`there is no list {${name}}`)
    }
    if (list.type === 'wildcard') return { id: this.#matchers++, kind: 'wildcard' }
    if (list.type === 'range') return { id: this.#matchers++, kind: 'range', range: list.range }
    const starts = list.values.map((value, index) => this.template(value.in, scope, index))
    const automaton = new Automaton(this.#parts.states, starts)
    return { id: this.#matchers++, kind: 'values', automaton, values: list.values }
  }
}

function isHomeList(name: string): name is HomeList {
  return homeLists.has(name)
}

function inlineRangeOf(name: string): List | undefined {
  const match = inlineRange.exec(name)
  if (!match) return undefined
  const [from, to, step] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 1)]
  return { type: 'range', range: { from, to, step, fractions: 'none', multiplier: 1, digits: true, words: true } }
}

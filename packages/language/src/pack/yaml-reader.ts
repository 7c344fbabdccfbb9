import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Fault, Source, SourceFile } from './pack.ts'

/** Most values of one slot, context or metadata mapping: aliases of aliases would otherwise grow without end. */
const maxPlainValues = 5_000

interface File {
  readonly path: string
  readonly lines: LineCounter
  readonly document: Document
  readonly faults: Fault[]
}

/** A YAML value that knows its line, and reports what it is not instead of throwing. */
export class YamlReader {
  readonly #file: File
  readonly #node: unknown
  readonly #at: number

  private constructor(file: File, node: unknown, at: number) {
    this.#file = file
    this.#node = isAlias(node) ? node.resolve(file.document) : node
    this.#at = offsetOf(node) ?? at
  }

  /** The top of a file; undefined when it is no YAML, with faults. */
  static open({ path, text }: SourceFile, faults: Fault[]): YamlReader | undefined {
    const lines = new LineCounter()
    const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
    for (const error of document.errors) {
      const message = error.message.split('\n')[0]?.replace(/ at line .*$/, '') ?? error.code
      faults.push({ file: path, line: lines.linePos(error.pos[0]).line, message })
    }
    if (document.errors.length > 0) return undefined
    return new YamlReader({ path, lines, document, faults }, document.contents, 0)
  }

  get source(): Source {
    return { file: this.#file.path, line: Math.max(1, this.#file.lines.linePos(this.#at).line) }
  }

  /** Nothing was written here: the key is missing, or its value is. */
  get missing(): boolean {
    return this.#node === undefined || this.#node === null || (isScalar(this.#node) && this.#node.value === null)
  }

  get isMap(): boolean {
    return isMap(this.#node)
  }

  fault(message: string): void {
    this.#file.faults.push({ ...this.source, message })
  }

  /** The value under `key`, missing when there is none. */
  get(key: string): YamlReader {
    const pair = isMap(this.#node) ? this.#node.items.find((item) => keyOf(item.key) === key) : undefined
    return this.#child(pair?.value, pair?.key)
  }

  /** Pairs of a mapping. A fault when it is something else; none when missing. */
  entries(what: string): [string, YamlReader][] {
    if (this.missing) return []
    if (isMap(this.#node)) return this.#node.items.map((item) => [keyOf(item.key), this.#child(item.value, item.key)])
    this.fault(`${what} must be a mapping`)
    return []
  }

  /** Items of a sequence. A fault when it is something else; none when missing. */
  items(what: string): YamlReader[] {
    if (this.missing) return []
    if (isSeq(this.#node)) return this.#node.items.map((item) => this.#child(item, undefined))
    this.fault(`${what} must be a list`)
    return []
  }

  /** A string, or a number or truth value as it was written; undefined with a fault when it is neither. */
  text(what: string): string | undefined {
    const node = this.#node
    const value = isScalar(node) ? node.value : undefined
    if (typeof value === 'string') return value
    if (isScalar(node) && (typeof value === 'number' || typeof value === 'boolean')) return node.source ?? String(value)
    this.fault(`${what} must be text`)
    return undefined
  }

  /** A number; `otherwise` when missing, NaN with a fault when it is no number. */
  number(what: string, otherwise: number): number {
    if (this.missing) return otherwise
    const value = isScalar(this.#node) && this.#node.value !== '' ? Number(this.#node.value) : Number.NaN
    if (!Number.isFinite(value)) this.fault(`${what} must be a number`)
    return value
  }

  /** The plain value, as JSON would hold it; undefined when missing. */
  value(): unknown {
    if (this.missing) return undefined
    const budget = { left: maxPlainValues }
    const plain = this.#plain(this.#node, budget)
    if (budget.left < 0) this.fault(`more than ${maxPlainValues} values`)
    return plain
  }

  /** A mapping as plain values; empty when missing. */
  record(what: string): Record<string, unknown> {
    return Object.fromEntries(this.entries(what).map(([key, reader]) => [key, reader.value() ?? null]))
  }

  #child(node: unknown, key: unknown): YamlReader {
    return new YamlReader(this.#file, node, offsetOf(key) ?? this.#at)
  }

  #plain(node: unknown, budget: { left: number }): unknown {
    if (budget.left-- <= 0) return undefined
    if (isAlias(node)) return this.#plain(node.resolve(this.#file.document), budget)
    if (isScalar(node)) return node.value
    if (isSeq(node)) return node.items.map((item) => this.#plain(item, budget))
    if (isMap(node))
      return Object.fromEntries(node.items.map((item) => [keyOf(item.key), this.#plain(item.value, budget)]))
    return undefined
  }
}

function keyOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : ''
}

function offsetOf(node: unknown): number | undefined {
  return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range?.[0] : undefined
}

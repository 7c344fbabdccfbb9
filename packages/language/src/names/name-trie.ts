import type { EntityDescription } from '../home.ts'
import type { Token } from '../normalise/tokens.ts'

/** An entity under one of its names. */
export interface NamedEntity {
  readonly entity: EntityDescription
  /** The name or an alias; otherwise a short form that we made of it. */
  readonly exact: boolean
}

/** What bears a name: entities, and ids of areas and floors. */
export interface Bearers {
  readonly name: readonly NamedEntity[]
  readonly area: readonly string[]
  readonly floor: readonly string[]
}

/** A name found at a position of a text. */
export interface NameMatch {
  /** Position behind it. */
  readonly end: number
  readonly bearers: Bearers
}

interface Node {
  readonly children: Map<string, Node>
  bearers: { name: NamedEntity[]; area: string[]; floor: string[] } | undefined
}

/** Names by their words, so that finding one costs its own length and not the number of names. */
export class NameTrie {
  readonly #root: Node = { children: new Map(), bearers: undefined }

  addEntity(words: readonly string[], named: NamedEntity): void {
    const { name } = this.#bearers(words)
    const at = name.findIndex((other) => other.entity.id === named.entity.id)
    if (at < 0) name.push(named)
    else if (named.exact) name[at] = named
  }

  addPlace(words: readonly string[], what: 'area' | 'floor', id: string): void {
    const ids = this.#bearers(words)[what]
    if (!ids.includes(id)) ids.push(id)
  }

  removeEntity(words: readonly string[], id: string): void {
    this.#remove(this.#root, words, 0, id)
  }

  /** Who bears exactly this name. */
  get(words: readonly string[]): Bearers | undefined {
    let node: Node | undefined = this.#root
    for (const word of words) node = node?.children.get(word)
    return node?.bearers
  }

  /** All names that begin at `at`. Two words may be said for one that is written together. */
  match(tokens: readonly Token[], at: number): readonly NameMatch[] {
    const found: NameMatch[] = []
    this.#walk(this.#root, tokens, at, found)
    return found
  }

  #walk(node: Node, tokens: readonly Token[], at: number, found: NameMatch[]): void {
    const word = tokens[at]?.word
    if (word === undefined || node.children.size === 0) return
    const next = tokens[at + 1]?.word
    const child = node.children.get(word)
    const joined = next === undefined ? undefined : node.children.get(word + next)
    if (child?.bearers) found.push({ end: at + 1, bearers: child.bearers })
    if (child) this.#walk(child, tokens, at + 1, found)
    if (joined?.bearers) found.push({ end: at + 2, bearers: joined.bearers })
    if (joined) this.#walk(joined, tokens, at + 2, found)
  }

  #bearers(words: readonly string[]): NonNullable<Node['bearers']> {
    let node = this.#root
    for (const word of words)
      node = node.children.getOrInsertComputed(word, () => ({ children: new Map(), bearers: undefined }))
    return (node.bearers ??= { name: [], area: [], floor: [] })
  }

  /** Branches that are left without names go too. */
  #remove(node: Node, words: readonly string[], at: number, id: string): void {
    const word = words[at]
    if (word === undefined) {
      if (node.bearers) node.bearers.name = node.bearers.name.filter((named) => named.entity.id !== id)
      if (node.bearers && Object.values(node.bearers).every((list) => list.length === 0)) node.bearers = undefined
      return
    }
    const child = node.children.get(word)
    if (!child) return
    this.#remove(child, words, at + 1, id)
    if (child.bearers === undefined && child.children.size === 0) node.children.delete(word)
  }
}

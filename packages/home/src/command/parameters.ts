import { numberOf } from '../number-text.ts'
import { BadParameter } from './order.ts'

/** Bounds of a number, with its unit for the sentence. */
export interface Bounds {
  readonly min: number
  readonly max: number
  readonly unit?: string
}

/** A command's parameters, read with their bounds. What nobody has read by the end is unknown, and said so. */
export class Parameters {
  readonly #given: Readonly<Record<string, unknown>>
  readonly #read = new Set<string>()

  constructor(given: Readonly<Record<string, unknown>>) {
    this.#given = given
  }

  has(name: string): boolean {
    return this.#take(name) !== undefined
  }

  /** A number within the bounds, or null when it is not given. */
  number(name: string, bounds: Bounds): number | null {
    const value = this.#take(name)
    if (value === undefined) return null
    const number = typeof value === 'string' ? numberOf(value) : value
    const { min, max, unit = '' } = bounds
    const space = unit === '' || unit === '%' ? '' : ' '
    if (typeof number !== 'number' || !Number.isFinite(number))
      throw new BadParameter(`${name} must be a number from ${min} to ${max}${space}${unit}`)
    if (number < min || number > max) {
      throw new BadParameter(
        `${name} must be from ${min} to ${max}${space}${unit}; ${number}${space}${unit} was asked for`,
      )
    }
    return number
  }

  requiredNumber(name: string, bounds: Bounds): number {
    const value = this.number(name, bounds)
    if (value === null) throw new BadParameter(`${name} is missing; it is a number from ${bounds.min} to ${bounds.max}`)
    return value
  }

  /** One of these words, or null when it is not given. */
  word(name: string, words: readonly string[]): string | null {
    const value = this.text(name, 255)
    if (value === null || words.includes(value)) return value
    const meant = words.find((word) => word.toLowerCase() === value.toLowerCase())
    if (meant !== undefined) return meant
    throw new BadParameter(
      `${name} must be one of ${words.slice(0, 20).join(', ') || '(none)'}; ${value.slice(0, 40)} was asked for`,
    )
  }

  requiredWord(name: string, words: readonly string[]): string {
    const value = this.word(name, words)
    if (value === null) throw new BadParameter(`${name} is missing; it is one of ${words.slice(0, 20).join(', ')}`)
    return value
  }

  text(name: string, maxLength: number): string | null {
    const value = this.#take(name)
    if (value === undefined) return null
    const text = typeof value === 'number' ? String(value) : value
    if (typeof text !== 'string') throw new BadParameter(`${name} must be a text`)
    if (text.length > maxLength) throw new BadParameter(`${name} must have at most ${maxLength} characters`)
    return text
  }

  flag(name: string): boolean | null {
    const value = this.#take(name)
    if (value === undefined) return null
    if (typeof value === 'boolean') return value
    throw new BadParameter(`${name} must be true or false`)
  }

  /** A list of so many numbers, each within the bounds. */
  numbers(name: string, bounds: readonly Bounds[]): number[] | null {
    const value = this.#take(name)
    if (value === undefined) return null
    if (!Array.isArray(value) || value.length !== bounds.length)
      throw new BadParameter(`${name} must be a list of ${bounds.length} numbers`)
    return bounds.map((bound, i) => new Parameters({ [name]: value[i] }).requiredNumber(name, bound))
  }

  /** Throws when a parameter was given that the action does not take. */
  finish(action: string): void {
    const unknown = Object.keys(this.#given).filter((name) => this.#given[name] !== undefined && !this.#read.has(name))
    if (unknown.length > 0)
      throw new BadParameter(`${action} does not take ${unknown.map((name) => name.slice(0, 40)).join(', ')} here`)
  }

  #take(name: string): unknown {
    this.#read.add(name)
    const value = Object.hasOwn(this.#given, name) ? this.#given[name] : undefined
    return value === null ? undefined : value
  }
}

import type { Attributes } from '@tali/contracts'
import type { Live } from './live.ts'

/** Why a message changed nothing; counted by the caller, never fatal. */
export const ignoreReasons = [
  'not_text',
  'not_json',
  'template_failed',
  'empty',
  'unknown_word',
  'not_a_number',
  'out_of_range',
  'wrong_shape',
  'too_long',
  'retained_event',
] as const
export type IgnoreReason = (typeof ignoreReasons)[number]

/** An entity's next state while a message is read into it. Nothing is copied until something differs. */
export class Draft {
  value: string
  /** What this entity said last, before the message. */
  readonly before: Live
  readonly now: number
  /** The entity is reported to have changed although it reads the same: an event, or `force_update`. */
  forced = false
  /** Something was understood: the device has reported. */
  heard = false
  ignored: IgnoreReason | null = null
  reachable: Live['reachable']
  latestReachable: boolean
  expiresAt: number | null
  offAt: number | null
  #attributes: Attributes
  #copied = false

  constructor(before: Live, now: number) {
    this.before = before
    this.now = now
    this.value = before.state.value
    this.reachable = before.reachable
    this.latestReachable = before.latestReachable
    this.expiresAt = before.expiresAt
    this.offAt = before.offAt
    this.#attributes = before.state.attributes
  }

  get attributes(): Attributes {
    return this.#attributes
  }

  /** The message was understood and says this state. */
  say(value: string): void {
    this.value = value
    this.heard = true
  }

  /** The message was understood and says this attribute; null takes it away. */
  set(name: string, value: unknown): void {
    this.heard = true
    const before = this.#attributes[name]
    if (value === null || value === undefined) {
      if (before === undefined) return
      this.#copy()
      delete this.#attributes[name]
    } else if (!same(before, value)) {
      this.#copy()
      this.#attributes[name] = value
    }
  }

  /** The message was not understood. */
  ignore(reason: IgnoreReason): void {
    this.ignored = reason
  }

  reach(topic: string, reachable: boolean): void {
    if (this.reachable[topic] !== reachable) this.reachable = { ...this.reachable, [topic]: reachable }
    this.latestReachable = reachable
  }

  get attributesChanged(): boolean {
    return this.#copied
  }

  #copy(): void {
    if (this.#copied) return
    this.#attributes = { ...this.#attributes }
    this.#copied = true
  }
}

/** Whether two JSON values are the same. Their depth is bounded where they were read. */
export function same(left: unknown, right: unknown): boolean {
  if (left === right) return true
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false
  if (Array.isArray(left) !== Array.isArray(right)) return false
  const keys = Object.keys(left)
  if (keys.length !== Object.keys(right).length) return false
  return keys.every((key) => Object.hasOwn(right, key) && same(memberOf(left, key), memberOf(right, key)))
}

function memberOf(object: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(object, key)?.value
}

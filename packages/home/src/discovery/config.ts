import { isRecord } from '../bounded-json.ts'
import { isPlainWord } from '../names/clean-text.ts'
import { numberOf } from '../number-text.ts'
import { CommandFailed } from '../command/order.ts'
import type { OutgoingMessage } from '../command/order.ts'
import type { Draft } from '../state/draft.ts'
import { knowsEncoding, type Message } from '../state/message.ts'
import { compileTemplate, type Template, type Value, type Variables } from '../template/index.ts'
import { ConfigFault } from './config-fault.ts'
import { checkTopic } from './topics.ts'

/** Reads a message into an entity's next state. `reading` is what the template made of it, or its text. */
export type Reader = (reading: string, draft: Draft, message: Message) => void

/** A topic that an entity listens to. */
export interface Binding {
  readonly topic: string
  /** `state`, `available`, or names of attributes. */
  readonly feeds: readonly string[]
  read(draft: Draft, message: Message): void
}

/** How a topic is read. */
export interface Listening {
  /** Key of the template, when one may stand; several are tried in order. */
  readonly template?: string | readonly string[]
  readonly feeds: readonly string[]
  /** Names that a template sees beside `value` and `value_json`. */
  readonly variables?: Variables
  /**
   * A message that the template fails on is taken as it is, as Home Assistant does where the text then has to be one of
   * a few words: a device that answers `ON` now and `{"state":"ON"}` then is understood both times.
   */
  readonly asItIs?: boolean
  /** An empty reading is passed on too. */
  readonly emptyToo?: boolean
}

/** Makes the message that carries a value to the device. */
export type Sender = (value: Value, variables?: Variables) => OutgoingMessage

const maxWords = 250

/**
 * One component's part of a discovery message with its long keys: reads settings with their defaults, collects what the
 * entity listens to, and notes what is not understood. Throws `ConfigFault` on what makes the whole unusable.
 */
export class Config {
  readonly bindings: Binding[] = []
  readonly notices: string[] = []
  readonly #raw: Readonly<Record<string, unknown>>
  readonly #encoding: string
  readonly #qos: 0 | 1 | 2
  readonly #retain: boolean

  constructor(raw: Readonly<Record<string, unknown>>) {
    this.#raw = raw
    this.#encoding = this.#readEncoding()
    this.#qos = this.#readQos()
    this.#retain = this.flag('retain', false)
  }

  has(key: string): boolean {
    return this.raw(key) !== undefined
  }

  raw(key: string): unknown {
    return Object.hasOwn(this.#raw, key) ? this.#raw[key] : undefined
  }

  /** A text; booleans and numbers are written as Home Assistant writes them, since payloads are often given so. */
  text(key: string): string | null
  text(key: string, fallback: string): string
  text(key: string, fallback: string | null = null): string | null {
    const value = this.raw(key)
    if (value === undefined || value === null) return fallback
    if (typeof value === 'string') return value
    if (typeof value === 'boolean') return value ? 'True' : 'False'
    if (typeof value === 'number') return String(value)
    throw new ConfigFault(`${key} must be a text`)
  }

  /** A payload that may be switched off by an explicit null. */
  payload(key: string, fallback: string): string | null {
    return this.raw(key) === null ? null : this.text(key, fallback)
  }

  number(key: string): number | null
  number(key: string, fallback: number): number
  number(key: string, fallback: number | null = null): number | null {
    const value = this.raw(key)
    if (value === undefined || value === null) return fallback
    const number = typeof value === 'string' ? numberOf(value) : value
    if (typeof number !== 'number' || !Number.isFinite(number)) throw new ConfigFault(`${key} must be a number`)
    return number
  }

  flag(key: string, fallback: boolean): boolean {
    const value = this.raw(key)
    if (value === undefined || value === null) return fallback
    if (typeof value === 'boolean') return value
    if (typeof value === 'number') return value !== 0
    const word = typeof value === 'string' ? value.toLowerCase() : ''
    if (['true', 'yes', 'on', 'enable', '1'].includes(word)) return true
    if (['false', 'no', 'off', 'disable', '0'].includes(word)) return false
    throw new ConfigFault(`${key} must be true or false`)
  }

  /** A list of words of the device's protocol. Words that cannot be shown as they are are left out, with a notice. */
  words(key: string): string[] | null
  words(key: string, fallback: readonly string[]): string[]
  words(key: string, fallback: readonly string[] | null = null): string[] | null {
    const value = this.raw(key)
    if (value === undefined || value === null) return fallback && [...fallback]
    const list: unknown[] = Array.isArray(value) ? value : [value]
    if (list.length > maxWords) this.notices.push(`${key} has ${list.length} entries; the first ${maxWords} are used`)
    const words = list.slice(0, maxWords).map((item) => (typeof item === 'number' ? String(item) : item))
    const plain = words.filter((word): word is string => typeof word === 'string' && isPlainWord(word))
    if (plain.length < words.length) this.notices.push(`${key} has entries that are no plain words; they are left out`)
    return [...new Set(plain)]
  }

  /** The topic to read from or to write to; null when there is none. */
  topic(key: string, use: 'read' | 'write'): string | null {
    const value = this.raw(key)
    return value === undefined || value === null ? null : checkTopic(key, value, use)
  }

  required(key: string): void {
    if (this.raw(key) === undefined || this.raw(key) === null) throw new ConfigFault(`${key} is missing`)
  }

  /** A compiled template: null when there is none, `'refused'` with a notice when TALI cannot compile it. */
  template(key: string): Template | null | 'refused' {
    const source = this.raw(key)
    if (source === undefined || source === null) return null
    if (typeof source !== 'string') throw new ConfigFault(`${key} must be a template`)
    const compiled = compileTemplate(source)
    if (compiled.ok) return compiled.template
    this.notices.push(`${key} is not understood (${compiled.sentence}), so what needs it does not work`)
    return 'refused'
  }

  /** Listens to a topic, when it is configured. Returns whether it is. */
  listen(topicKey: string, listening: Listening, read: Reader): boolean {
    const topic = this.topic(topicKey, 'read')
    if (topic === null) return false
    this.listenTo(topic, listening, read)
    return true
  }

  listenTo(topic: string, listening: Listening, read: Reader): void {
    const keys = typeof listening.template === 'string' ? [listening.template] : (listening.template ?? [])
    const template = this.template(keys.find((key) => this.has(key)) ?? '')
    const { feeds } = listening
    const reading = this.#reading(template, listening)
    this.bindings.push({
      topic,
      feeds,
      read(draft, message) {
        const text = reading(draft, message)
        if (text === null) return
        if (text === '' && !listening.emptyToo) draft.ignore('empty')
        else read(text, draft, message)
      },
    })
  }

  /** What a message says, or null with the reason noted in the draft. */
  #reading(
    template: Template | null | 'refused',
    listening: Listening,
  ): (draft: Draft, message: Message) => string | null {
    const encoding = this.#encoding
    return (draft, message) => {
      const text = message.text(encoding)
      if (text === null) {
        draft.ignore('not_text')
        return null
      }
      if (template === null) return text
      const made = template === 'refused' ? null : template.render(text, message.jsonValue, listening.variables)
      if (made !== null) return made
      if (listening.asItIs && template !== 'refused') return text
      draft.ignore('template_failed')
      return null
    }
  }

  /** What sends to a topic, when it is configured and its template is understood. */
  sender(topicKey: string, templateKey?: string): Sender | null {
    const topic = this.topic(topicKey, 'write')
    const template = templateKey === undefined ? null : this.template(templateKey)
    if (topic === null || template === 'refused') return null
    const [qos, retain] = [this.#qos, this.#retain]
    return (value, variables) => {
      const payload = template === null ? plainPayload(value) : template.render(value, () => undefined, variables)
      if (payload === null) throw new CommandFailed(`the device's ${templateKey} cannot make a message of this`)
      return { topic, payload, qos, retain }
    }
  }

  #readEncoding(): string {
    const encoding = this.text('encoding', 'utf-8')
    if (encoding === '' || !knowsEncoding(encoding)) {
      this.notices.push(`encoding ${JSON.stringify(encoding.slice(0, 20))} cannot be read as text; utf-8 is used`)
      return 'utf-8'
    }
    return encoding.toLowerCase() === 'utf8' ? 'utf-8' : encoding.toLowerCase()
  }

  #readQos(): 0 | 1 | 2 {
    const qos = this.number('qos', 0)
    if (qos === 0 || qos === 1 || qos === 2) return qos
    throw new ConfigFault('qos must be 0, 1 or 2')
  }
}

function plainPayload(value: Value): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value)
}

/** The part as a record, or a fault that names it. */
export function recordOf(key: string, value: unknown): Record<string, unknown> {
  if (isRecord(value)) return value
  throw new ConfigFault(`${key} must be a JSON object`)
}

import { readJson, type JsonRead } from '../bounded-json.ts'
import type { Value } from '../template/index.ts'

/** Largest payload that is looked at, in bytes (SI-09). A larger one is ignored and counted. */
export const maxPayloadBytes = 262_144

const decoders = new Map(
  [
    ['utf-8', 'utf-8'],
    ['utf8', 'utf-8'],
    ['ascii', 'latin1'],
    ['us-ascii', 'latin1'],
    ['latin-1', 'latin1'],
    ['latin1', 'latin1'],
    ['iso-8859-1', 'latin1'],
    ['utf-16', 'utf-16le'],
    ['utf-16le', 'utf-16le'],
  ].map(([name, label]) => [name ?? '', label ?? '']),
)

/** Whether an `encoding` of a discovery message is one that can be read. */
export function knowsEncoding(encoding: string): boolean {
  return decoders.has(encoding.toLowerCase())
}

/**
 * A message of a device. It is decoded and parsed at most once, however many entities listen to its topic: a sensor that
 * reports eight values in one JSON text feeds eight entities.
 */
export class Message {
  readonly topic: string
  readonly payload: Uint8Array
  /** The broker kept it from before we subscribed. */
  readonly retained: boolean
  #text: string | null | undefined
  #json: JsonRead | undefined

  constructor(topic: string, payload: Uint8Array, retained = false) {
    this.topic = topic
    this.payload = payload
    this.retained = retained
  }

  /** The payload as text; null when it is too large or not of that encoding. */
  text(encoding = 'utf-8'): string | null {
    if (encoding !== 'utf-8') return decode(this.payload, encoding)
    if (this.#text === undefined) this.#text = decode(this.payload, 'utf-8')
    return this.#text
  }

  /** The payload as JSON. */
  json(): JsonRead {
    if (this.#json === undefined) {
      const text = this.text()
      this.#json = text === null ? { ok: false, fault: 'not_json' } : readJson(text)
    }
    return this.#json
  }

  /** The payload's JSON for a template; undefined when it is not JSON. */
  readonly jsonValue = (): Value => {
    const read = this.json()
    // JSON's values are exactly those that templates work with.
    return read.ok ? (read.value as Value) : undefined
  }
}

function decode(payload: Uint8Array, encoding: string): string | null {
  const label = decoders.get(encoding.toLowerCase())
  if (payload.byteLength > maxPayloadBytes || label === undefined) return null
  if (label === 'utf-8' && payload.byteLength <= 512) {
    const text = shortText(payload)
    if (text !== null) return text
  }
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(payload)
  } catch {
    return null
  }
}

/** Most messages are short and ASCII; Buffer reads those several times faster. */
function shortText(payload: Uint8Array): string | null {
  for (const byte of payload) if (byte > 0x7f) return null
  return Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength).toString('latin1')
}

import type { StreamEntry } from '../stream.ts'
import { HEADER_BYTES, seal } from './frame.ts'

/**
 * The entries of one group commit, or a run of them. An entry's position counts the stream's entries from 0 and never
 * starts again; its id is `<ms>-<position>`, so that an id says where the entry is.
 */
export interface Batch {
  readonly first: number
  readonly ms: number
  readonly entries: readonly StreamEntry[]
}

/** Payload: position of the first entry and time (6 bytes each), count (4), then each value's length (4) and UTF-8. */
const HEAD_BYTES = 16
export const EMPTY_BATCH_BYTES = HEADER_BYTES + HEAD_BYTES
const LENGTH_BYTES = 4

/** Bytes that a value takes inside a batch. */
export function bytesOf(value: string): number {
  return LENGTH_BYTES + Buffer.byteLength(value)
}

/** `bytes` is the sum of `bytesOf` over the values. */
export function encodeBatch(first: number, ms: number, values: readonly string[], bytes: number): Buffer {
  const frame = Buffer.allocUnsafe(EMPTY_BATCH_BYTES + bytes)
  frame.writeUIntLE(first, HEADER_BYTES, 6)
  frame.writeUIntLE(ms, HEADER_BYTES + 6, 6)
  frame.writeUInt32LE(values.length, HEADER_BYTES + 12)
  let at = EMPTY_BATCH_BYTES
  for (const value of values) {
    const length = frame.write(value, at + LENGTH_BYTES, 'utf8')
    frame.writeUInt32LE(length, at)
    at += LENGTH_BYTES + length
  }
  return seal(frame)
}

export function batchOf(first: number, ms: number, values: readonly string[]): Batch {
  return { first, ms, entries: values.map((value, i) => entryAt(first + i, ms, value)) }
}

export interface BatchHead {
  first: number
  ms: number
  count: number
}

export function decodeHead(payload: Buffer): BatchHead {
  return { first: payload.readUIntLE(0, 6), ms: payload.readUIntLE(6, 6), count: payload.readUInt32LE(12) }
}

/** The part of a batch from position `from` on, at most `count` entries; undefined when there is none. */
export function decodeBatch(payload: Buffer, from: number, count: number): Batch | undefined {
  const head = decodeHead(payload)
  const skip = Math.max(0, from - head.first)
  const end = Math.min(head.count, skip + count)
  if (skip >= end) return undefined
  const entries: StreamEntry[] = []
  let at = HEAD_BYTES
  for (let i = 0; i < end; i++) {
    const next = at + LENGTH_BYTES + payload.readUInt32LE(at)
    if (i >= skip) entries.push(entryAt(head.first + i, head.ms, payload.toString('utf8', at + LENGTH_BYTES, next)))
    at = next
  }
  return { first: head.first + skip, ms: head.ms, entries }
}

/** Where an id says its entry is; undefined for anything that is not an id. */
export function parseId(id: string): { ms: number; position: number } | undefined {
  const dash = id.indexOf('-')
  const ms = Number(id.slice(0, dash))
  const position = Number(id.slice(dash + 1))
  return dash > 0 && Number.isSafeInteger(ms) && Number.isSafeInteger(position) ? { ms, position } : undefined
}

export function idOf(ms: number, position: number): string {
  return `${ms}-${position}`
}

function entryAt(position: number, ms: number, value: string): StreamEntry {
  return { id: idOf(ms, position), value, deliveries: 1 }
}

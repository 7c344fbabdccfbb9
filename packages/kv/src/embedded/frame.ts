import { crc32 } from 'node:zlib'

/**
 * A journal file is a row of frames: magic, CRC-32 of what follows it, length of the payload (each 4 bytes,
 * little-endian), payload. The magic holds bytes that UTF-8 never has, so no stored text looks like a frame.
 */
const MAGIC = Buffer.from([0xff, 0x54, 0x4c, 0xfe])
const MAGIC_NUMBER = MAGIC.readUInt32LE()
export const HEADER_BYTES = 12

/** Completes a frame whose payload is already in place, from byte 12 on. */
export function seal(frame: Buffer): Buffer {
  frame.writeUInt32LE(MAGIC_NUMBER, 0)
  frame.writeUInt32LE(frame.length - HEADER_BYTES, 8)
  frame.writeUInt32LE(crc32(frame.subarray(8)), 4)
  return frame
}

/** A frame around a payload. */
export function frameOf(payload: string): Buffer {
  const frame = Buffer.allocUnsafe(HEADER_BYTES + Buffer.byteLength(payload))
  frame.write(payload, HEADER_BYTES, 'utf8')
  return seal(frame)
}

export type Frame =
  | { kind: 'whole'; payload: Buffer; next: number }
  /** The buffer ends before the frame does; `bytes` is what the frame needs, as far as is known. */
  | { kind: 'cut'; bytes: number }
  | { kind: 'bad' }

/** Reads the frame that begins at `offset`. */
export function frameAt(buffer: Buffer, offset: number): Frame {
  if (buffer.length - offset < HEADER_BYTES) return { kind: 'cut', bytes: HEADER_BYTES }
  if (buffer.readUInt32LE(offset) !== MAGIC_NUMBER) return { kind: 'bad' }
  const bytes = HEADER_BYTES + buffer.readUInt32LE(offset + 8)
  const next = offset + bytes
  if (next > buffer.length) return { kind: 'cut', bytes }
  if (crc32(buffer.subarray(offset + 8, next)) !== buffer.readUInt32LE(offset + 4)) return { kind: 'bad' }
  return { kind: 'whole', payload: buffer.subarray(offset + HEADER_BYTES, next), next }
}

/**
 * Whether any whole frame begins after `offset`. A write that was cut short is the last thing in a file; a bad frame
 * with a whole one behind it was damaged later.
 */
export function hasFrameAfter(buffer: Buffer, offset: number): boolean {
  for (let at = buffer.indexOf(MAGIC, offset + 1); at >= 0; at = buffer.indexOf(MAGIC, at + 1)) {
    if (frameAt(buffer, at).kind === 'whole') return true
  }
  return false
}

import type { DiskFile } from './disk.ts'
import { frameAt, hasFrameAfter, HEADER_BYTES } from './frame.ts'

const CHUNK_BYTES = 256 * 1024

export interface FrameAt {
  offset: number
  payload: Buffer
}

export interface FramesRead {
  frames: FrameAt[]
  /** Where the first frame begins that was not read. */
  next: number
  /** What is at `next` is not a whole frame. */
  bad: boolean
}

/** Reads whole frames from `offset` on: as many as one chunk holds, at least one, none beyond `end`. */
export async function readFrames(file: DiskFile, offset: number, end: number): Promise<FramesRead> {
  let wanted = CHUNK_BYTES
  for (;;) {
    const chunk = Buffer.allocUnsafe(Math.min(wanted, end - offset))
    const held = chunk.subarray(0, await file.read(chunk, offset))
    const frames: FrameAt[] = []
    let at = 0
    while (at < held.length) {
      const frame = frameAt(held, at)
      if (frame.kind === 'whole') {
        frames.push({ offset: offset + at, payload: frame.payload })
        at = frame.next
        continue
      }
      if (frame.kind === 'bad' || offset + at + frame.bytes > end) return { frames, next: offset + at, bad: true }
      if (frames.length === 0) wanted = Math.max(frame.bytes, HEADER_BYTES)
      break
    }
    if (frames.length > 0 || held.length < chunk.length || at === held.length) {
      return { frames, next: offset + at, bad: held.length < chunk.length }
    }
  }
}

/** Whether a bad frame at `offset` is the last thing in the file: then a write was cut short there. */
export async function isTornTail(file: DiskFile, offset: number, end: number): Promise<boolean> {
  const rest = Buffer.allocUnsafe(end - offset)
  const held = await file.read(rest, offset)
  return !hasFrameAfter(rest.subarray(0, held), 0)
}

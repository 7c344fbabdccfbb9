import type { Socket } from 'node:net'

/**
 * Ends a connection whose next MQTT packet is announced larger than `maxBytes`, before it is collected in memory. The
 * broker reads the socket with `read()`; we follow the fixed headers on the way (MQTT 3.1.1 §2.2: one byte of type,
 * then the remaining length in one to four bytes of seven bits).
 */
export function guardFrames(socket: Socket, maxBytes: number, onTooLarge: (bytes: number) => void): void {
  const read = socket.read.bind(socket)
  let expect: 'type' | 'length' | 'body' = 'type'
  let length = 0
  let shift = 0
  let body = 0
  const tooLarge = (chunk: Buffer): boolean => {
    let at = 0
    while (at < chunk.length) {
      if (expect === 'body') {
        const take = Math.min(body, chunk.length - at)
        body -= take
        at += take
        if (body === 0) expect = 'type'
      } else if (expect === 'type') {
        at += 1
        length = 0
        shift = 0
        expect = 'length'
      } else {
        const byte = chunk[at++] ?? 0
        length += (byte & 0x7f) * 2 ** shift
        shift += 7
        if (length > maxBytes) return true
        if (byte < 0x80) {
          body = length
          expect = body === 0 ? 'type' : 'body'
        }
      }
    }
    return false
  }
  socket.read = (size?: number) => {
    const chunk: Buffer | null = read(size)
    if (chunk === null || !tooLarge(chunk)) return chunk
    onTooLarge(length)
    socket.destroy()
    return null
  }
}

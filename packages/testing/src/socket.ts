import { once } from 'node:events'
import type { WebSocket } from '@fastify/websocket'
import type { FastifyInstance } from 'fastify'

/** A page's end of a WebSocket: what it received is kept and can be waited for. */
export class Socket<Received extends { type: string }> implements AsyncDisposable {
  readonly received: Received[] = []
  readonly #socket: WebSocket
  readonly #closed: Promise<number>
  #taken = 0
  #wake: () => void = () => {}

  private constructor(socket: WebSocket) {
    this.#socket = socket
    this.#closed = once(socket, 'close').then(([code]) => Number(code))
    socket.on('message', (data: Buffer) => {
      this.received.push(JSON.parse(data.toString('utf8')))
      this.#wake()
    })
    void this.#closed.then(() => this.#wake())
  }

  /** Rejects when the door is not opened. */
  static async open<Received extends { type: string }>(
    server: FastifyInstance,
    path: string,
    headers: Record<string, string>,
  ): Promise<Socket<Received>> {
    const { promise, resolve } = Promise.withResolvers<Socket<Received>>()
    // Listens before the first frame can come.
    await server.injectWS(
      path,
      { headers: { host: 'localhost', ...headers } },
      { onInit: (ws) => resolve(new Socket<Received>(ws)) },
    )
    return promise
  }

  /** The next message of this type that was not waited for yet. Messages of other types before it are passed over. */
  async next<T extends Received['type']>(type: T): Promise<Extract<Received, { type: T }>> {
    for (;;) {
      while (this.#taken < this.received.length) {
        const message = this.received[this.#taken++]
        if (message?.type === type) return message as Extract<Received, { type: T }>
      }
      if (this.#socket.readyState >= this.#socket.CLOSING) throw new Error(`the socket closed before a ${type} came`)
      const { promise, resolve } = Promise.withResolvers<void>()
      this.#wake = resolve
      await promise
    }
  }

  send(message: unknown): void {
    this.#socket.send(typeof message === 'string' || Buffer.isBuffer(message) ? message : JSON.stringify(message))
  }

  /** The code with which the other side closed. */
  closed(): Promise<number> {
    return this.#closed
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#socket.terminate()
    await this.#closed
  }
}

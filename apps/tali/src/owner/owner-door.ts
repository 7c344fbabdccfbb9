import { once } from 'node:events'
import { chmod, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'

/**
 * The door for whoever owns the data folder: the same API over a Unix socket that only its owner can open. Who comes
 * through here is the owner of the machine; no password is needed, none could be stolen.
 */
export class OwnerDoor implements AsyncDisposable {
  readonly #came = new WeakSet<IncomingMessage>()
  readonly #server = createServer()
  readonly #path: string

  constructor(path: string) {
    this.#path = path
  }

  /** Whether a request came through this door. */
  isOwner = (request: IncomingMessage): boolean => this.#came.has(request)

  /** The folder's lock is held by then: a socket that is there was left by a process that ended. */
  async listen(answer: RequestListener): Promise<void> {
    await rm(this.#path, { force: true })
    this.#server.on('request', (request, response) => {
      this.#came.add(request)
      answer(request, response)
    })
    this.#server.listen(this.#path)
    await once(this.#server, 'listening')
    await chmod(this.#path, 0o600)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#server.listening) return
    const closed = once(this.#server, 'close')
    this.#server.close()
    this.#server.closeAllConnections()
    await closed
  }
}

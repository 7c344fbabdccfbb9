import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { WebSocketServer, type WebSocket } from 'ws'
import { StoryServer, type StoryOptions } from '../../src/stories/story-server.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
}
/** As TALI sends it. */
const policy =
  "default-src 'self'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'"

/** Serves a built page with a TALI of cardboard behind it: real HTTP, real sockets, a real cookie. */
export class Site implements AsyncDisposable {
  readonly story: StoryServer
  readonly #root: string
  readonly #server: Server
  readonly #sockets = new WebSocketServer({ noServer: true })
  #port = 0
  #session = false

  private constructor(root: string, options: StoryOptions & { signedIn: boolean }) {
    this.#root = root
    this.story = new StoryServer(options)
    this.#session = options.signedIn
    this.#server = createServer((request, response) => void this.#serve(request, response))
    this.#server.on('upgrade', (request: IncomingMessage, socket, head) => {
      if (!this.#session) return socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n')
      this.#sockets.handleUpgrade(request, socket, head, (web) => this.#join(web, request.url ?? ''))
      return undefined
    })
  }

  static async open(root: string, options: Partial<StoryOptions> & { signedIn?: boolean } = {}): Promise<Site> {
    const site = new Site(root, { language: 'en', now: Date.now, signedIn: true, ...options })
    await site.start()
    return site
  }

  get url(): string {
    return `http://localhost:${this.#port}`
  }

  /** Listens, again on the same port after `stop`. */
  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(this.#port, '127.0.0.1', resolve))
    this.#port = (this.#server.address() as AddressInfo).port
  }

  /** As if TALI were killed: every connection breaks. */
  async stop(): Promise<void> {
    for (const socket of this.#sockets.clients) socket.terminate()
    this.#server.closeAllConnections()
    await new Promise<void>((resolve) => this.#server.close(() => resolve()))
  }

  /** The session ended somewhere else. */
  endSession(): void {
    this.#session = false
    for (const socket of this.#sockets.clients) socket.terminate()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop()
  }

  #join(web: WebSocket, path: string): void {
    const far = this.story.connect(path, (message) => web.send(JSON.stringify(message)))
    web.on('message', (data: Buffer) => far.receive(JSON.parse(data.toString())))
    web.on('close', () => far.close())
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url)
    response.setHeader('content-security-policy', policy)
    if (url.pathname.startsWith('/api/')) return this.#answer(request, response, url)
    const file = normalize(url.pathname).replace(/^\/+/, '')
    const body = extname(file) ? await readFile(join(this.#root, file)).catch(() => null) : null
    if (extname(file) && body === null) return void response.writeHead(404).end()
    response.setHeader('content-type', types[extname(file) || '.html'] ?? 'application/octet-stream')
    response.end(body ?? (await readFile(join(this.#root, 'index.html'))))
  }

  async #answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const text = Buffer.concat(chunks).toString()
    const { method = 'GET' } = request
    const open = url.pathname === '/api/status' || url.pathname.startsWith('/api/welcome/')
    const refused = {
      status: 401,
      body: { type: 'about:blank', title: 'No', status: 401, detail: 'Sign in first.', code: 'signed_out' },
    }
    const answer =
      open || this.#session
        ? await this.story.handle(method, url.pathname, url.searchParams, text ? JSON.parse(text) : {})
        : refused
    if (url.pathname === '/api/welcome/resident' && answer.status === 200) this.#session = true
    if (url.pathname === '/api/session' && method === 'DELETE') this.#session = false
    response.writeHead(answer.status, { 'content-type': 'application/json' })
    response.end(answer.status === 204 ? undefined : JSON.stringify(answer.body))
  }
}

import { signal, type ReadonlySignal } from '@preact/signals'
import { backoffMs } from './backoff.ts'

/**
 * `opening → open → waiting → opening …`, and `closed` before `start` and after `stop`.
 * `waiting` is the pause before the next try.
 */
export type LineState = 'closed' | 'opening' | 'open' | 'waiting'

/** The little of a WebSocket that a line needs. */
export type SocketMaker = (path: string) => WebSocket

/** A WebSocket of JSON messages that comes back by itself, with backoff and jitter. */
export class Line<Receive, Send = never> {
  readonly #state = signal<LineState>('closed')
  readonly #path: string
  readonly #makeSocket: SocketMaker
  readonly #random: () => number
  readonly #onMessage: (message: Receive) => void
  readonly #onLost: () => void
  #socket: WebSocket | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #failures = 0

  constructor(options: {
    path: string
    makeSocket: SocketMaker
    random: () => number
    onMessage: (message: Receive) => void
    /** The line broke, or could not be opened: a chance to ask whether we are still signed in. */
    onLost: () => void
  }) {
    this.#path = options.path
    this.#makeSocket = options.makeSocket
    this.#random = options.random
    this.#onMessage = options.onMessage
    this.#onLost = options.onLost
  }

  get state(): ReadonlySignal<LineState> {
    return this.#state
  }

  start(): void {
    if (this.#state.peek() === 'closed') this.#open()
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#state.value = 'closed'
    this.#socket?.close()
    this.#socket = undefined
    this.#failures = 0
  }

  /** Tries now instead of at the end of the pause: the network came back, or a person asked. */
  hurry(): void {
    if (this.#state.peek() !== 'waiting') return
    clearTimeout(this.#timer)
    this.#open()
  }

  /** False when the line is not open; nothing is kept for later then. */
  send(message: Send): boolean {
    if (this.#state.peek() !== 'open' || !this.#socket) return false
    this.#socket.send(JSON.stringify(message))
    return true
  }

  #open(): void {
    const socket = this.#makeSocket(this.#path)
    this.#socket = socket
    this.#state.value = 'opening'
    socket.addEventListener('open', () => {
      if (this.#socket !== socket) return
      this.#failures = 0
      this.#state.value = 'open'
    })
    socket.addEventListener('message', (event: MessageEvent<string>) => {
      if (this.#socket === socket) this.#onMessage(JSON.parse(event.data) as Receive)
    })
    socket.addEventListener('close', () => {
      if (this.#socket === socket) this.#wait()
    })
  }

  #wait(): void {
    this.#socket = undefined
    this.#failures += 1
    this.#state.value = 'waiting'
    this.#timer = setTimeout(() => this.#open(), backoffMs(this.#failures, this.#random()))
    this.#onLost()
  }
}

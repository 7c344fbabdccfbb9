import { batch, computed, signal, type ReadonlySignal } from '@preact/signals'
import type { ChatMessage, ChatReceive, ChatSend, Choice, Problem, TurnProgress } from '@tali/contracts'
import type { Api } from './api.ts'

/**
 * What a person wrote here and the server has not echoed yet:
 * `sending → (echoed: gone)`, or `→ unsent` when no line was open, or `→ unsure` when the line broke in between,
 * or `→ failed` when the server said no. Nothing is ever sent again without a person's word.
 */
export interface Outgoing {
  id: string
  text: string
  at: number
  state: 'sending' | 'unsent' | 'unsure' | 'failed'
  problem: Problem | null
}

/** A turn that the server works on. `watched` is false once a person stopped waiting for it. */
export interface RunningTurn {
  turnId: string
  startedAt: number
  progress: TurnProgress[]
  watched: boolean
  problem: Problem | null
}

/** What the chat needs from its line to the server. */
export interface ChatLine {
  send(message: ChatSend): boolean
}

/** The conversation as this page shows it: history, what is on its way, and the turn that runs. */
export class Chat {
  readonly #api: Pick<Api, 'olderMessages'>
  readonly #line: ChatLine
  readonly #now: () => number
  readonly #newId: () => string
  readonly #messages = signal<ChatMessage[]>([])
  readonly #outgoing = signal<Outgoing[]>([])
  readonly #turns = signal<RunningTurn[]>([])
  readonly #more = signal(false)
  readonly #known = signal(false)
  readonly #answered = signal<ReadonlyMap<string, string>>(new Map())
  readonly #loadingOlder = signal(false)
  readonly #heard = signal(0)

  constructor(options: { api: Pick<Api, 'olderMessages'>; line: ChatLine; now: () => number; newId: () => string }) {
    this.#api = options.api
    this.#line = options.line
    this.#now = options.now
    this.#newId = options.newId
  }

  /** Oldest first. */
  get messages(): ReadonlySignal<ChatMessage[]> {
    return this.#messages
  }
  get outgoing(): ReadonlySignal<Outgoing[]> {
    return this.#outgoing
  }
  get turns(): ReadonlySignal<RunningTurn[]> {
    return this.#turns
  }
  /** There are older messages than those shown. */
  get more(): ReadonlySignal<boolean> {
    return this.#more
  }
  /** The history has come, so an empty list means that nothing was ever said. */
  get known(): ReadonlySignal<boolean> {
    return this.#known
  }
  /** Question → the choice that was pressed on this page. */
  get answered(): ReadonlySignal<ReadonlyMap<string, string>> {
    return this.#answered
  }
  /** Counts messages of TALI's, for the live region. */
  get heard(): ReadonlySignal<number> {
    return this.#heard
  }
  /** Somebody waits here for an answer. */
  readonly busy = computed(
    () =>
      this.#turns.value.some((turn) => turn.watched && !turn.problem) ||
      this.#outgoing.value.some((outgoing) => outgoing.state === 'sending'),
  )

  say(text: string): void {
    const id = this.#newId()
    // Shown before it is sent: the echo that takes it away may come at once.
    this.#outgoing.value = [...this.#outgoing.peek(), { id, text, at: this.#now(), state: 'sending', problem: null }]
    if (this.#line.send({ type: 'say', id, text })) return
    this.#outgoing.value = this.#outgoing.peek().map((one) => (one.id === id ? { ...one, state: 'unsent' } : one))
  }

  /** Sends again what did not arrive. */
  retry(id: string): void {
    const outgoing = this.#outgoing.peek().find((one) => one.id === id)
    if (!outgoing) return
    this.discard(id)
    this.say(outgoing.text)
  }

  discard(id: string): void {
    this.#outgoing.value = this.#outgoing.peek().filter((one) => one.id !== id)
  }

  /** Answers a question with one of its buttons. False when there is no line: the buttons stay. */
  choose(questionId: string, choice: Choice): boolean {
    const id = this.#newId()
    const sent = this.#line.send({ type: 'choose', id, questionId, choiceId: choice.id, label: choice.label })
    if (sent) this.#answered.value = new Map(this.#answered.peek()).set(questionId, choice.id)
    return sent
  }

  /** Stops waiting: the stream is hidden, the answer still comes into the history. */
  stopWaiting(): void {
    this.#turns.value = this.#turns.peek().map((turn) => ({ ...turn, watched: false }))
  }

  async loadOlder(): Promise<void> {
    const first = this.#messages.peek()[0]
    if (!first || !this.#more.peek() || this.#loadingOlder.peek()) return
    this.#loadingOlder.value = true
    try {
      const page = await this.#api.olderMessages(first.id)
      batch(() => {
        this.#messages.value = [...page.messages, ...this.#messages.peek()]
        this.#more.value = page.more
      })
    } finally {
      this.#loadingOlder.value = false
    }
  }

  take(received: ChatReceive): void {
    batch(() => {
      switch (received.type) {
        case 'history':
          return this.#takeHistory(received.messages, received.more)
        case 'message':
          return this.#takeMessage(received.message, received.id)
        case 'typing':
          return this.#changeTurn(received.turnId, (turn) => turn)
        case 'progress':
          return this.#changeTurn(received.turnId, (turn) => ({
            ...turn,
            progress: [...turn.progress, received.progress],
          }))
        case 'failed':
          return this.#takeFailure(received.turnId, received.id, received.problem)
      }
    })
  }

  /** The line broke: whatever was on its way may or may not have arrived. */
  lineLost(): void {
    this.#outgoing.value = this.#outgoing
      .peek()
      .map((one) => (one.state === 'sending' ? { ...one, state: 'unsure' as const } : one))
  }

  forget(): void {
    batch(() => {
      this.#messages.value = []
      this.#outgoing.value = []
      this.#turns.value = []
      this.#known.value = false
    })
  }

  #takeHistory(messages: ChatMessage[], more: boolean): void {
    const shown = this.#messages.peek()
    const overlap = shown.findIndex((message) => message.id === messages[0]?.id)
    if (overlap > 0) {
      this.#messages.value = [...shown.slice(0, overlap), ...messages]
    } else {
      this.#messages.value = messages
      this.#more.value = more
    }
    this.#known.value = true
    const replied = new Set(messages.filter(isTali).map((message) => message.turnId))
    this.#turns.value = this.#turns.peek().filter((turn) => !replied.has(turn.turnId))
    this.#outgoing.value = this.#outgoing.peek().filter((one) => !arrived(one, messages))
  }

  #takeMessage(message: ChatMessage, id: string | null): void {
    if (id !== null) this.discard(id)
    const shown = this.#messages.peek()
    if (!shown.some((one) => one.id === message.id)) this.#messages.value = [...shown, message]
    if (isTali(message)) {
      this.#turns.value = this.#turns.peek().filter((turn) => turn.turnId !== message.turnId)
      this.#heard.value += 1
    }
  }

  #changeTurn(turnId: string, change: (turn: RunningTurn) => RunningTurn): void {
    const turns = this.#turns.peek()
    const known = turns.find((turn) => turn.turnId === turnId)
    const fresh = { turnId, startedAt: this.#now(), progress: [], watched: true, problem: null }
    this.#turns.value = known ? turns.map((turn) => (turn === known ? change(turn) : turn)) : [...turns, change(fresh)]
  }

  #takeFailure(turnId: string | null, id: string | null, problem: Problem): void {
    const outgoing = this.#outgoing.peek()
    if (outgoing.some((one) => one.id === id)) {
      this.#outgoing.value = outgoing.map((one) => (one.id === id ? { ...one, state: 'failed', problem } : one))
    } else if (turnId !== null) {
      this.#changeTurn(turnId, (turn) => ({ ...turn, problem }))
    }
  }
}

function isTali(message: ChatMessage): boolean {
  return message.author.kind === 'tali'
}

/** The history does not tell our ids, so a text of the same wording, written since, is taken to be the one. */
function arrived(outgoing: Outgoing, messages: ChatMessage[]): boolean {
  return (
    outgoing.state === 'unsure' &&
    messages.some(
      (message) =>
        !isTali(message) && message.text === outgoing.text.trim() && Date.parse(message.at) >= outgoing.at - 5_000,
    )
  )
}

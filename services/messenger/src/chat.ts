import { randomUUIDv7 } from 'node:crypto'
import {
  maxTurnLength,
  type ChatMessage,
  type ChatSend,
  type EventData,
  type Link,
  type Principal,
  type TurnPart,
  type TurnReply,
  type TurnRequest,
} from '@tali/contracts'
import { isoTime, toProblem, type Clock, type Tasks } from '@tali/runtime'
import type { Channel } from './channels/channel.ts'
import type { MessengerEvents } from './events.ts'
import type { History } from './history.ts'

export interface ChatOptions {
  link: Link
  history: History
  channels: readonly Channel[]
  clock: Clock
  tasks: Tasks
  events: MessengerEvents
  timeZone: string
  /** Ends the turns that still wait when the service stops. */
  signal: AbortSignal
}

type Resident = Extract<Principal, { kind: 'resident' }>

/** A turn may wait for several devices in a row; beyond this something of ours hangs. */
const turnTimeoutMs = 60_000

/** A conversation with one resident, whatever channel it runs on. Several channels and screens see the same. */
export class Chat {
  readonly #options: ChatOptions
  #lastAt = 0

  constructor(options: ChatOptions) {
    this.#options = options
  }

  static conversationOf(residentId: string): string {
    return `chat:${residentId}`
  }

  /** Takes what a resident said or pressed, and shows all that follows. Resolves when the reply is shown. */
  take(resident: Resident, send: ChatSend): Promise<void> {
    const taken = this.#take(resident, send)
    this.#options.tasks.run('take a turn', () => taken)
    return taken
  }

  async #take(resident: Resident, send: ChatSend): Promise<void> {
    const { link, events, signal } = this.#options
    const conversationId = Chat.conversationOf(resident.residentId)
    const turnId = randomUUIDv7()
    const said = send.type === 'say' ? send.text.slice(0, maxTurnLength + 1) : send.label
    const message: ChatMessage = {
      id: randomUUIDv7(),
      conversationId,
      author: { kind: 'resident', residentId: resident.residentId, name: resident.name },
      turnId,
      text: said,
      parts: [],
      at: this.#nextAt(),
    }
    const kept = this.#keep(message)
    this.#show(conversationId, { type: 'message', message, id: send.id })
    this.#show(conversationId, { type: 'typing', turnId })
    try {
      const turn = turnOf(resident, send, turnId, conversationId)
      const reply = await link.request('core.turn.take', turn, { timeoutMs: turnTimeoutMs, signal })
      await kept
      await this.#reply(resident, message, reply)
    } catch (error) {
      if (!signal.aborted) events.turnFailed(error)
      this.#show(conversationId, { type: 'failed', turnId, id: send.id, problem: toProblem(error) })
    }
  }

  /** Something to tell that nobody asked for just now, such as a timer's end. */
  async tell(
    { noticeId, residentId, say, at }: EventData<'tali.core.notice.raised'>,
    residents: readonly { id: string; language: string }[],
  ): Promise<void> {
    const { link, timeZone } = this.#options
    for (const { id, language } of residents.filter((each) => residentId === null || each.id === residentId)) {
      const worded = await link.request('persona.words.find', {
        say,
        language,
        residentId: id,
        channel: 'chat',
        now: at,
        timeZone,
      })
      await this.#say(Chat.conversationOf(id), noticeId, [{ intent: null, say, worded }], worded.text)
    }
  }

  progress({ conversationId, turnId, progress }: EventData<'tali.core.turn.progressed'>): void {
    this.#show(conversationId, { type: 'progress', turnId, progress })
  }

  async #reply(resident: Resident, said: ChatMessage, reply: TurnReply): Promise<void> {
    await this.#say(reply.conversationId, reply.turnId, reply.parts, reply.text)
    const { tasks, link } = this.#options
    tasks.run('record the interaction', () =>
      link.request('persona.interaction.record', {
        turnId: reply.turnId,
        conversationId: reply.conversationId,
        residentId: resident.residentId,
        channel: 'chat',
        said: said.text,
        answered: reply.text,
        parts: reply.parts,
        at: said.at,
      }),
    )
  }

  async #say(conversationId: string, turnId: string, parts: TurnPart[], text: string): Promise<void> {
    const message: ChatMessage = {
      id: randomUUIDv7(),
      conversationId,
      author: { kind: 'tali' },
      turnId,
      text,
      parts,
      at: this.#nextAt(),
    }
    this.#show(conversationId, { type: 'message', message, id: null })
    await this.#keep(message)
  }

  /** The chat goes on while the database is away; what was said then is not in the history, and that is reported. */
  async #keep(message: ChatMessage): Promise<void> {
    try {
      await this.#options.history.keep(message)
    } catch (error) {
      this.#options.events.messageNotKept(error)
    }
  }

  /** No two messages share a moment: the history is in the order of their times, and an answer may be very quick. */
  #nextAt(): string {
    this.#lastAt = Math.max(this.#options.clock.now(), this.#lastAt + 1)
    return isoTime(this.#lastAt)
  }

  #show: Channel['show'] = (conversationId, what) => {
    for (const channel of this.#options.channels) channel.show(conversationId, what)
  }
}

function turnOf(resident: Resident, send: ChatSend, turnId: string, conversationId: string): TurnRequest {
  return {
    turnId,
    conversationId,
    principal: resident,
    channel: 'chat',
    language: resident.language,
    areaId: null,
    text: send.type === 'say' ? send.text : null,
    choice: send.type === 'choose' ? { questionId: send.questionId, choiceId: send.choiceId } : null,
  }
}

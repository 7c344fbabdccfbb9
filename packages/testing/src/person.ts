import type { ChatReceive, LiveMessage, Resident, TurnReply } from '@tali/contracts'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { Socket } from './socket.ts'

type Answer = Awaited<ReturnType<FastifyInstance['inject']>>

/** Somebody at the HTTP door: with a session, a token, as the machine's owner, or a stranger with nothing. */
export class Person {
  readonly credentials: { readonly headers: Record<string, string>; readonly remoteAddress?: string }
  readonly #server: FastifyInstance

  constructor(server: FastifyInstance, credentials: Person['credentials']) {
    this.#server = server
    this.credentials = credentials
  }

  /** Becomes a resident by a code, as on the Welcome page. */
  static async enter(
    server: FastifyInstance,
    code: string,
    who: { name: string; language: 'en' | 'de' },
  ): Promise<{ person: Person; resident: Resident }> {
    const stranger = new Person(server, { headers: {} })
    const welcomed = await stranger.post('/api/welcome/code', { code })
    const entered = await stranger.request('POST', '/api/welcome/resident', {
      payload: who,
      headers: { cookie: cookieOf(welcomed) },
    })
    if (entered.statusCode !== 200) throw new Error(`could not enter: ${entered.body}`)
    return { person: new Person(server, { headers: { cookie: cookieOf(entered) } }), resident: entered.json() }
  }

  get(url: string): Promise<Answer> {
    return this.request('GET', url)
  }

  post(url: string, payload: InjectOptions['payload']): Promise<Answer> {
    return this.request('POST', url, { payload })
  }

  request(
    method: NonNullable<InjectOptions['method']>,
    url: string,
    more: Pick<InjectOptions, 'payload' | 'headers'> = {},
  ): Promise<Answer> {
    const { headers, remoteAddress } = this.credentials
    return this.#server.inject({
      method,
      url,
      remoteAddress,
      ...more,
      headers: { host: 'localhost', ...headers, ...more.headers },
    })
  }

  /** Says something and hears the answer. Turns of one `conversation` belong together. */
  async say(text: string, conversation: string | null = null): Promise<TurnReply> {
    const answer = await this.post('/api/turns', { text, conversationId: conversation })
    if (answer.statusCode !== 200) throw new Error(`no answer to ${JSON.stringify(text)}: ${answer.body}`)
    return answer.json()
  }

  openChat(): Promise<Socket<ChatReceive>> {
    return Socket.open(this.#server, '/api/chat', this.credentials.headers)
  }

  watch(): Promise<Socket<LiveMessage>> {
    return Socket.open(this.#server, '/api/live', this.credentials.headers)
  }
}

/** The cookies of an answer, as the next request sends them. */
export function cookieOf(answer: Answer): string {
  return answer.cookies
    .filter((cookie) => cookie.value !== '')
    .map((cookie) => `${cookie.name}=${cookie.value}`)
    .join('; ')
}

import type {
  Area,
  ChatMessage,
  ChatSend,
  CommandResult,
  Entity,
  EntityState,
  Floor,
  Home,
  Language,
  LedgerEvent,
  LiveMessage,
  Me,
  Outcome,
  Problem,
  Resident,
  TimelineLine,
  Timer,
  TurnPart,
} from '@tali/contracts'
import { expected } from '../home/expected.ts'
import { partOf, refOf, resultOf, storyChat } from './story-chat.ts'
import { storyHome, storyNow } from './story-home.ts'
import { storyId, storyLedger, storyReadings } from './story-ledger.ts'
import { storySystem } from './story-system.ts'

export interface StoryOptions {
  language: Language
  now: () => number
  /** Nobody lives here yet, and the set-up code is `HOME-1234`. */
  fresh?: boolean
  /** The home has no devices and nothing was ever said. */
  empty?: boolean
  ailing?: boolean
  ledgerSize?: number
}

export interface Answer {
  status: number
  body: unknown
}
type Body = Record<string, unknown>
type Send = (message: unknown) => void

/**
 * A TALI of cardboard: answers the page's whole contract from fixed data, in a story page or behind a real socket.
 * Lamps obey, the garage light never answers, what lets people in is asked for first.
 */
export class StoryServer {
  readonly home: Home
  readonly states: Map<string, EntityState>
  readonly sent: { entityId: string; action: string; parameters: Body }[] = []
  /** While set, commands wait for it before they conclude. */
  gate: Promise<void> = Promise.resolve()
  readonly #options: StoryOptions
  readonly #live = new Set<Send>()
  readonly #chats = new Set<Send>()
  readonly #messages: ChatMessage[]
  readonly #ledger: TimelineLine[]
  readonly #questions = new Map<string, { entity: Entity; action: string; parameters: Body }>()
  #me: Me
  #residents: Resident[]
  #tokens: { id: string; name: string; residentId: null; createdAt: string; lastUsedAt: null }[] = []
  #ids = 0

  constructor(options: StoryOptions) {
    this.#options = options
    const { home, states } = storyHome(options.language)
    this.home = options.empty ? { floors: [], areas: [], devices: [], entities: [] } : home
    this.states = new Map(options.empty ? [] : states.map((state) => [state.entityId, state]))
    this.#messages = options.empty || options.fresh ? [] : storyChat(options.language)
    this.#ledger = options.empty ? [] : storyLedger(options.language, options.ledgerSize ?? 60)
    const createdAt = new Date(storyNow - 9e8).toISOString()
    const resident: Resident = { id: 'maddie', name: 'Maddie', role: 'admin', language: options.language, createdAt }
    this.#me = { resident, tone: 'plain' }
    this.#residents = options.fresh ? [] : [resident, { ...resident, id: 'jonas', name: 'Jonas', role: 'resident' }]
  }

  /** One HTTP call. Whether somebody is signed in is the door's business. */
  async handle(method: string, path: string, query: URLSearchParams, body: Body): Promise<Answer> {
    const [, , first = '', id = '', last = ''] = path.split('/').map(decodeURIComponent)
    const ok = (answer: unknown): Answer => ({ status: 200, body: answer })
    switch (`${method} ${first}`) {
      case 'GET status':
        return ok({ version: '0.1.0', setUp: !this.#options.fresh, demo: true })
      case 'POST welcome':
        return id === 'code' ? this.#spend(String(body['code'])) : this.#become(body)
      case 'GET me':
        return ok(this.#me)
      case 'PATCH me':
        return ok(this.#changeMe(body))
      case 'DELETE session':
        return { status: 204, body: null }
      case 'GET residents':
        return ok(this.#residents)
      case 'POST pairing-codes':
        return ok({ code: 'LAMP-7342', expiresAt: new Date(this.#options.now() + 900_000).toISOString() })
      case 'GET home':
        return ok({ home: this.home, states: [...this.states.values()] })
      case 'POST floors':
        return ok(this.#addFloor(String(body['name'])))
      case 'PATCH areas':
        return ok(this.#changeArea(id, body))
      case 'PATCH entities':
        return ok(this.#changeEntity(id, body))
      case 'POST entities':
        return last === 'command'
          ? this.#command(id, String(body['action']), (body['parameters'] as Body) ?? {})
          : notFound
      case 'POST questions':
        return this.#answer(id, String(body['choiceId']))
      case 'GET household':
        return ok({ timers: this.#timers(), shoppingList: [] })
      case 'GET suggestions':
        return ok(this.#suggestions())
      case 'GET chat':
        return ok({ messages: [], more: false })
      case 'GET ledger':
        return last === 'why' ? this.#why(id) : ok(this.#timeline(query))
      case 'GET system':
        return ok(storySystem(this.#options.language, this.#options.ailing ?? false))
      case 'GET devices':
        return ok({
          port: 1883,
          username: 'devices',
          password: 'correct-horse-battery',
          hosts: ['192.168.1.20', 'tali.local'],
        })
      case 'GET tokens':
        return ok(this.#tokens)
      case 'POST tokens':
        return ok(this.#makeToken(String(body['name'])))
      default:
        return notFound
    }
  }

  /** Opens a socket: `send` gets what the server says, the answer takes what the page says. */
  connect(path: string, send: Send): { receive: (message: unknown) => void; close: () => void } {
    const group = path.endsWith('/chat') ? this.#chats : this.#live
    group.add(send)
    if (group === this.#chats) send({ type: 'history', messages: this.#messages, more: false })
    else send(this.#homeMessage())
    return {
      receive: (message) => void this.#hear(message as ChatSend),
      close: () => group.delete(send),
    }
  }

  /** A device reports. */
  report(entityId: string, change: Partial<EntityState>): void {
    const before = this.states.get(entityId)
    if (!before) return
    const at = this.#nowIso()
    const state = { ...before, changedAt: at, reportedAt: at, ...change }
    this.states.set(entityId, state)
    this.#tellLive({ type: 'states', states: [state], now: at })
  }

  /** Something happened: it is in the ledger, and open pages are told. */
  note(text: string): void {
    const newest = this.#ledger[0]
    if (!newest) return
    const id = storyId(2_000_000 + (this.#ids += 1))
    const at = this.#nowIso()
    this.#ledger.unshift({ ...newest, id, cursor: `${at}_${id}`, at, text, event: { ...newest.event, id, at } })
    this.#tellLive({ type: 'ledger' })
  }

  #tellLive(message: LiveMessage): void {
    for (const send of this.#live) send(message)
  }
  #tellChat(message: unknown): void {
    for (const send of this.#chats) send(message)
  }
  #nowIso(): string {
    return new Date(this.#options.now()).toISOString()
  }
  #homeMessage(): LiveMessage {
    return { type: 'home', ...this.home, states: [...this.states.values()], now: this.#nowIso() }
  }

  #in(en: string, de: string): string {
    return this.#options.language === 'de' ? de : en
  }

  #spend(code: string): Answer {
    if (code.toUpperCase() !== 'HOME-1234')
      return problem(
        403,
        this.#in('This code is unknown or was used already.', 'Dieser Code ist unbekannt oder schon verbraucht.'),
      )
    const firstResident = this.#residents.length === 0
    const residents = this.#residents.map(({ id, name }) => ({ id, name }))
    return {
      status: 200,
      body: { firstResident, residentId: null, residents, floors: this.home.floors, areas: this.home.areas },
    }
  }
  #become(body: Body): Answer {
    const known = this.#residents.find((resident) => resident.id === body['residentId'])
    const fresh: Resident = { ...this.#me.resident, name: String(body['name']), language: body['language'] as Language }
    this.#me = { ...this.#me, resident: known ?? fresh }
    return { status: 200, body: this.#me.resident }
  }
  #changeMe(body: Body): Me {
    const { tone, ...resident } = body
    this.#me = { resident: { ...this.#me.resident, ...resident }, tone: (tone as Me['tone']) ?? this.#me.tone }
    return this.#me
  }
  #addFloor(name: string): Floor {
    const floor = { id: `floor-${(this.#ids += 1)}`, name, level: null, aliases: [] }
    this.home.floors.push(floor)
    return floor
  }
  #changeArea(id: string, change: Body): Area | undefined {
    const at = this.home.areas.findIndex((area) => area.id === id)
    const area = this.home.areas[at]
    if (!area) return undefined
    this.home.areas[at] = { ...area, ...change }
    this.#tellLive(this.#homeMessage())
    return this.home.areas[at]
  }
  #changeEntity(id: string, change: Body): Entity | undefined {
    const at = this.home.entities.findIndex((entity) => entity.id === id)
    const entity = this.home.entities[at]
    if (!entity) return undefined
    this.home.entities[at] = {
      ...entity,
      ...change,
      name: (change['name'] as string | null | undefined) ?? entity.name,
    }
    this.#tellLive(this.#homeMessage())
    return this.home.entities[at]
  }
  #makeToken(name: string) {
    const info = {
      id: `token-${(this.#ids += 1)}`,
      name,
      residentId: null,
      createdAt: this.#nowIso(),
      lastUsedAt: null,
    }
    this.#tokens.push(info)
    return { token: 'tali_9f2c7d41e0b84c5fa1d3', info }
  }
  #timers(): Timer[] {
    const endsAt = new Date(storyNow + 247_000).toISOString()
    return [{ id: 'tea', name: 'Tea', seconds: 600, endsAt, remainingSeconds: 247, paused: false, areaId: null }]
  }
  #suggestions(): string[] {
    if (this.#options.empty) return []
    return this.#options.language === 'en'
      ? ['Turn off the sofa lamp', 'How warm is it in the bedroom?', 'Is any window open?']
      : ['Mach die Sofalampe aus', 'Wie warm ist es im Schlafzimmer?', 'Ist irgendwo ein Fenster offen?']
  }

  async #command(entityId: string, action: string, parameters: Body): Promise<Answer> {
    const entity = this.home.entities.find((one) => one.id === entityId)
    if (!entity) return notFound
    const guarded = action === 'unlock' || (entityId === 'cover.garage' && action === 'open_cover')
    return {
      status: 200,
      body: guarded ? this.#ask(entity, action, parameters) : await this.#do(entity, action, parameters),
    }
  }
  #ask(entity: Entity, action: string, parameters: Body): TurnPart {
    const questionId = `question-${(this.#ids += 1)}`
    this.#questions.set(questionId, { entity, action, parameters })
    const en = this.#options.language === 'en'
    const choices = (['yes', 'no'] as const).map((kind) => ({
      id: kind,
      kind,
      hint: null,
      label: en ? (kind === 'yes' ? 'Yes' : 'No') : kind === 'yes' ? 'Ja' : 'Nein',
    }))
    const expiresAt = new Date(this.#options.now() + 30_000).toISOString()
    const verb =
      action === 'unlock' ? (en ? 'Really unlock' : 'Wirklich aufschließen:') : en ? 'Really open' : 'Wirklich öffnen:'
    return partOf(
      {
        kind: 'ask',
        about: 'confirmation',
        said: null,
        action,
        parameters,
        entities: [refOf(entity, this.#options.language)],
        question: { questionId, choices, expiresAt },
      },
      `${verb} ${entity.name}?`,
    )
  }
  async #answer(questionId: string, choiceId: string): Promise<Answer> {
    const question = this.#questions.get(questionId)
    this.#questions.delete(questionId)
    if (!question)
      return {
        status: 200,
        body: partOf(
          { kind: 'question_over', why: 'unknown' },
          this.#in('That question is over.', 'Diese Frage ist vorbei.'),
        ),
      }
    if (choiceId !== 'yes')
      return {
        status: 200,
        body: partOf({ kind: 'question_over', why: 'declined' }, this.#in('Left as it is.', 'Bleibt, wie es ist.')),
      }
    return { status: 200, body: await this.#do(question.entity, question.action, question.parameters) }
  }
  async #do(entity: Entity, action: string, parameters: Body): Promise<TurnPart> {
    this.sent.push({ entityId: entity.id, action, parameters })
    const sentAt = this.#nowIso()
    await this.gate
    const result = this.#conclude(entity, action, parameters, sentAt)
    const scope = { areaName: null, floorName: null, domain: null, deviceClass: null }
    const results = [{ ...result, entity: refOf(entity, this.#options.language) }]
    const { name } = entity
    const text =
      result.outcome === 'no_echo'
        ? this.#in(`${name} has not answered.`, `${name} hat nicht geantwortet.`)
        : this.#in(`${name}: done.`, `${name}: erledigt.`)
    return partOf({ kind: 'did', action, parameters, scope, results }, text)
  }
  #conclude(entity: Entity, action: string, parameters: Body, sentAt: string): CommandResult {
    const state = this.states.get(entity.id)
    const silent = entity.id === 'light.garage'
    const outcome: Outcome = silent ? 'no_echo' : state?.available ? 'confirmed' : 'failed'
    if (outcome === 'confirmed' && state) {
      const next =
        action === 'unlock'
          ? 'unlocked'
          : action === 'lock'
            ? 'locked'
            : action === 'open_cover'
              ? 'open'
              : action === 'close_cover'
                ? 'closed'
                : null
      this.report(entity.id, next ? { value: next } : expected(state, action, parameters))
    }
    const reason = silent ? 'device_silent' : outcome === 'failed' ? 'device_offline' : null
    return resultOf(entity, action, parameters, outcome, sentAt, reason)
  }

  /** The chat understands one thing: the name of an entity, and `on` or `off`. */
  async #hear(message: ChatSend): Promise<void> {
    const text = message.type === 'say' ? message.text : message.label
    const turnId = `turn-live-${(this.#ids += 1)}`
    const common = { conversationId: 'c', turnId, at: this.#nowIso() }
    const { id: residentId, name } = this.#me.resident
    const said: ChatMessage = {
      ...common,
      id: `${turnId}-said`,
      author: { kind: 'resident', residentId, name },
      text,
      parts: [],
    }
    this.#messages.push(said)
    this.#tellChat({ type: 'message', id: message.id, message: said })
    this.#tellChat({ type: 'typing', turnId })
    const entity = this.home.entities.find((one) => text.toLowerCase().includes(one.name.toLowerCase()))
    const part = entity
      ? await this.#turn(turnId, entity, / off\b| aus\b/.test(text) ? 'turn_off' : 'turn_on')
      : partOf(
          {
            kind: 'not_understood',
            why: 'no_match',
            said: text,
            scope: { areaName: null, floorName: null, domain: null, deviceClass: null },
            known: [this.#in('Kitchen lamp', 'Küchenlampe'), this.#in('Sofa lamp', 'Sofalampe')],
          },
          this.#in('I did not get that.', 'Das habe ich nicht verstanden.'),
        )
    const reply: ChatMessage = {
      ...common,
      id: `${turnId}-reply`,
      author: { kind: 'tali' },
      text: part.worded.text,
      parts: [part],
    }
    this.#messages.push(reply)
    this.#tellChat({ type: 'message', id: message.id, message: reply })
  }
  async #turn(turnId: string, entity: Entity, action: string): Promise<TurnPart> {
    const { id: entityId, name } = entity
    this.#tellChat({
      type: 'progress',
      turnId,
      progress: { kind: 'sent', clause: 0, entityId, name, action, at: this.#nowIso() },
    })
    const part = await this.#do(entity, action, {})
    const result = part.say.kind === 'did' ? part.say.results[0] : undefined
    if (result) this.#tellChat({ type: 'progress', turnId, progress: { kind: 'concluded', clause: 0, name, result } })
    return part
  }

  #timeline(query: URLSearchParams) {
    const limit = Number(query.get('limit') ?? 50)
    const entityId = query.get('entity')
    const value = Number(this.states.get(entityId ?? '')?.value)
    if (entityId?.startsWith('sensor.') && Number.isFinite(value))
      return { lines: storyReadings(entityId, value), next: null }
    const { before, since } = { before: query.get('before'), since: query.get('since') }
    const fits = ({ event, cursor }: TimelineLine): boolean =>
      (!before || cursor < before) &&
      (!since || cursor > since) &&
      (!entityId || ('entityId' in event && event.entityId === entityId)) &&
      (!query.get('area') || ('areaId' in event && event.areaId === query.get('area'))) &&
      (!query.get('cause') || event.cause.kind === query.get('cause')) &&
      (!query.get('resident') || (event.cause.kind === 'resident' && event.cause.residentId === query.get('resident')))
    const lines = this.#ledger.filter(fits)
    return { lines: lines.slice(0, limit), next: lines.length > limit ? (lines[limit - 1]?.cursor ?? null) : null }
  }
  #why(eventId: string): Answer {
    const chain: TimelineLine[] = []
    let next: LedgerEvent['parentId'] = eventId
    while (next !== null && chain.length < 20) {
      const line = this.#ledger.find((one) => one.id === next)
      if (!line) break
      chain.push(line)
      next = line.event.parentId
    }
    return chain[0] ? { status: 200, body: { text: chain[0].text, lines: chain } } : notFound
  }
}

function problem(status: number, detail: string): Answer {
  const body: Problem = { type: 'about:blank', title: 'No', status, detail, code: 'story' }
  return { status, body }
}
const notFound = problem(404, 'There is no such thing.')

import type {
  Area,
  ChatMessage,
  DeviceAccess,
  Entity,
  Floor,
  HomeSnapshot,
  Household,
  Language,
  Me,
  PairingCode,
  Problem,
  Resident,
  Status,
  SystemHealth,
  Timeline,
  TokenCreated,
  TokenInfo,
  Tone,
  TurnPart,
  Welcome,
  Why,
} from '@tali/contracts'

/** The server said no; `problem.detail` is for people. */
export class Refused extends Error {
  override name = 'Refused'
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

/** No answer came: the server is away, or the network is. */
export class Unreachable extends Error {
  override name = 'Unreachable'
}

const patienceMs = 20_000

export interface LedgerFilter {
  area?: string | undefined
  entity?: string | undefined
  resident?: string | undefined
  cause?: string | undefined
  before?: string | undefined
  since?: string | undefined
  limit?: number | undefined
}

export type Api = ReturnType<typeof createApi>

/**
 * Every HTTP call of the page. Each rejects with `Refused` or `Unreachable`, and nothing else.
 * The bodies are the server's own contract types; page and server are always of one version.
 */
export function createApi(options: { fetch: typeof fetch; onSignedOut: () => void }) {
  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await options
      .fetch(path, {
        method,
        signal: AbortSignal.timeout(patienceMs),
        ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      })
      .catch((cause: unknown) => {
        throw new Unreachable(`${method} ${path} was not answered`, { cause })
      })
    if (!response.ok) {
      if (response.status === 401) options.onSignedOut()
      throw await refusalOf(response)
    }
    return (response.status === 204 ? undefined : await response.json()) as T
  }
  const get = <T>(path: string): Promise<T> => call<T>('GET', path)
  const id = encodeURIComponent

  return {
    status: () => get<Status>('/api/status'),
    spendCode: (code: string) => call<Welcome>('POST', '/api/welcome/code', { code }),
    welcome: () => get<Welcome>('/api/welcome'),
    become: (who: { name: string; language: Language } | { residentId: string }) =>
      call<Resident>('POST', '/api/welcome/resident', who),
    me: () => get<Me>('/api/me'),
    changeMe: (change: { name?: string; language?: Language; tone?: Tone }) => call<Me>('PATCH', '/api/me', change),
    signOut: () => call<void>('DELETE', '/api/session'),
    residents: () => get<Resident[]>('/api/residents'),
    makePairingCode: (residentId: string | null) => call<PairingCode>('POST', '/api/pairing-codes', { residentId }),

    home: () => get<HomeSnapshot>('/api/home'),
    addFloor: (floor: { name: string; level?: number | null }) => call<Floor>('POST', '/api/floors', floor),
    addArea: (area: { name: string; floorId: string | null }) => call<Area>('POST', '/api/areas', area),
    changeArea: (areaId: string, change: { name?: string; floorId?: string | null; aliases?: string[] }) =>
      call<Area>('PATCH', `/api/areas/${id(areaId)}`, change),
    removeArea: (areaId: string) => call<void>('DELETE', `/api/areas/${id(areaId)}`),
    changeEntity: (entityId: string, change: { name?: string | null; aliases?: string[]; areaId?: string | null }) =>
      call<Entity>('PATCH', `/api/entities/${id(entityId)}`, change),
    command: (entityId: string, action: string, parameters: Record<string, unknown>) =>
      call<TurnPart>('POST', `/api/entities/${id(entityId)}/command`, { action, parameters }),
    answer: (questionId: string, choiceId: string) =>
      call<TurnPart>('POST', `/api/questions/${id(questionId)}/answer`, { choiceId }),
    household: () => get<Household>('/api/household'),
    suggestions: () => get<string[]>('/api/suggestions'),
    olderMessages: (before: string) =>
      get<{ messages: ChatMessage[]; more: boolean }>(`/api/chat/messages?before=${id(before)}`),

    ledger: (filter: LedgerFilter) => get<Timeline>(`/api/ledger${queryOf({ ...filter })}`),
    why: (eventId: string) => get<Why>(`/api/ledger/${id(eventId)}/why`),

    system: () => get<SystemHealth>('/api/system'),
    deviceAccess: () => get<DeviceAccess>('/api/devices/access'),
    tokens: () => get<TokenInfo[]>('/api/tokens'),
    makeToken: (name: string) => call<TokenCreated>('POST', '/api/tokens', { name }),
    removeToken: (tokenId: string) => call<void>('DELETE', `/api/tokens/${id(tokenId)}`),
  }
}

async function refusalOf(response: Response): Promise<Refused> {
  const bare = { type: 'about:blank', title: response.statusText, status: response.status, detail: '', code: 'http' }
  const problem: unknown = await response.json().catch(() => bare)
  return new Refused(isProblem(problem) ? problem : bare)
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'detail' in value && typeof value.detail === 'string'
}

function queryOf(filter: Record<string, string | number | undefined>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filter)) if (value !== undefined) query.set(name, String(value))
  const text = query.toString()
  return text && `?${text}`
}

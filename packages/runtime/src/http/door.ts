import type { IncomingMessage } from 'node:http'
import type { FastifyRequest } from 'fastify'
import type { Principal } from '@tali/contracts'
import { commonErrors } from '../errors.ts'

export const sessionCookie = 'tali_session'

/** Who stands at the door, and by which session or token. */
export interface Caller {
  readonly principal: Principal
  readonly sessionId: string | null
  /** `page` for a browser with a session, `api` for a bearer token, `terminal` for the machine's owner. */
  readonly channel: 'page' | 'api' | 'terminal'
}

export interface DoorOptions {
  /** Who is behind a secret; null for nobody. */
  identify: (
    kind: 'session' | 'token',
    secret: string,
  ) => Promise<{ principal: Principal | null; sessionId: string | null }>
  /** The request came over the socket in the data directory, which only its owner can open. */
  isOwner: (request: IncomingMessage) => boolean
}

/** Looks who calls: at every door of every service, in one way. */
export class Door {
  readonly #options: DoorOptions

  constructor(options: DoorOptions) {
    this.#options = options
  }

  /** Null for a stranger. */
  async identify(request: FastifyRequest): Promise<Caller | null> {
    if (this.#options.isOwner(request.raw))
      return { principal: { kind: 'owner' }, sessionId: null, channel: 'terminal' }
    const token = bearerToken(request.headers.authorization)
    const secret = token ?? request.cookies[sessionCookie]
    if (secret === undefined || secret.length > 200) return null
    const kind = token === undefined ? 'session' : 'token'
    const { principal, sessionId } = await this.#options.identify(kind, secret)
    return principal && { principal, sessionId, channel: kind === 'token' ? 'api' : 'page' }
  }

  /** Throws `common.unauthenticated` for a stranger. */
  async require(request: FastifyRequest): Promise<Caller> {
    const caller = await this.identify(request)
    if (!caller) throw commonErrors.error('unauthenticated')
    return caller
  }

  /** Throws `common.forbidden` for residents who do not administer the house. */
  async requireAdmin(request: FastifyRequest): Promise<Caller> {
    const caller = await this.require(request)
    if (caller.principal.kind === 'resident' && caller.principal.role !== 'admin') throw commonErrors.error('forbidden')
    return caller
  }
}

function bearerToken(authorization: string | undefined): string | undefined {
  return /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1]
}

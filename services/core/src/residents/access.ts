import { randomUUID } from 'node:crypto'
import type { Principal, TokenInfo } from '@tali/contracts'
import type { Sql } from '@tali/sql'
import { isoTime, type Clock } from '@tali/runtime'
import { errors } from '../errors.ts'
import { principalOf, type Residents } from './residents.ts'
import { hashSecret, makeSecret } from './secrets.ts'

const sessionDays = 90
const dayMs = 86_400_000
/** Secrets that were looked up and are remembered, at most. */
const maxRemembered = 2_000

interface Known {
  readonly residentId: string | null
  readonly sessionId: string | null
  readonly tokenId: string | null
  /** Epoch ms; a token does not expire by itself. */
  readonly expiresAt: number
}

export interface Identified {
  readonly principal: Principal | null
  readonly sessionId: string | null
}

const stranger: Identified = { principal: null, sessionId: null }

/** Sessions of browsers and tokens of programs: made, recognised, ended. The database has their hashes and nothing else. */
export class Access {
  readonly #sql: Sql
  readonly #clock: Clock
  readonly #residents: Residents
  readonly #known = new Map<string, Known>()

  constructor(sql: Sql, clock: Clock, residents: Residents) {
    this.#sql = sql
    this.#clock = clock
    this.#residents = residents
  }

  /** Returns the secret for the cookie; it is nowhere else. */
  async openSession(residentId: string): Promise<{ secret: string; maxAgeSeconds: number }> {
    const secret = makeSecret()
    const now = this.#clock.now()
    await this.#sql.query(
      'insert into core.session (id, resident_id, secret_hash, created_at, expires_at) values ($1, $2, $3, $4, $5)',
      [randomUUID(), residentId, hashSecret(secret), new Date(now), new Date(now + sessionDays * dayMs)],
    )
    return { secret, maxAgeSeconds: sessionDays * 86_400 }
  }

  async closeSession(sessionId: string): Promise<void> {
    await this.#sql.query('delete from core.session where id = $1', [sessionId])
    for (const [hash, known] of this.#known) if (known.sessionId === sessionId) this.#known.delete(hash)
  }

  async identify(kind: 'session' | 'token', secret: string): Promise<Identified> {
    const hash = hashSecret(secret)
    const key = `${kind}:${hash.toString('base64url')}`
    const known = this.#known.get(key) ?? (await this.#lookUp(kind, hash))
    if (!known || known.expiresAt <= this.#clock.now()) {
      this.#known.delete(key)
      return stranger
    }
    this.#remember(key, known)
    const sessionId = known.sessionId ?? known.tokenId
    if (known.residentId === null) return { principal: { kind: 'owner' }, sessionId }
    const resident = this.#residents.get(known.residentId)
    return resident ? { principal: principalOf(resident), sessionId } : stranger
  }

  /** Returns the token itself, which is in this answer and nowhere else. */
  async createToken(name: string, residentId: string | null): Promise<{ token: string; info: TokenInfo }> {
    const token = makeSecret('tali_')
    const id = randomUUID()
    const createdAt = this.#clock.now()
    await this.#sql.query(
      'insert into core.token (id, resident_id, name, secret_hash, created_at) values ($1, $2, $3, $4, $5)',
      [id, residentId, name, hashSecret(token), new Date(createdAt)],
    )
    return { token, info: { id, name, residentId, createdAt: isoTime(createdAt), lastUsedAt: null } }
  }

  /** Those of one resident, or all for null. */
  async tokens(residentId: string | null): Promise<TokenInfo[]> {
    const rows = await this.#sql.query<{
      id: string
      name: string
      residentId: string | null
      createdAt: Date
      lastUsedAt: Date | null
    }>(
      `select id, name, resident_id as "residentId", created_at as "createdAt", last_used_at as "lastUsedAt" from core.token
       where $1::uuid is null or resident_id = $1 order by created_at`,
      [residentId],
    )
    return rows.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    }))
  }

  /** `residentId` limits whose token may be ended; null: anybody's. */
  async revokeToken(id: string, residentId: string | null): Promise<void> {
    const rows = await this.#sql.query(
      'delete from core.token where id = $1 and ($2::uuid is null or resident_id = $2) returning id',
      [id, residentId],
    )
    if (rows.length === 0) throw errors.error('unknown_token', { values: { id } })
    for (const [hash, known] of this.#known) if (known.tokenId === id) this.#known.delete(hash)
  }

  async #lookUp(kind: 'session' | 'token', hash: Buffer): Promise<Known | null> {
    if (kind === 'token') {
      const [token] = await this.#sql.query<{ id: string; residentId: string | null }>(
        'update core.token set last_used_at = $2 where secret_hash = $1 returning id, resident_id as "residentId"',
        [hash, new Date(this.#clock.now())],
      )
      return token ? { residentId: token.residentId, sessionId: null, tokenId: token.id, expiresAt: Infinity } : null
    }
    const [session] = await this.#sql.query<{ id: string; residentId: string; expiresAt: Date }>(
      'select id, resident_id as "residentId", expires_at as "expiresAt" from core.session where secret_hash = $1',
      [hash],
    )
    return session
      ? { residentId: session.residentId, sessionId: session.id, tokenId: null, expiresAt: session.expiresAt.getTime() }
      : null
  }

  #remember(key: string, known: Known): void {
    this.#known.delete(key)
    this.#known.set(key, known)
    const [oldest] = this.#known.keys()
    if (this.#known.size > maxRemembered && oldest !== undefined) this.#known.delete(oldest)
  }
}

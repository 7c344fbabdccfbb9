import type { PairingCode } from '@tali/contracts'
import type { Kv } from '@tali/kv'
import type { Sql } from '@tali/sql'
import { isoTime, type Clock } from '@tali/runtime'
import { errors } from '../errors.ts'
import { hashSecret, makeCode, makeSecret, normaliseCode } from './secrets.ts'

const codeMs = 15 * 60_000
const welcomeMs = 15 * 60_000
const maxWrong = 5
const throttleMs = 60_000

/** What a spent code allows: to become a resident, a certain one when it was made for them. */
export interface WelcomePass {
  readonly residentId: string | null
}

/** Makes a code; only its hash is kept. */
export async function makePairingCode(sql: Sql, clock: Clock, residentId: string | null): Promise<PairingCode> {
  const code = makeCode()
  const now = clock.now()
  await sql.query('delete from core.pairing_code where expires_at <= $1', [new Date(now)])
  await sql.query('insert into core.pairing_code (code_hash, resident_id, expires_at) values ($1, $2, $3)', [
    hashSecret(code),
    residentId,
    new Date(now + codeMs),
  ])
  return { code, expiresAt: isoTime(now + codeMs) }
}

/**
 * Codes that let a new browser in, each once and for 15 minutes; five wrong ones close this door for a minute, and never
 * for good (SI-20, SI-22).
 */
export class Pairing {
  readonly #sql: Sql
  readonly #kv: Kv
  readonly #clock: Clock

  constructor(sql: Sql, kv: Kv, clock: Clock) {
    this.#sql = sql
    this.#kv = kv
    this.#clock = clock
  }

  makeCode(residentId: string | null): Promise<PairingCode> {
    return makePairingCode(this.#sql, this.#clock, residentId)
  }

  /** Spends a code. Returns the secret of a welcome cookie, good for 15 minutes. */
  async spend(typed: string): Promise<{ secret: string; maxAgeSeconds: number; pass: WelcomePass }> {
    // One try at a time, or a crowd of them would pass the count together.
    await using turn = await this.#kv.lock('core:pairing', { ttlMs: 5_000, waitMs: 2_000 })
    if (!turn) throw errors.error('too_many_tries', { values: { seconds: 5 } })
    await this.#assertFewTries()
    const [row] = await this.#sql.query<WelcomePass & { expiresAt: Date }>(
      'delete from core.pairing_code where code_hash = $1 returning resident_id as "residentId", expires_at as "expiresAt"',
      [hashSecret(normaliseCode(typed))],
    )
    if (!row || row.expiresAt.getTime() <= this.#clock.now()) {
      await this.#countWrong()
      throw errors.error('code_wrong')
    }
    const secret = makeSecret()
    const pass = { residentId: row.residentId }
    await this.#kv.set(welcomeKey(secret), JSON.stringify(pass), { ttlMs: welcomeMs, volatile: true })
    return { secret, maxAgeSeconds: welcomeMs / 1_000, pass }
  }

  /** Throws `core.welcome_over` for a stranger: nothing of the house is told to them. */
  async assertWelcome(secret: string | undefined): Promise<WelcomePass> {
    const text = await this.#kv.get(welcomeKey(secret ?? ''))
    if (text === null) throw errors.error('welcome_over')
    const pass: WelcomePass = JSON.parse(text)
    return pass
  }

  /** Whoever shows a welcome cookie, once. Throws `core.welcome_over`. */
  async enter(secret: string | undefined): Promise<WelcomePass> {
    const pass = await this.assertWelcome(secret)
    if (!(await this.#kv.delete(welcomeKey(secret ?? '')))) throw errors.error('welcome_over')
    return pass
  }

  async #assertFewTries(): Promise<void> {
    const wrong = await this.#wrongTries()
    const oldest = wrong[0]
    if (wrong.length >= maxWrong && oldest !== undefined)
      throw errors.error('too_many_tries', {
        values: { seconds: Math.ceil((oldest + throttleMs - this.#clock.now()) / 1_000) },
      })
  }

  async #countWrong(): Promise<void> {
    const wrong = [...(await this.#wrongTries()), this.#clock.now()]
    await this.#kv.set('core:wrong-codes', JSON.stringify(wrong.slice(-maxWrong)), { ttlMs: throttleMs })
  }

  async #wrongTries(): Promise<number[]> {
    const times: number[] = JSON.parse((await this.#kv.get('core:wrong-codes')) ?? '[]')
    return times.filter((at) => at > this.#clock.now() - throttleMs)
  }
}

function welcomeKey(secret: string): string {
  return `core:welcome:${hashSecret(secret).toString('base64url')}`
}

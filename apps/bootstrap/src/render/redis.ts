import { createHash } from 'node:crypto'

export interface RedisAccount {
  readonly username: string
  readonly password: string
  /** Rules after the password, such as `~tali:* +@read`. */
  readonly rules: string
}

/**
 * Redis' access list, with passwords as hashes. Nobody gets in without an account. The default user is off and has its
 * rights all the same: Redis 8.0 and older replays its append-only file as that user, and leaves out, without a word,
 * every transaction that it may not run (redis/redis#14541).
 */
export function redisUsers(accounts: readonly RedisAccount[]): string {
  const lines = accounts.map(({ username, password, rules }) => {
    const hash = createHash('sha256').update(password).digest('hex')
    return `user ${username} on #${hash} resetkeys resetchannels -@all ${rules}`
  })
  return ['user default off resetpass ~* &* +@all', ...lines, ''].join('\n')
}

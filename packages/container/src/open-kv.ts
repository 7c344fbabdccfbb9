import type { Kv } from '@tali/kv'
import { connectRedisKv } from '@tali/kv/redis'
import type { Logger } from '@tali/runtime'

/** The key-value store on its server. Rejects when that cannot be reached. */
export function openKv(
  { kv, tls }: { kv: { url: string; password: string }; tls: { ca: string } },
  name: string,
  log: Logger,
): Promise<Kv> {
  return connectRedisKv({
    ...kv,
    username: name,
    ca: tls.ca,
    instance: name,
    log: ({ message, ...fault }) => log.warn({ ...fault, error: fault.cause }, message),
  })
}

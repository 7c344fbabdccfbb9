import { ReplyError } from 'ioredis'
import { JournalFull, KvFailed, KvUnavailable, NoSuchGroup } from '../errors.ts'

/** What the server is when it says so: not broken, only not ready. https://redis.io/docs/latest/develop/reference/protocol-spec/ */
const notReady = new Set(['LOADING', 'BUSY', 'MASTERDOWN', 'CLUSTERDOWN', 'TRYAGAIN', 'READONLY', 'NOREPLICAS'])
/** OOM: beyond `maxmemory`. MISCONF: the append-only file cannot be written. FULL is our own script's word. */
const noRoom = new Set(['OOM', 'MISCONF', 'FULL'])

/** The port's error for one of ioredis: whoever uses the store knows no vendor. */
export function translateError(error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error)
  if (!(error instanceof ReplyError)) {
    const text = `The key-value server does not answer: ${message}`
    return new KvUnavailable(text, { cause: error })
  }
  const [code = ''] = message.split(' ', 1)
  if (code === 'NOGROUP') return new NoSuchGroup(message, { cause: error })
  if (noRoom.has(code)) return new JournalFull(`The key-value server has no room: ${message}`, { cause: error })
  if (notReady.has(code)) {
    return new KvUnavailable(`The key-value server is not ready: ${message}`, { cause: error })
  }
  return new KvFailed(`The key-value server refused: ${message}`, { code, cause: error })
}

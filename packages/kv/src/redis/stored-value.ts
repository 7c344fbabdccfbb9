import type { Owner } from './process-lease.ts'

/** A value as it lies in the server: `=value`, or `~instance` `epoch` `value` on a line each when it is volatile. */
export function encode(value: string, owner: Owner | undefined): string {
  return owner ? `~${owner.instance}\n${owner.epoch}\n${value}` : `=${value}`
}

/** Longer than everything before a volatile value: what is enough to read its owner. */
export const HEADER_BYTES = 200

/** `owner` is there when the value is volatile. Throws when the key was written by somebody else. */
export function decode(stored: string): { value: string; owner?: Owner } {
  if (stored.startsWith('=')) return { value: stored.slice(1) }
  const first = stored.indexOf('\n')
  const second = stored.indexOf('\n', first + 1)
  if (!stored.startsWith('~') || second < 0) throw new TypeError('A key of ours holds what we did not write.')
  const owner = { instance: stored.slice(1, first), epoch: stored.slice(first + 1, second) }
  return { value: stored.slice(second + 1), owner }
}

/** What the server replied, as what it must be. A reply of another kind is a fault of ours, and thrown. */
export function text(reply: unknown): string {
  if (typeof reply === 'string') return reply
  throw unexpected(reply)
}

export function textOrNull(reply: unknown): string | null {
  return reply === null ? null : text(reply)
}

export function number(reply: unknown): number {
  if (typeof reply === 'number') return reply
  throw unexpected(reply)
}

export function list(reply: unknown): unknown[] {
  if (Array.isArray(reply)) return reply
  throw unexpected(reply)
}

function unexpected(reply: unknown): TypeError {
  return new TypeError(`The key-value server replied with ${reply === null ? 'nothing' : typeof reply}, unexpectedly.`)
}

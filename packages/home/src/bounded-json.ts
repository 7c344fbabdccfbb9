/** Why a text was not read as JSON. */
export type JsonFault = 'not_json' | 'too_deep'
export type JsonRead =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly fault: JsonFault }

/** Nesting that a device's JSON may have; everything that walks it can then recurse. */
export const maxJsonDepth = 32

/** Reads JSON whose nesting is bounded (SI-09). */
export function readJson(text: string): JsonRead {
  if (text.length > maxJsonDepth * 2 && deeperThan(text, maxJsonDepth)) return { ok: false, fault: 'too_deep' }
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    return { ok: false, fault: 'not_json' }
  }
}

function deeperThan(text: string, limit: number): boolean {
  let depth = 0
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (quoted) {
      if (code === 0x5c) at += 1
      else if (code === 0x22) quoted = false
    } else if (code === 0x22) {
      quoted = true
    } else if (code === 0x7b || code === 0x5b) {
      depth += 1
      if (depth > limit) return true
    } else if (code === 0x7d || code === 0x5d) {
      depth -= 1
    }
  }
  return false
}

/** A JSON object, as against a list, null or a plain value. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

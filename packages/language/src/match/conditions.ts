import type { Block } from '../pack/pack.ts'

/** What is known where a sentence is judged: the asking device's area, values of lists, an entity's domain. */
export type Context = Readonly<Record<string, unknown>>

/** Do the `requires_context` and `excludes_context` of a block hold? */
export function holds(block: Block, context: Context): boolean {
  for (const [key, required] of Object.entries(block.requiresContext)) {
    const actual = bare(context[key])
    if (actual === undefined || actual === null) return false
    const wanted = bare(required)
    if (wanted !== undefined && wanted !== null && !isOneOf(actual, wanted)) return false
  }
  for (const [key, excluded] of Object.entries(block.excludesContext)) {
    const actual = bare(context[key])
    if (actual === undefined || actual === null) continue
    const unwanted = bare(excluded)
    if (unwanted === undefined || unwanted === null || isOneOf(actual, unwanted)) return false
  }
  return true
}

/** Slots that `requires_context` fills (`area: {slot: true}`), by name. */
export function contextSlots(block: Block, context: Context): [string, unknown][] {
  return Object.entries(block.requiresContext).flatMap(([key, required]): [string, unknown][] => {
    const slot = isRecord(required) ? required.slot : undefined
    if (slot === undefined || slot === false) return []
    return [[typeof slot === 'string' ? slot : key, bare(context[key])]]
  })
}

/** `{value: …}` may stand for the value, on both sides. */
function bare(value: unknown): unknown {
  return isRecord(value) ? value.value : value
}

function isOneOf(actual: unknown, wanted: unknown): boolean {
  return Array.isArray(wanted) ? wanted.includes(actual) : actual === wanted
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

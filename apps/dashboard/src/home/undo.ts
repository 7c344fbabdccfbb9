import type { EntityState, LedgerEvent } from '@tali/contracts'

/** State before → the action that brings it back, for what is switched without harm. */
const ways: Record<string, Record<string, string>> = {
  light: { on: 'turn_on', off: 'turn_off' },
  switch: { on: 'turn_on', off: 'turn_off' },
  fan: { on: 'turn_on', off: 'turn_off' },
  cover: { open: 'open_cover', closed: 'close_cover' },
  lock: { locked: 'lock', unlocked: 'unlock' },
}

/**
 * The command that takes a change back: only while things still are as the change left them. It goes through the gate
 * like any other.
 */
export function undoOf(event: LedgerEvent, state: EntityState | null): string | null {
  if (event.type !== 'tali.core.state.changed' || event.from === null || event.from === event.to) return null
  if (!state?.available || state.value !== event.to) return null
  const domain = event.entityId.split('.')[0] ?? ''
  return ways[domain]?.[event.from] ?? null
}

import type { Entity, EntityState } from '@tali/contracts'

type Judged = Pick<Entity, 'domain'>
type Reported = Pick<EntityState, 'value' | 'attributes'>

/** States that count as the one that people ask for, beside itself. */
const counts: Readonly<Record<string, (entity: Judged, state: Reported) => boolean>> = {
  on: ({ domain }, { value }) => {
    if (domain === 'climate' || domain === 'water_heater') return value !== 'off'
    if (domain === 'media_player') return !['off', 'standby'].includes(value)
    if (domain === 'vacuum') return value === 'cleaning'
    return value === 'on'
  },
  off: ({ domain }, { value }) => {
    if (domain === 'media_player') return ['off', 'standby'].includes(value)
    if (domain === 'vacuum') return ['docked', 'idle'].includes(value)
    return value === 'off'
  },
  // What is on its way up is not closed any more; what is on its way down is not closed yet.
  open: (_, { value }) => ['open', 'opening', 'closing', 'on'].includes(value),
  closed: (_, { value }) => ['closed', 'off'].includes(value),
  armed: (_, { value }) => value.startsWith('armed_'),
  unlocked: (_, { value }) => ['unlocked', 'unlocking', 'open'].includes(value),
}

/** Whether an entity is in the state that was asked for; null when nobody knows. */
export function isInState(
  entity: Judged,
  state: (Reported & { available: boolean }) | undefined,
  asked: readonly string[],
): boolean | null {
  if (!state || !state.available || state.value === 'unknown') return null
  return asked.some((word) => counts[word]?.(entity, state) ?? state.value === word)
}

/** The words of the ledger that an asked state may have been written as: "open" of a window contact is `on`. */
export function ledgerValues(asked: string): string[] {
  switch (asked) {
    case 'on':
      return ['on', 'playing', 'cleaning', 'heat', 'cool', 'auto', 'heat_cool']
    case 'off':
      return ['off', 'docked', 'idle', 'paused', 'standby']
    case 'open':
      return ['open', 'opening', 'on']
    case 'closed':
      return ['closed', 'closing', 'off']
    case 'unlocked':
      return ['unlocked', 'unlocking', 'open']
    case 'locked':
      return ['locked', 'locking']
    case 'armed':
      return ['armed_home', 'armed_away', 'armed_night', 'armed_vacation', 'arming']
    default:
      return [asked]
  }
}

import type { Cause, EntityState } from '@tali/contracts'
import type { DiscoveredEntity } from '@tali/home'

/** Why a state changed, and the event it followed from. */
export interface Origin {
  readonly cause: Cause
  readonly parentId: string | null
}

/** The last change of an entity, to carry on its cause while it moves. */
export interface LastChange extends Origin {
  readonly eventId: string
}

/** States that a device passes through by itself on its way to what it was asked for. */
const moving = new Set([
  'opening',
  'closing',
  'locking',
  'unlocking',
  'arming',
  'pending',
  'returning',
  'buffering',
  'starting',
])

/** Attributes that a device measures or counts; they say nothing of anybody's will. */
const measured = new Set([
  'current_temperature',
  'current_humidity',
  'hvac_action',
  'action',
  'current_position',
  'current_tilt_position',
  'battery_level',
  'battery',
  'power',
  'energy',
  'media_title',
  'media_artist',
  'media_album_name',
  'media_position',
  'media_duration',
  'linkquality',
  'update_progress',
  'signal_strength',
])

export interface Change {
  readonly entity: DiscoveredEntity
  readonly before: EntityState
  readonly after: EntityState
  /** Kept by the broker from before we listened: we only learn of it now. */
  readonly retained: boolean
  /** The command that this answers. */
  readonly command: Origin | null
  readonly lastChange: LastChange | null
}

/**
 * The cause of a change, decided by what is known and never guessed: a retained message tells nothing of when or why; an
 * answer to a command has its cause; what moves by itself goes on with the cause it began with; a measurement is the
 * device's own, and so is a first report; and a controllable thing that changed for none of these reasons was moved by hand.
 */
export function causeOf({ entity, before, after, retained, command, lastChange }: Change): Origin {
  if (retained) return { cause: { kind: 'restart' }, parentId: null }
  if (command) return command
  if (moving.has(before.value) && lastChange) return { cause: lastChange.cause, parentId: lastChange.eventId }
  // A first report says how a thing stands, and not that somebody moved it.
  if (entity.capabilities.actions.length === 0 || before.value === 'unknown' || onlyMeasured(before, after))
    return { cause: { kind: 'device' }, parentId: null }
  return { cause: { kind: 'manual' }, parentId: null }
}

function onlyMeasured(before: EntityState, after: EntityState): boolean {
  return before.value === after.value && changedAttributes(before, after).every((name) => measured.has(name))
}

/** Names of the attributes that differ. */
export function changedAttributes(before: EntityState, after: EntityState): string[] {
  const names = new Set([...Object.keys(before.attributes), ...Object.keys(after.attributes)])
  return [...names].filter((name) => !Object.is(before.attributes[name], after.attributes[name]))
}

import type { EntityState } from '@tali/contracts'
import type { DiscoveredEntity } from '../discovery/entity.ts'
import { Draft, type IgnoreReason } from './draft.ts'
import type { Live } from './live.ts'
import type { Message } from './message.ts'

/** What came of a message or of time passing. */
export interface Applied {
  readonly live: Live
  /** Value, attributes or availability differ, or something happened again (an event, `force_update`). */
  readonly changed: boolean
  /** The device said something that was understood, if only the same as before. */
  readonly reported: boolean
  /** Why the message, or a part of it, was not understood. */
  readonly ignored: IgnoreReason | null
}

/** An entity that has said nothing yet, or, after a restart, what it said last. */
export function startLive(entity: DiscoveredEntity, entityId: string, last?: EntityState): Live {
  const state: EntityState = last ?? {
    entityId,
    value: 'unknown',
    attributes: {},
    available: false,
    changedAt: null,
    reportedAt: null,
  }
  const live = { state: { ...state, entityId }, reachable: {}, latestReachable: false, expiresAt: null, offAt: null }
  return { ...live, state: { ...live.state, available: isAvailable(entity, live) } }
}

/**
 * Reads a message into an entity's state. The topics it listens to are the keys of `entity.bindings`; a message on any
 * other changes nothing. Pure: returns the next state and leaves the old one; `now` is in epoch ms.
 */
export function applyMessage(entity: DiscoveredEntity, live: Live, message: Message, now: number): Applied {
  const bindings = entity.bindings.get(message.topic)
  if (!bindings) return { live, changed: false, reported: false, ignored: null }
  const draft = new Draft(live, now)
  for (const binding of bindings) binding.read(draft, message)
  if (draft.heard && entity.expireAfter !== null && entity.expireAfter > 0)
    draft.expiresAt = now + entity.expireAfter * 1_000
  return conclude(entity, live, draft, now)
}

/** When this entity changes by time alone (an expiry, an off delay), in epoch ms; null when it does not. */
export function dueAt(live: Live): number | null {
  if (live.offAt === null || live.expiresAt === null) return live.offAt ?? live.expiresAt
  return Math.min(live.offAt, live.expiresAt)
}

/** Lets what is due by `now` happen. */
export function elapse(entity: DiscoveredEntity, live: Live, now: number): Applied {
  const draft = new Draft(live, now)
  if (live.offAt !== null && live.offAt <= now) {
    draft.value = 'off'
    draft.offAt = null
  }
  if (live.expiresAt !== null && live.expiresAt <= now) draft.expiresAt = null
  return conclude(entity, live, draft, now)
}

function conclude(entity: DiscoveredEntity, live: Live, draft: Draft, now: number): Applied {
  const { state } = live
  const differs = draft.value !== state.value || draft.attributesChanged || draft.forced
  const { reachable, latestReachable, expiresAt, offAt } = draft
  const available = isAvailable(entity, draft)
  if (
    !differs &&
    !draft.heard &&
    available === state.available &&
    reachable === live.reachable &&
    latestReachable === live.latestReachable &&
    expiresAt === live.expiresAt &&
    offAt === live.offAt
  ) {
    return { live, changed: false, reported: false, ignored: draft.ignored }
  }
  const at = differs || draft.heard ? new Date(now).toISOString() : null
  const next: EntityState = {
    entityId: state.entityId,
    value: draft.value,
    attributes: draft.attributes,
    available,
    changedAt: differs ? at : state.changedAt,
    reportedAt: draft.heard ? at : state.reportedAt,
  }
  return {
    live: { state: next, reachable, latestReachable, expiresAt, offAt },
    changed: differs || available !== state.available,
    reported: draft.heard,
    ignored: draft.ignored,
  }
}

function isAvailable(
  entity: DiscoveredEntity,
  live: Pick<Live, 'reachable' | 'latestReachable' | 'expiresAt'>,
): boolean {
  const fresh = entity.expireAfter === null || entity.expireAfter <= 0 || live.expiresAt !== null
  return fresh && isReachable(entity, live)
}

function isReachable(
  { availability: { topics, mode } }: DiscoveredEntity,
  live: Pick<Live, 'reachable' | 'latestReachable'>,
): boolean {
  if (topics.length === 0) return true
  if (mode === 'all') return topics.every((topic) => live.reachable[topic] === true)
  if (mode === 'any') return topics.some((topic) => live.reachable[topic] === true)
  return live.latestReachable
}

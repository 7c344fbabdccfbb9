import type { Entity, EntityState } from '@tali/contracts'

const resting: Record<string, string[]> = {
  cover: ['closed'],
  valve: ['closed'],
  lock: ['locked'],
  alarm_control_panel: ['disarmed'],
  climate: ['off'],
  vacuum: ['docked', 'idle'],
  lawn_mower: ['docked'],
  media_player: ['off', 'idle', 'standby', 'paused'],
  person: ['not_home'],
  device_tracker: ['not_home'],
}

/** It is on, open, playing, at home: whatever makes its icon glow. */
export function isActive(entity: Pick<Entity, 'domain'>, state: EntityState | null): boolean {
  if (!state || !state.available || state.value === 'unknown') return false
  if (['sensor', 'button', 'scene', 'number', 'select', 'event'].includes(entity.domain)) return false
  return !(resting[entity.domain] ?? ['off']).includes(state.value)
}

const dangers = ['smoke', 'gas', 'carbon_monoxide', 'moisture', 'tamper', 'safety']

/** It tells of smoke, gas, water, a burglar: what must not be overlooked. */
export function isAlarming(entity: Pick<Entity, 'domain' | 'deviceClass'>, state: EntityState | null): boolean {
  if (!state?.available) return false
  if (entity.domain === 'alarm_control_panel') return state.value === 'triggered'
  return entity.domain === 'binary_sensor' && state.value === 'on' && dangers.includes(entity.deviceClass ?? '')
}

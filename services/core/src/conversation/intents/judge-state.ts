import type { Entity, EntityState } from '@tali/contracts'
import { isInState } from '../state-match.ts'

type Judged = Pick<Entity, 'domain' | 'deviceClass'>
type Reported = Pick<EntityState, 'value' | 'attributes' | 'available'>

/** A battery with so much left, in per cent, or less is low. */
const lowBattery = 20

/** Whether what was asked holds for an entity; null when nobody knows. */
export function judgeState(entity: Judged, state: Reported | undefined, asked: readonly string[]): boolean | null {
  if (asked.includes('online')) return isOnline(entity, state)
  if (asked.includes('offline')) return not(isOnline(entity, state))
  if (entity.domain !== 'sensor' || entity.deviceClass !== 'battery') return isInState(entity, state, asked)
  const low = isLow(state)
  return asked.includes('on') ? low : asked.includes('off') ? not(low) : isInState(entity, state, asked)
}

/** A connectivity sensor that answers may tell of a device that does not. */
function isOnline({ domain, deviceClass }: Judged, state: Reported | undefined): boolean | null {
  if (!state) return null
  const tellsOfAnother = domain === 'binary_sensor' && deviceClass === 'connectivity'
  return state.available && !(tellsOfAnother && state.value === 'off')
}

function isLow(state: Reported | undefined): boolean | null {
  if (!state?.available || state.value.trim() === '') return null
  const percent = Number(state.value)
  return Number.isFinite(percent) ? percent <= lowBattery : null
}

function not(answer: boolean | null): boolean | null {
  return answer === null ? null : !answer
}

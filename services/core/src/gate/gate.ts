import type { Entity, Principal, RiskClass } from '@tali/contracts'
import { riskClass } from '@tali/home'

/** What somebody wants done, as the gate sees it. */
export interface Wish {
  readonly principal: Principal
  readonly entity: Pick<Entity, 'domain' | 'deviceClass' | 'category'>
  readonly action: string
  readonly parameters: Readonly<Record<string, unknown>>
  /** The principal said yes to exactly this wish, moments ago. */
  readonly confirmed: boolean
}

/**
 * - `allow`: go ahead.
 * - `confirm`: only after a fresh yes that is bound to this wish.
 * - `refuse`: not for this principal.
 */
export interface Verdict {
  readonly decision: 'allow' | 'confirm' | 'refuse'
  readonly risk: RiskClass
  /** The rule that decided, for the log and for whoever asks why. */
  readonly rule: 'reads' | 'comfort' | 'costly' | 'safety_confirmed' | 'safety_unconfirmed' | 'needs_resident'
}

/**
 * The one gate. Every command to a device passes here, whoever wants it and by whatever way: chat, page, API, timer.
 * Class 0 to 2 is for residents and for the owner of the machine; class 3, safety and security, needs a resident and a
 * yes of their own to exactly this wish (SI-13).
 */
export function gate({ principal, entity, action, parameters, confirmed }: Wish): Verdict {
  const risk = riskClass(entity, action, parameters)
  if (risk < 3) return { decision: 'allow', risk, rule: risk === 0 ? 'reads' : risk === 1 ? 'comfort' : 'costly' }
  if (principal.kind !== 'resident') return { decision: 'refuse', risk, rule: 'needs_resident' }
  return confirmed
    ? { decision: 'allow', risk, rule: 'safety_confirmed' }
    : { decision: 'confirm', risk, rule: 'safety_unconfirmed' }
}

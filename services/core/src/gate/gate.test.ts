import { describe, expect, it } from 'vitest'
import type { Principal } from '@tali/contracts'
import { gate } from './gate.ts'

const maddie: Principal = { kind: 'resident', residentId: 'r1', name: 'Maddie', role: 'resident', language: 'en' }
const owner: Principal = { kind: 'owner' }
const entity = (domain: string, deviceClass: string | null = null) => ({ domain, deviceClass, category: null })
const judge = (principal: Principal, of: ReturnType<typeof entity>, action: string, confirmed = false) =>
  gate({ principal, entity: of, action, parameters: {}, confirmed }).decision

describe('the gate', () => {
  it('lets comfort and cost pass', () => {
    expect(judge(maddie, entity('light'), 'turn_on')).toBe('allow')
    expect(judge(owner, entity('cover', 'garage'), 'close_cover')).toBe('allow')
  })

  it('wants a yes before it opens, unlocks or disarms (SI-13)', () => {
    expect(judge(maddie, entity('lock'), 'unlock')).toBe('confirm')
    expect(judge(maddie, entity('cover', 'garage'), 'open_cover')).toBe('confirm')
    expect(judge(maddie, entity('alarm_control_panel'), 'alarm_disarm')).toBe('confirm')
    expect(judge(maddie, entity('lock'), 'unlock', true)).toBe('allow')
  })

  it('opens to nobody who is no resident, whatever was confirmed', () => {
    expect(judge(owner, entity('lock'), 'unlock', true)).toBe('refuse')
  })

  it('takes what it does not know for dangerous', () => {
    expect(judge(maddie, entity('flamethrower'), 'turn_on')).toBe('confirm')
  })
})

import {
  mdiBedOutline,
  mdiFloorLamp,
  mdiFloorPlan,
  mdiLightbulb,
  mdiLightbulbOutline,
  mdiPotSteamOutline,
  mdiShower,
  mdiToilet,
  mdiToyBrickOutline,
  mdiWindowOpenVariant,
} from '@mdi/js'
import { describe, expect, it } from 'vitest'
import { iconOf } from './entity-icon.ts'
import { groupOf, isDoorway, kindOf } from './kinds.ts'
import { iconOfArea } from './rooms.ts'

describe('kinds', () => {
  it('gives each domain its control', () => {
    expect(kindOf({ domain: 'light' })).toBe('light')
    expect(kindOf({ domain: 'lawn_mower' })).toBe('vacuum')
    expect(kindOf({ domain: 'something_new' })).toBe('other')
    expect(groupOf({ domain: 'lock' })).toBe('openings')
  })
  it('shows the device’s own icon only where it is in the bundle', () => {
    expect(iconOf({ domain: 'light', deviceClass: null, icon: 'mdi:floor-lamp' })).toBe(mdiFloorLamp)
    expect(iconOf({ domain: 'light', deviceClass: null, icon: 'mdi:abacus' }, true)).toBe(mdiLightbulb)
    expect(iconOf({ domain: 'light', deviceClass: null, icon: 'mdi:toString' })).toBe(mdiLightbulbOutline)
    expect(iconOf({ domain: 'binary_sensor', deviceClass: 'window' }, true)).toBe(mdiWindowOpenVariant)
  })
  it('finds a picture for a room by its name, in both languages', () => {
    const icon = (name: string) => iconOfArea({ name, aliases: [] })
    expect([icon('Kitchen'), icon('Küche')]).toEqual([mdiPotSteamOutline, mdiPotSteamOutline])
    expect([icon('Bathroom'), icon('Badezimmer'), icon('Gäste-WC')]).toEqual([mdiShower, mdiShower, mdiToilet])
    expect([icon('Bedroom'), icon('Kinderzimmer'), icon('Narnia')]).toEqual([
      mdiBedOutline,
      mdiToyBrickOutline,
      mdiFloorPlan,
    ])
  })
  it('knows what lets people in', () => {
    expect(isDoorway({ domain: 'cover', deviceClass: 'garage' })).toBe(true)
    expect(isDoorway({ domain: 'cover', deviceClass: 'blind' })).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { judgeState } from './judge-state.ts'

const battery = { domain: 'sensor', deviceClass: 'battery' }
const lamp = { domain: 'light', deviceClass: null }
const link = { domain: 'binary_sensor', deviceClass: 'connectivity' }
const state = (value: string, available = true) => ({ value, attributes: {}, available })

describe('a battery in per cent', () => {
  it.each([
    ['20', true],
    ['20.5', false],
    ['0', true],
    ['unknown', null],
    ['', null],
  ])('is low at %j: %j', (value, low) => {
    expect(judgeState(battery, state(value), ['on'])).toBe(low)
    expect(judgeState(battery, state(value), ['off'])).toBe(low === null ? null : !low)
  })

  it('is not known while its device is away', () => {
    expect(judgeState(battery, state('5', false), ['on'])).toBeNull()
    expect(judgeState(battery, undefined, ['on'])).toBeNull()
  })

  it('that tells only low or not does so as before', () => {
    expect(judgeState({ domain: 'binary_sensor', deviceClass: 'battery' }, state('on'), ['on'])).toBe(true)
  })
})

describe('online and offline', () => {
  it('is whether a thing answers, whatever it answers', () => {
    expect(judgeState(lamp, state('unknown'), ['online'])).toBe(true)
    expect(judgeState(lamp, state('on', false), ['online'])).toBe(false)
    expect(judgeState(lamp, state('on', false), ['offline'])).toBe(true)
    expect(judgeState(lamp, undefined, ['offline'])).toBeNull()
  })

  it('is what a connectivity sensor says of another', () => {
    expect(judgeState(link, state('off'), ['online'])).toBe(false)
    expect(judgeState(link, state('on'), ['offline'])).toBe(false)
  })
})

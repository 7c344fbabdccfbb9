import { describe, expect, it } from 'vitest'
import { windowOf } from './window.ts'

describe('windowOf', () => {
  const heights = Array.from({ length: 10_000 }, () => 50)

  it('draws what is in sight and a few beside it', () => {
    expect(windowOf(heights, 0, 500, 5)).toEqual({ first: 0, end: 15, before: 0, total: 500_000 })
    expect(windowOf(heights, 10_000, 500, 5)).toEqual({ first: 195, end: 215, before: 9_750, total: 500_000 })
  })
  it('ends with the list', () => {
    expect(windowOf(heights, 499_900, 500, 5)).toMatchObject({ end: 10_000 })
    expect(windowOf(heights, 9_999_999, 500, 5)).toMatchObject({ first: 9_994, end: 10_000 })
    expect(windowOf([], 0, 500)).toEqual({ first: 0, end: 0, before: 0, total: 0 })
  })
  it('takes rows as high as they are', () => {
    expect(windowOf([300, 20, 20, 400, 20], 310, 30, 0)).toEqual({ first: 1, end: 3, before: 300, total: 760 })
  })
})

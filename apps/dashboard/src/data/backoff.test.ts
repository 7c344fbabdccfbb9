import { describe, expect, it } from 'vitest'
import { backoffMs } from './backoff.ts'

describe('backoffMs', () => {
  it('doubles, and stops at 15 s', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 50].map((failures) => backoffMs(failures, 1))).toEqual([
      500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000,
    ])
  })
  it('leaves half of it to chance', () => {
    expect(backoffMs(3, 0)).toBe(1_000)
    expect(backoffMs(3, 0.5)).toBe(1_500)
  })
})

import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { EventIds } from './event-ids.ts'

const now = Date.parse('2026-03-02T08:00:00Z')

describe('ids of events', () => {
  it('grow, however many are made in one millisecond, and when the clock is set back', () => {
    const ids = new EventIds()
    const made = [
      ...Array.from({ length: 10_000 }, () => ids.next(now)),
      ...Array.from({ length: 100 }, (_, n) => ids.next(now - 3_600_000 + n)),
      ids.next(now + 1_000),
    ]
    expect(made).toEqual([...made].sort())
    expect(new Set(made).size).toBe(made.length)
  })

  it('are UUIDs of version 7, with the time in front', () => {
    const id = new EventIds().next(now)
    expect(z.uuidv7().safeParse(id).success).toBe(true)
    expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(now)
  })
})

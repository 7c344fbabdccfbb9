import { describe, expect, it } from 'vitest'
import type { TimelineLine } from '@tali/contracts'
import type { LedgerFilter } from './api.ts'
import { Feed } from './feed.ts'

function line(n: number): TimelineLine {
  const at = new Date(n * 1_000).toISOString()
  return {
    id: `e${n}`,
    cursor: String(n),
    at,
    text: `Line ${n}`,
    causeText: 'TALI',
    event: {
      type: 'tali.core.service.started',
      id: `e${n}`,
      at,
      arrivedAt: at,
      cause: { kind: 'restart' },
      parentId: null,
      traceId: null,
      version: '1',
    },
  }
}

/** A ledger of `count()` lines, numbered from 1. */
function ledgerOf(count: () => number) {
  return {
    ledger: async ({ before, since, limit = 50 }: LedgerFilter) => {
      const newest = before ? Number(before) - 1 : count()
      const oldest = Math.max(since ? Number(since) + 1 : 1, newest - limit + 1)
      const lines = []
      for (let n = newest; n >= oldest; n -= 1) lines.push(line(n))
      return { lines, next: oldest > 1 ? String(oldest) : null }
    },
  }
}

describe('Feed', () => {
  it('pages into the past until there is no more', async () => {
    const feed = new Feed({ api: ledgerOf(() => 250) })
    await feed.show({})
    await feed.older()
    await feed.older()
    await feed.older()
    expect(feed.lines.value.map((one) => one.id)).toEqual(Array.from({ length: 250 }, (_, n) => `e${250 - n}`))
  })

  it('puts what is new on top, once', async () => {
    let count = 3
    const feed = new Feed({ api: ledgerOf(() => count) })
    await feed.show({})
    count = 5
    await feed.newer()
    await feed.newer()
    expect(feed.lines.value.map((one) => one.id)).toEqual(['e5', 'e4', 'e3', 'e2', 'e1'])
  })

  it('starts over rather than showing a gap', async () => {
    let count = 3
    const feed = new Feed({ api: ledgerOf(() => count) })
    await feed.show({})
    count = 900
    await feed.newer()
    expect(feed.lines.value).toHaveLength(100)
    expect(feed.lines.value[0]?.id).toBe('e900')
  })

  it('keeps what it shows when the server does not answer', async () => {
    let broken = false
    const { ledger } = ledgerOf(() => 3)
    const feed = new Feed({
      api: { ledger: (filter) => (broken ? Promise.reject(new Error('away')) : ledger(filter)) },
    })
    await feed.show({})
    broken = true
    await feed.newer()
    expect(feed.state.value).toBe('failed')
    expect(feed.lines.value).toHaveLength(3)
  })
})

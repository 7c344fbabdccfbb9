import type { TimelineLine } from '@tali/contracts'
import { describe, expect, it } from 'vitest'
import { rowsOf } from './rows.ts'

const day = (at: string): string => at.slice(0, 10)
const keys = (lines: TimelineLine[]): string[] => rowsOf(lines, day).map((row) => row.key)

describe('rowsOf', () => {
  it('puts a heading before each day', () => {
    const lines = [line('c', '2026-11-21T08:00:00Z', 'open'), line('b', '2026-11-20T22:00:00Z', 'closed')]
    expect(keys(lines)).toEqual(['day 2026-11-21', 'c', 'day 2026-11-20', 'b'])
  })

  it('shows the last of what only led up to it, and the state before', () => {
    const lines = [
      line('d', '2026-11-21T08:00:04Z', 'open'),
      line('c', '2026-11-21T08:00:03Z', 'opening'),
      line('b', '2026-11-21T08:00:02Z', 'opening'),
      line('a', '2026-11-21T08:00:01Z', 'opening'),
    ]
    expect(keys(lines)).toEqual(['day 2026-11-21', 'd', 'c'])
  })

  it('says once what happened to many things at once', () => {
    const lines = [
      availability('e', true),
      availability('d', true),
      availability('c', true),
      availability('b', false),
      line('a', at8, 'on'),
    ]
    expect(rowsOf(lines, day).map((row) => (row.kind === 'line' ? [row.key, row.others] : row.key))).toEqual([
      'day 2026-11-21',
      ['e', 2],
      ['b', 0],
      ['a', 0],
    ])
  })

  it('keeps what had another cause, was another thing, or came much later', () => {
    const at = '2026-11-21T08:00:03Z'
    const newest = line('b', at, 'on')
    for (const other of [
      line('a', at, 'on', { causeText: 'Jonas, by chat' }),
      line('a', at, 'on', { entityId: 'cover.gate' }),
      line('a', '2026-11-21T07:50:00Z', 'on'),
    ]) {
      expect(keys([newest, other])).toHaveLength(3)
    }
  })
})

const at8 = '2026-11-21T08:00:00Z'

function availability(id: string, available: boolean): TimelineLine {
  const { event, ...rest } = line(id, at8, 'on')
  const { id: eventId, arrivedAt, cause, parentId, traceId } = event
  const about = { entityId: `light.${id}`, name: id, areaId: null }
  const common = { id: eventId, at: at8, arrivedAt, cause, parentId, traceId }
  return { ...rest, event: { type: 'tali.core.availability.changed', ...common, ...about, available } }
}

function line(id: string, at: string, to: string, more: { causeText?: string; entityId?: string } = {}): TimelineLine {
  const { causeText = 'Maddie, by chat', entityId = 'cover.garage' } = more
  const cause = { kind: 'manual' } as const
  const common = { id, at, arrivedAt: at, cause, parentId: null, traceId: null, entityId, name: entityId, areaId: null }
  return {
    id,
    cursor: id,
    at,
    text: to,
    causeText,
    event: { type: 'tali.core.state.changed', ...common, from: null, to, unit: null, attributes: {} },
  }
}

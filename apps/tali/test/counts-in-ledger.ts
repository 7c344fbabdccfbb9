import { timelineSchema, type TimelineLine } from '@tali/contracts'
import { expect } from 'vitest'
import { askHouseFor } from '../src/owner/ask-house.ts'

/** What the ledger holds of the trial device's counter, once it has caught up with `last`. */
export async function countsInLedger(data: string, last: number): Promise<number[]> {
  const holdsLast = async () => (await counts(data, 1)).includes(last)
  await expect.poll(holdsLast, { timeout: 30_000, message: 'the ledger did not catch up' }).toBe(true)
  return counts(data)
}

/** Newest first, page by page. */
async function counts(data: string, pages = Infinity): Promise<number[]> {
  const found: number[] = []
  let before: string | null = ''
  for (let page = 0; page < pages && before !== null; page += 1) {
    const path: string = `/api/ledger?entity=sensor.trial_count&limit=200${before && `&before=${before}`}`
    const read = await askHouseFor(timelineSchema, data, { method: 'GET', path })
    found.push(...read.lines.flatMap(countIn))
    before = read.next
  }
  return found
}

function countIn({ event }: TimelineLine): number[] {
  return event.type === 'tali.core.state.changed' ? [Number(event.to)] : []
}

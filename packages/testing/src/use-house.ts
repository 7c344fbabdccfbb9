import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { startHouse, type House, type HouseOptions } from './house.ts'
import { openTrialDatabase, type TrialDatabase } from './trial-database.ts'

/**
 * A new, empty house for every test of a file; one database for all of them. A test during which a service logged an
 * error fails, unless it takes the error from the log (`house().log.take('error')`): that one was meant to happen.
 */
export function useHouse(options: Omit<HouseOptions, 'database'> = {}): () => House {
  let database: TrialDatabase
  let house: House
  beforeAll(async () => {
    database = await openTrialDatabase()
  })
  afterAll(() => database[Symbol.asyncDispose]())
  beforeEach(async () => {
    house = await startHouse({ database, ...options })
  })
  afterEach(async () => {
    await house[Symbol.asyncDispose]()
    expect(house.log.at('error')).toEqual([])
  })
  return () => house
}

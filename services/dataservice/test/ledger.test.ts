import { describe, expect, it } from 'vitest'
import { ledgerStream, type LedgerEvent } from '@tali/contracts'
import { SqlUnavailable, type Database, type Queryable, type Sql } from '@tali/sql'
import { light, useHouse } from '@tali/testing'

let away = false
const house = useHouse({ through: (database) => ({ ...database, connect: (module) => breakable(database, module) }) })

/** A database that is away for dataservice's ledger when a test says so. */
function breakable(database: Database, module: string): Sql {
  const sql = database.connect(module)
  const here = <T>(work: () => Promise<T>) =>
    away && module === 'events' ? Promise.reject(new SqlUnavailable('the server is away')) : work()
  return {
    query: (text, values, options) => here(() => sql.query(text, values, options)),
    transaction: <T>(work: (tx: Queryable) => Promise<T>) => here(() => sql.transaction(work)),
    [Symbol.asyncDispose]: () => sql[Symbol.asyncDispose](),
  }
}

let made = 0

/** An event of a sensor; ids grow, as the ledger's do. */
function change(to: string, more: Partial<LedgerEvent> = {}): LedgerEvent {
  const at = '2026-03-02T08:00:00.000Z'
  const cause = { kind: 'device' } as const
  const about = { entityId: 'sensor.test', name: 'Test', areaId: null }
  const common = {
    id: `018f0000-0000-7000-8000-${String(++made).padStart(12, '0')}`,
    at,
    arrivedAt: at,
    cause,
    parentId: null,
    traceId: null,
  }
  return {
    type: 'tali.core.state.changed',
    ...common,
    ...about,
    from: null,
    to,
    unit: null,
    attributes: {},
    ...more,
  } as LedgerEvent
}
const append = (...events: unknown[]) =>
  house()
    .kv.stream(ledgerStream)
    .append(...events.map((event) => JSON.stringify(event)))
const written = async () => {
  await house().settled()
  const { events } = await house().link.request('dataservice.ledger.query', {
    entityIds: ['sensor.test'],
    limit: 500,
    order: 'oldest',
  })
  return events.map((event) => ('to' in event ? event.to : event.type))
}
const deadLetters = async () => {
  await using sql = house().database.connect('events')
  return sql.query<{ value: string; reason: string }>('select value, reason from events.dead_letter')
}

describe('the ledger', () => {
  it('has an event once, however often the stream brings it', async () => {
    const event = change('21')
    await append(event, event, change('22'))
    await append(event)
    expect(await written()).toEqual(['21', '22'])
  })

  it('keeps the newest state when an older event comes again', async () => {
    const older = change('21')
    await append(older, change('22'), older)
    await house().settled()
    await append(older)
    await house().settled()
    const { states } = await house().link.request('dataservice.states.latest', {})
    expect(states.find(({ entityId }) => entityId === 'sensor.test')).toMatchObject({ value: '22' })
  })

  it.each([
    ['that is no event', { what: 'is this?' }],
    ['of an unknown type', change('1', { type: 'tali.core.magic.happened' } as unknown as Partial<LedgerEvent>)],
  ])('puts aside a line %s, with the reason, and goes on', async (_what, poison) => {
    await append(change('21'), poison, change('22'))
    expect(await written()).toEqual(['21', '22'])
    expect(await deadLetters()).toMatchObject([{ value: JSON.stringify(poison), reason: expect.stringMatching(/./) }])
    expect(house().log.take('error')).toMatchObject([{ message: 'an event was put aside' }])
  })

  it('puts aside a line that the database refuses, after three tries, and loses none beside it', async () => {
    await append(change('21'), change('N\0L'), change('22'))
    await house().clock.awaited(100)
    await house().clock.advance(100)
    await house().clock.awaited(200)
    await house().clock.advance(200)
    expect(await written()).toEqual(['21', '22'])
    expect(await deadLetters()).toHaveLength(1)
    expect(house().log.take('error')).toMatchObject([{ message: 'an event was put aside' }])
  })

  it('is not asked in vain for what was just done: the answer waits until it is written', async () => {
    await house().add(light('Kitchen light', 'Kitchen'))
    const maddie = await house().welcome('Maddie')
    for (let n = 0; n < 20; n++) {
      const wish = n % 2 === 0 ? 'on' : 'off'
      await maddie.say(`turn ${wish} the kitchen light`)
      expect((await maddie.say(`why did the kitchen light go ${wish}?`)).text).toMatch(/Maddie/)
    }
  })
})

describe('while the database is away', () => {
  it('lamps go on all the same, nothing is lost, and the ledger catches up', async () => {
    const lamp = await house().add(light('Kitchen light', 'Kitchen'))
    const maddie = await house().welcome('Maddie')
    await maddie.say('turn off the kitchen light')
    await house().settled()
    away = true
    try {
      expect((await maddie.say('turn on the kitchen light')).text).toBe('The kitchen light is on.')
      expect(lamp.told).toEqual(['ON'])
      await append(...Array.from({ length: 300 }, (_, n) => change(String(n))))
      await house().clock.awaited(100)
      await house().clock.advance(10_000)
    } finally {
      away = false
    }
    await house().clock.advance(60_000)
    expect(await written()).toEqual(Array.from({ length: 300 }, (_, n) => String(n)))
    expect((await maddie.say('why did the kitchen light go on?')).text).toMatch(/Maddie/)
  })

  it('health says so in plain words', async () => {
    const maddie = await house().welcome('Maddie')
    await house().settled()
    away = true
    try {
      const system = (await maddie.get('/api/system')).json()
      expect(system.status).toBe('down')
      expect(system.stores).toContainEqual(
        expect.objectContaining({ store: 'database', status: 'down', summary: 'the server is away' }),
      )
    } finally {
      away = false
    }
  })
})

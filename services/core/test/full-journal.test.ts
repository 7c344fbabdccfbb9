import { afterAll, expect, it } from 'vitest'
import { createWire, light, thermometer, useHouse } from '@tali/testing'

const wire = createWire()
afterAll(() => wire[Symbol.asyncDispose]())
const house = useHouse({ devices: wire, journalBytes: 100_000 })

const topic = 'devices/kitchen_thermometer/state'
const retryMs = 500

it('makes a device wait while the journal is full, and loses nothing of it', async () => {
  await house().add(light('Kitchen light', 'Kitchen'))
  await house().add(thermometer('Kitchen thermometer', 'Kitchen', '20'))
  const maddie = await house().welcome('Maddie')
  // Nobody reads the journal any more.
  await house().stop('dataservice')

  let sent = 0
  const send = () => {
    sent += 1
    const delivery = { sender: 'thermometer', connection: 'first', packetId: sent, duplicate: false }
    return wire.receive(topic, String(100 + sent), delivery)
  }
  for (;;) {
    const taken = send().then(
      () => true,
      () => false,
    )
    if (
      !(await Promise.race([
        taken,
        house()
          .clock.awaited(retryMs)
          .then(() => false),
      ]))
    )
      break
  }
  expect(sent).toBeGreaterThan(10)
  expect(house().log.take('error')).toContainEqual(
    expect.objectContaining({ message: 'the journal is full; devices wait' }),
  )
  // A person is obeyed all the same.
  expect((await maddie.say('turn on the kitchen light')).text).toMatch(/^The kitchen light/)
  house().log.take('error')

  // The ledger is written again; the device, which was not told that its last message was taken, sends it again.
  await house().restart()
  await house().settled()
  const last = { sender: 'thermometer', connection: 'second', packetId: sent, duplicate: true }
  await wire.receive(topic, String(100 + sent), last)
  await house().settled()
  const { events } = await house().link.request('dataservice.ledger.query', {
    types: ['tali.core.state.changed'],
    entityIds: ['sensor.kitchen_thermometer'],
    order: 'oldest',
    limit: 500,
  })
  const values = events.map((event) => ('to' in event ? Number(event.to) : NaN)).filter((value) => value > 100)
  expect(values.toSorted((a, b) => a - b)).toEqual(Array.from({ length: sent }, (_, n) => 101 + n))
})

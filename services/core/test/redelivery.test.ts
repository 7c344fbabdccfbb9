import { afterAll, describe, expect, it } from 'vitest'
import { createWire, light, useHouse } from '@tali/testing'

const wire = createWire()
afterAll(() => wire[Symbol.asyncDispose]())
const house = useHouse({ devices: wire })

const changes = async () => {
  await house().settled()
  const { events } = await house().link.request('dataservice.ledger.query', {
    types: ['tali.core.state.changed'],
    entityIds: ['light.kitchen_light'],
    order: 'oldest',
  })
  return events.map((event) => ('to' in event ? event.to : ''))
}
const delivery = (connection: string, packetId: number) => ({ sender: 'lamp', connection, packetId, duplicate: false })
const topic = 'devices/kitchen_light/state'

describe('a message that its sender sends once more, because the acknowledgement was lost', () => {
  it('is in the ledger once', async () => {
    await house().add(light('Kitchen light', 'Kitchen'))
    await wire.receive(topic, 'ON', delivery('first', 1))
    await wire.receive(topic, 'OFF', delivery('first', 2))
    await wire.receive(topic, 'ON', delivery('second', 1))
    expect(await changes()).toEqual(['off', 'on', 'off'])
  })

  it('is known after a restart too', async () => {
    await house().add(light('Kitchen light', 'Kitchen'))
    await wire.receive(topic, 'ON', delivery('first', 1))
    await wire.receive(topic, 'OFF', delivery('first', 2))
    await house().settled()
    await house().restart()
    await wire.receive(topic, 'OFF', delivery('second', 2))
    await wire.receive(topic, 'ON', delivery('second', 3))
    expect((await changes()).slice(0, 4)).toEqual(['off', 'on', 'off', 'on'])
  })
})

describe('a message that only looks the same', () => {
  it('is taken: another content under the number of an earlier one', async () => {
    await house().add(light('Kitchen light', 'Kitchen'))
    await wire.receive(topic, 'ON', delivery('first', 1))
    await wire.receive(topic, 'OFF', delivery('second', 1))
    expect(await changes()).toEqual(['off', 'on', 'off'])
  })

  it('is taken: the same number and content on the same connection, as when numbers come round', async () => {
    await house().add(light('Kitchen light', 'Kitchen'))
    await wire.receive(topic, 'ON', delivery('first', 1))
    await wire.receive(topic, 'OFF', delivery('first', 2))
    await wire.receive(topic, 'ON', delivery('first', 1))
    expect(await changes()).toEqual(['off', 'on', 'off', 'on'])
  })

  it('is taken: a device that counts anew after a reboot, some time later', async () => {
    await house().add(light('Kitchen light', 'Kitchen'))
    await wire.receive(topic, 'ON', delivery('first', 1))
    await house().clock.advance(60_000)
    await wire.receive(topic, 'OFF', delivery('first', 2))
    await wire.receive(topic, 'ON', delivery('second', 1))
    expect(await changes()).toEqual(['off', 'on', 'off', 'on'])
  })
})

it('a message is acknowledged only when what it changed will survive a kill', async () => {
  await house().add(light('Kitchen light', 'Kitchen'))
  await wire.receive(topic, 'ON', delivery('first', 1))
  const tail = await house().kv.stream('home').tail(1)
  expect(JSON.parse(tail[0]?.value ?? '{}')).toMatchObject({ entityId: 'light.kitchen_light', to: 'on' })
})

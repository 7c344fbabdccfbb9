import { afterAll, expect, it } from 'vitest'
import { heldHandles, light, openTrialDatabase, startHouse } from '@tali/testing'

const database = await openTrialDatabase()
afterAll(() => database[Symbol.asyncDispose]())

/** A day in the life of a house, from start to end. */
async function live(): Promise<void> {
  await using house = await startHouse({ database })
  await house.add(light('Kitchen light', 'Kitchen'))
  const maddie = await house.welcome('Maddie')
  {
    await using chat = await maddie.openChat()
    await using home = await maddie.watch()
    await home.next('home')
    chat.send({ type: 'say', id: '1', text: 'turn on the kitchen light' })
    await chat.next('message')
    await chat.next('message')
  }
  await maddie.say('set a timer for 5 minutes')
  await house.settled()
  await house.restart()
  expect(house.log.at('error')).toEqual([])
}

it('a house that was started, used, restarted and stopped holds nothing open', async () => {
  await live()
  const before = await heldHandles()
  await live()
  expect(await heldHandles()).toEqual(before)
})

it('a house that is stopped while a device keeps silent stops at once, and nothing is sent after', async () => {
  const house = await startHouse({ database })
  const lamp = await house.add(light('Hall lamp', 'Hall', { answer: () => null }))
  const maddie = await house.welcome('Maddie')
  const chat = await maddie.openChat()
  chat.send({ type: 'say', id: '1', text: 'turn on the hall lamp' })
  await lamp.toldSo(1)
  await house.restart()
  await house.settled()
  expect(lamp.told).toEqual(['ON'])
  await chat.closed()
  await house[Symbol.asyncDispose]()
})

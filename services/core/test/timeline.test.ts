import type { Timeline } from '@tali/contracts'
import { expect, it } from 'vitest'
import { light, useHouse, type Person } from '@tali/testing'

const house = useHouse()

async function timelineOf(person: Person, filter = ''): Promise<string[]> {
  const { lines }: Timeline = (await person.get(`/api/ledger${filter}`)).json()
  return lines.map(({ text }) => text)
}

it('shows what happened, newest first, and not how things stood when they were first seen', async () => {
  await house().devices.publish('kitchen_light/state', 'OFF', { retain: true })
  await house().add(light('Kitchen light', 'Kitchen'))
  const maddie = await house().welcome('Maddie')
  await maddie.say('turn on the kitchen light')
  const lines = await timelineOf(maddie)
  expect(lines).toEqual([
    expect.stringMatching(/^Kitchen light: turn on, confirmed/),
    'Kitchen light went on',
    'Maddie asked on the page: turn on the kitchen light',
    'Maddie joined the household',
    'Kitchen light went off',
    'Kitchen light is new here',
    expect.stringMatching(/^TALI started/),
  ])
  expect(await timelineOf(maddie, '?cause=restart')).toEqual(
    expect.arrayContaining([expect.stringMatching(/^TALI started/)]),
  )
  expect(await timelineOf(maddie, `?resident=${maddie.resident.id}&limit=1`)).toEqual([lines[0]])
})

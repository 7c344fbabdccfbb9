import { expect, it } from 'vitest'
import { systemHealthSchema } from '@tali/contracts'
import { useHouse } from '@tali/testing'

const house = useHouse()

it('the System page has every service and store, with work that was done', async () => {
  const maddie = await house().welcome('Maddie')
  const answer = await maddie.get('/api/system')
  expect(answer.statusCode).toBe(200)
  const system = systemHealthSchema.parse(answer.json())
  expect(system.status).toBe('up')
  expect(system.services.map(({ service, status }) => `${service} ${status}`).sort()).toEqual([
    'analytics up',
    'core up',
    'dataservice up',
    'messenger up',
    'persona up',
  ])
  expect(system.stores.map(({ store, status }) => `${store} ${status}`).sort()).toEqual(['database up', 'stream up'])
  expect(system.memoryMb).toBeGreaterThan(0)
})

it('a service that does not answer is told as down, and the page is still shown', async () => {
  const maddie = await house().welcome('Maddie')
  await house().stop('persona')
  const system = systemHealthSchema.parse((await maddie.get('/api/system')).json())
  expect(system.status).toBe('down')
  expect(system.services.find(({ service }) => service === 'persona')).toMatchObject({
    status: 'down',
    checks: [{ name: 'answers', status: 'down' }],
  })
})

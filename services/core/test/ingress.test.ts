import { describe, expect, it } from 'vitest'
import { light, useHouse } from '@tali/testing'

const house = useHouse()
const configTopic = (id: string, component = 'light') => `homeassistant/${component}/${id}/config`
const announce = (id: string, more: object = {}) =>
  house().devices.publish(
    configTopic(id),
    JSON.stringify({ name: id, unique_id: id, command_topic: `${id}/set`, state_topic: `${id}/state`, ...more }),
  )
const entities = async (): Promise<{ id: string; name: string }[]> =>
  (await house().owner.get('/api/home')).json().home.entities
const states = async (): Promise<{ entityId: string; value: string }[]> =>
  (await house().owner.get('/api/home')).json().states

describe('a discovery message', () => {
  it.each([
    ['that is not JSON', '{"name": "lamp"'],
    ['that is a list', '[1, 2, 3]'],
    ['that is a number', '42'],
    ['of wrong types', '{"unique_id": {"a": 1}, "command_topic": 7, "state_topic": ["x"], "device": "me"}'],
    ['with a wildcard as its topic', '{"unique_id": "x", "command_topic": "#", "state_topic": "a/+/b"}'],
    ['of bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0x80])],
    ['nested without end', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    ['of 300 kB', JSON.stringify({ unique_id: 'x', command_topic: 'x/set', name: 'x'.repeat(300_000) })],
    ['with prototype keys', '{"unique_id": "x", "__proto__": {"a": 1}, "constructor": 1, "command_topic": "x/set"}'],
  ])('%s hurts nobody: what comes after it is taken', async (_what, payload) => {
    await house().devices.publish(configTopic('broken'), payload)
    await announce('lamp')
    await house().devices.settled()
    expect((await entities()).map(({ id }) => id)).toContain('light.lamp')
  })

  it('has its names cleaned of direction marks, zero-width characters and control characters (SI-10)', async () => {
    await announce('lamp', { name: 'Kit\u200Bchen\u202E \u2066light\u0007\nIGNORE' })
    await house().devices.settled()
    const [lamp] = await entities()
    expect(lamp?.name).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    expect(lamp?.name).toMatch(/^Kitchen light/)
  })

  it('that is empty takes the device out of the home, and the ledger says so', async () => {
    const lamp = await house().add(light('Kitchen light', 'Kitchen'))
    await house().devices.publish(lamp.configTopic, '', { retain: true })
    await house().settled()
    expect(await entities()).toEqual([])
    const { events } = await house().link.request('dataservice.ledger.query', { types: ['tali.core.entity.removed'] })
    expect(events).toMatchObject([{ entityId: 'light.kitchen_light', name: 'Kitchen light' }])
  })

  it('may come 10,000 times: every device is known, within seconds', async () => {
    const begun = performance.now()
    await Promise.all(
      Array.from({ length: 10_000 }, (_, n) =>
        announce(`lamp_${n}`, {
          name: `Lamp ${n}`,
          device: { identifiers: [`d${n}`], suggested_area: `Room ${n % 50}` },
        }),
      ),
    )
    await house().devices.settled()
    expect(await states()).toHaveLength(10_000)
    expect(performance.now() - begun).toBeLessThan(12_000)
  })
})

describe('a state message', () => {
  it.each([
    ['of 300 kB', 'x'.repeat(300_000)],
    ['of bytes that are no text', Buffer.from([0xc3, 0x28, 0xff])],
    ['with NUL in it', 'O\0N'],
    ['that no light knows', 'PURPLE'],
    ['that is empty', ''],
  ])('%s does not end the lamp: the next is taken', async (_what, payload) => {
    const lamp = await house().add(light('Kitchen light', 'Kitchen'))
    await house().devices.publish(`${lamp.topic}/state`, payload)
    await lamp.report('ON')
    await house().settled()
    expect(await states()).toMatchObject([{ entityId: 'light.kitchen_light', value: 'on' }])
    const { events } = await house().link.request('dataservice.ledger.query', { entityIds: ['light.kitchen_light'] })
    expect(events[0]).toMatchObject({ type: 'tali.core.state.changed', to: 'on' })
  })

  it('of an unknown topic is nobody’s, however many there are', async () => {
    await house().add(light('Kitchen light', 'Kitchen'))
    const before = await house().kv.stream('home').info()
    for (let n = 0; n < 20_000; n++) await house().devices.publish(`strangers/${n}/state`, 'ON')
    await house().settled()
    expect((await house().kv.stream('home').info()).lastId).toBe(before.lastId)
    expect(await states()).toHaveLength(1)
  })

  it('that repeats what is known is no event', async () => {
    const lamp = await house().add(light('Kitchen light', 'Kitchen', { state: 'ON' }))
    await house().settled()
    const before = await house().kv.stream('home').info()
    for (let n = 0; n < 5; n++) await lamp.report('ON')
    await house().settled()
    expect((await house().kv.stream('home').info()).lastId).toBe(before.lastId)
  })
})

import { describe, expect, it } from 'vitest'
import { light, thermometer, useHouse } from '@tali/testing'

const house = useHouse()
type Body = Record<string, unknown>

describe("Home Assistant's POST /api/conversation/process", () => {
  const process = async (body: Body) => {
    const maddie = await house().welcome('Maddie')
    return maddie.post('/api/conversation/process', body)
  }

  it('answers a done action in its shape', async () => {
    await house().add(light('Kitchen light', 'Kitchen'))
    const answer = await process({ text: 'turn on the kitchen light', language: 'en', conversation_id: 'abc' })
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toEqual({
      conversation_id: 'abc',
      continue_conversation: false,
      response: {
        response_type: 'action_done',
        language: 'en',
        speech: { plain: { speech: 'The kitchen light is on.', extra_data: null } },
        card: {},
        data: {
          targets: [],
          success: [{ type: 'entity', name: 'Kitchen light', id: 'light.kitchen_light' }],
          failed: [],
        },
      },
    })
  })

  it('answers a question, and what it did not understand', async () => {
    await house().add(thermometer('Bedroom thermometer', 'Bedroom', '21.4'))
    const asked = await process({ text: 'how warm is it in the bedroom?', language: null })
    expect(asked.json()).toMatchObject({ response: { response_type: 'query_answer' } })
    const jonas = await house().welcome('Jonas')
    const missed = await jonas.post('/api/conversation/process', {
      text: 'purple elephants',
      agent_id: 'home_assistant',
    })
    expect(missed.json()).toMatchObject({ response: { response_type: 'error', data: { code: 'no_intent_match' } } })
  })

  it('tells a failed target', async () => {
    const lamp = await house().add(light('Kitchen light', 'Kitchen'))
    await lamp.goOffline()
    const answer = await process({ text: 'turn on the kitchen light' })
    expect(answer.json()).toMatchObject({
      response: { response_type: 'error', data: { code: 'failed_to_handle', failed: [{ id: 'light.kitchen_light' }] } },
    })
  })

  it('answers a text that is too long, without acting', async () => {
    const lamp = await house().add(light('Kitchen light', 'Kitchen'))
    const answer = await process({ text: 'turn on the kitchen light '.repeat(200) })
    expect(answer.json()).toMatchObject({ response: { response_type: 'error', data: { code: 'no_intent_match' } } })
    expect(lamp.told).toEqual([])
  })
})

describe('a malformed body', () => {
  it.each([
    ['no JSON', '{"text": "tur', 400],
    ['nothing', '', 400],
    ['a list', '[]', 400],
    ['wrong types', '{"text": {"a": 1}, "conversationId": 7}', 400],
    ['an unknown form', '{"texte": "hello"}', 400],
    ['too much', JSON.stringify({ text: 'x'.repeat(300_000) }), 413],
  ])('of %s is refused as problem+json', async (_what, payload, status) => {
    const maddie = await house().welcome('Maddie')
    const answer = await maddie.request('POST', '/api/turns', {
      payload,
      headers: { 'content-type': 'application/json' },
    })
    expect(answer.statusCode).toBe(status)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.json()).toMatchObject({ status, type: expect.stringContaining('urn:tali:problem:') })
  })

  it('that is no JSON by its header is refused too', async () => {
    const maddie = await house().welcome('Maddie')
    const answer = await maddie.request('POST', '/api/turns', {
      payload: '<text>hello</text>',
      headers: { 'content-type': 'application/xml' },
    })
    expect(answer.json()).toMatchObject({ status: 415, code: 'common.not_supported' })
  })

  it('says which of its fields are wrong', async () => {
    const maddie = await house().welcome('Maddie')
    const answer = await maddie.post('/api/entities/light.kitchen/command', { action: 'DROP TABLE', parameters: [] })
    expect(
      answer
        .json()
        .errors.map(({ where }: { where: string }) => where)
        .sort(),
    ).toEqual(['body/action', 'body/parameters'])
  })

  it('of odd ids and cursors is answered, and nothing breaks', async () => {
    const maddie = await house().welcome('Maddie')
    for (const url of [
      '/api/ledger?limit=0',
      '/api/ledger?before=yesterday',
      '/api/ledger?cause=magic',
      "/api/ledger?entity=';drop table events.event;--",
      '/api/ledger/not-a-uuid/why',
      '/api/ledger/018f0000-0000-7000-8000-000000000000/why',
      '/api/nothing-here',
      `/api/entities/${'x'.repeat(290)}`,
      '/api/home/%00',
      '/api/ledger?before=2026-03-02T08:00:00.000Z_------------------------------------',
      '/api/ledger?before=2026-99-99T99:99:99Z_018f0000-0000-7000-8000-000000000000',
      '/api/ledger?entity=%00',
    ])
      expect((await maddie.get(url)).statusCode, url).toBeLessThan(500)
  })
})

describe('the page’s controls', () => {
  it('pass the same gate and get the same truthful answer', async () => {
    const lamp = await house().add(light('Kitchen light', 'Kitchen'))
    const maddie = await house().welcome('Maddie')
    const answer = await maddie.post('/api/entities/light.kitchen_light/command', { action: 'turn_on' })
    expect(answer.json()).toMatchObject({
      say: { kind: 'did', results: [{ outcome: 'confirmed' }] },
      worded: { text: 'The kitchen light is on.' },
    })
    expect(lamp.told).toEqual(['ON'])
    expect((await maddie.post('/api/entities/light.nowhere/command', { action: 'turn_on' })).statusCode).toBe(404)
  })
})

describe('the live view', () => {
  it('shows the home first, and then what changes', async () => {
    const lamp = await house().add(light('Kitchen light', 'Kitchen'))
    const maddie = await house().welcome('Maddie')
    await using live = await maddie.watch()
    const home = await live.next('home')
    expect(home.states).toMatchObject([{ entityId: 'light.kitchen_light', value: 'off' }])
    await lamp.report('ON')
    expect((await live.next('states')).states).toMatchObject([{ entityId: 'light.kitchen_light', value: 'on' }])
  })

  it('sends the newest state alone when many come at once', async () => {
    const lamp = await house().add(light('Kitchen light', 'Kitchen'))
    const maddie = await house().welcome('Maddie')
    await using live = await maddie.watch()
    await live.next('home')
    for (let n = 0; n < 201; n++) await lamp.report(n % 2 === 0 ? 'ON' : 'OFF')
    await house().settled()
    await house().clock.advance(50)
    await live.next('states')
    expect((await live.next('states')).states).toMatchObject([{ value: 'on' }])
    expect(live.received.filter(({ type }) => type === 'states').length).toBeLessThanOrEqual(3)
  })

  it('is shown anew when something joins the home', async () => {
    const maddie = await house().welcome('Maddie')
    await using live = await maddie.watch()
    expect((await live.next('home')).entities).toEqual([])
    await house().add(light('Kitchen light', 'Kitchen'))
    await house().clock.advance(150)
    expect((await live.next('home')).entities).toMatchObject([{ id: 'light.kitchen_light' }])
  })

  it('closes on a frame that is too large, and takes any other without harm', async () => {
    const maddie = await house().welcome('Maddie')
    await using live = await maddie.watch()
    await live.next('home')
    live.send('{"what": ')
    live.send(Buffer.from([0xff, 0x00]))
    live.send('x'.repeat(100_000))
    expect(await live.closed()).toBe(1009)
    expect((await maddie.get('/api/home')).statusCode).toBe(200)
  })
})

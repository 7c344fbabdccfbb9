import { describe, expect, it } from 'vitest'
import { light, useHouse } from '@tali/testing'

const house = useHouse()

describe('a resident’s overlay', () => {
  it('sets the tone of the answers, for this resident alone', async () => {
    await house().add(light('Kitchen light', 'Kitchen'))
    const maddie = await house().welcome('Maddie')
    const jonas = await house().welcome('Jonas')
    const changed = await maddie.request('PATCH', '/api/me', { payload: { tone: 'brief' } })
    expect(changed.json()).toMatchObject({ tone: 'brief' })
    expect((await maddie.say('turn on the kitchen light')).text).toBe('Kitchen light: on.')
    expect((await jonas.say('turn off the kitchen light')).text).toBe('The kitchen light is off.')
  })

  it('outlives a restart', async () => {
    const maddie = await house().welcome('Maddie')
    await maddie.request('PATCH', '/api/me', { payload: { tone: 'warm' } })
    await house().restart()
    expect((await house().again(maddie).get('/api/me')).json()).toMatchObject({ tone: 'warm' })
  })

  it('takes no tone that there is not', async () => {
    const maddie = await house().welcome('Maddie')
    const answer = await maddie.request('PATCH', '/api/me', { payload: { tone: 'sarcastic' } })
    expect(answer.statusCode).toBe(400)
  })

  it('goes with the language: German is spoken to whoever chose it', async () => {
    const maddie = await house().welcome('Maddie')
    await maddie.request('PATCH', '/api/me', { payload: { language: 'de' } })
    expect((await maddie.say('wie spät ist es?')).text).toBe('Es ist 08:00 Uhr.')
  })
})

describe('the interaction log', () => {
  const turn = {
    turnId: 't1',
    conversationId: 'c1',
    residentId: 'r1',
    channel: 'chat',
    said: 'what time is it?',
    answered: 'It is 08:00.',
    parts: [],
    at: '2026-03-02T08:00:00.000Z',
  }

  it('keeps a turn once, however often it comes', async () => {
    for (let n = 0; n < 3; n++) await house().link.request('persona.interaction.record', turn)
    await using sql = house().database.connect('persona')
    expect(await sql.query('select turn_id, said, answered from persona.interaction')).toEqual([
      { turn_id: 't1', said: turn.said, answered: turn.answered },
    ])
  })

  it('refuses what breaks its contract', async () => {
    const broken = { ...turn, said: 7 } as unknown as typeof turn
    await expect(house().link.request('persona.interaction.record', broken)).rejects.toThrow()
  })
})

import { describe, expect, it } from 'vitest'
import type { Question, Say } from '@tali/contracts'
import { garageDoor, lock, useHouse } from '@tali/testing'

const house = useHouse()

/** The question that a reply asks. */
function questionOf(reply: { parts: { say: Say }[] }): Question {
  const say = reply.parts[0]?.say
  if (say?.kind !== 'ask') throw new Error(`expected a question, got ${JSON.stringify(say)}`)
  return say.question
}

describe('what opens the house (class 3, SI-13)', () => {
  it('is done after a resident said yes to exactly that', async () => {
    const door = await house().add(lock('Front door', 'Hall'))
    const maddie = await house().welcome('Maddie')
    const asked = await maddie.say('unlock the front door', 'talk')
    expect(questionOf(asked).choices.map(({ id }) => id)).toEqual(['yes', 'no'])
    expect(asked.text).toBe('Shall I really unlock the front door?')
    expect(door.told).toEqual([])
    const done = await maddie.say('yes', 'talk')
    expect(done.parts).toMatchObject([{ say: { kind: 'did', results: [{ outcome: 'confirmed' }] } }])
    expect(door.told).toEqual(['UNLOCK'])
  })

  it('is left as it is after a no', async () => {
    const door = await house().add(lock('Front door', 'Hall'))
    const maddie = await house().welcome('Maddie')
    await maddie.say('unlock the front door', 'talk')
    expect((await maddie.say('no', 'talk')).parts).toMatchObject([{ say: { kind: 'question_over', why: 'declined' } }])
    await maddie.say('yes', 'talk')
    expect(door.told).toEqual([])
  })

  it('is refused to the owner of the machine, and the ledger has it', async () => {
    const door = await house().add(lock('Front door', 'Hall'))
    const answer = await house().owner.post('/api/entities/lock.front_door/command', { action: 'unlock' })
    expect(answer.json()).toMatchObject({ say: { results: [{ outcome: 'refused', reason: 'needs_resident' }] } })
    await house().settled()
    const { events } = await house().link.request('dataservice.ledger.query', { causes: ['owner'] })
    expect(events).toMatchObject([{ type: 'tali.core.command.concluded', outcome: 'refused' }])
    expect(door.told).toEqual([])
  })

  it('is refused to a token that belongs to nobody in particular', async () => {
    const door = await house().add(garageDoor('Garage door', 'Garage'))
    const { token } = (await house().owner.post('/api/tokens', { name: 'script' })).json()
    const answer = await house().stranger.request('POST', '/api/turns', {
      payload: { text: 'open the garage door' },
      headers: { authorization: `Bearer ${token}` },
    })
    expect(answer.json()).toMatchObject({ parts: [{ say: { results: [{ outcome: 'refused' }] } }] })
    expect(door.told).toEqual([])
  })

  it('is not unlocked by way of a position, a toggle or an unknown action', async () => {
    const garage = await house().add(garageDoor('Garage door', 'Garage'))
    const maddie = await house().welcome('Maddie')
    for (const command of [
      { action: 'set_cover_position', parameters: { position: 100 } },
      { action: 'toggle' },
      { action: 'open_sesame' },
    ]) {
      const answer = await maddie.post('/api/entities/cover.garage_door/command', command)
      expect(answer.json()).toMatchObject({ say: { kind: 'ask', about: 'confirmation' } })
    }
    expect(garage.told).toEqual([])
  })
})

describe('a confirmation', () => {
  const ask = async () => {
    const door = await house().add(lock('Front door', 'Hall'))
    const maddie = await house().welcome('Maddie')
    const question = questionOf(await maddie.say('unlock the front door', 'talk'))
    return { door, maddie, question }
  }

  it('is over after 30 seconds', async () => {
    const { door, maddie, question } = await ask()
    await house().clock.advance(30_000)
    await maddie.say('yes', 'talk')
    const pressed = await maddie.post(`/api/questions/${question.questionId}/answer`, { choiceId: 'yes' })
    expect(pressed.json()).toMatchObject({ say: { kind: 'question_over', why: 'expired' } })
    expect(door.told).toEqual([])
  })

  it('is not prolonged by setting the clock back (SI-33)', async () => {
    const { door, maddie, question } = await ask()
    await house().clock.advance(29_000)
    house().clock.setWallClock('2026-03-02T07:00:00Z')
    await house().clock.advance(1_000)
    const pressed = await maddie.post(`/api/questions/${question.questionId}/answer`, { choiceId: 'yes' })
    expect(pressed.json()).toMatchObject({ say: { kind: 'question_over' } })
    expect(door.told).toEqual([])
  })

  it('counts once: a second press does nothing', async () => {
    const { door, maddie, question } = await ask()
    const press = () => maddie.post(`/api/questions/${question.questionId}/answer`, { choiceId: 'yes' })
    const pressed = await Promise.all([press(), press(), press()])
    const kinds: string[] = pressed.map((each) => each.json().say.kind)
    expect(kinds.toSorted()).toEqual(['did', 'question_over', 'question_over'])
    expect(door.told).toEqual(['UNLOCK'])
  })

  it('of another resident does not count, and does not use it up', async () => {
    const { door, maddie, question } = await ask()
    const jonas = await house().welcome('Jonas')
    const pressed = await jonas.post(`/api/questions/${question.questionId}/answer`, { choiceId: 'yes' })
    expect(pressed.json()).toMatchObject({ say: { kind: 'question_over', why: 'unknown' } })
    await jonas.say('yes', 'talk')
    await house().owner.post(`/api/questions/${question.questionId}/answer`, { choiceId: 'yes' })
    expect(door.told).toEqual([])
    await maddie.say('yes', 'talk')
    expect(door.told).toEqual(['UNLOCK'])
  })

  it('in another conversation does not count, in words or by its button', async () => {
    const { door, maddie, question } = await ask()
    await maddie.say('yes', 'elsewhere')
    const { resident } = maddie
    const principal = {
      kind: 'resident',
      residentId: resident.id,
      name: resident.name,
      role: resident.role,
      language: 'en',
    } as const
    const reply = await house().link.request('core.turn.take', {
      turnId: 'a',
      conversationId: 'elsewhere',
      principal,
      channel: 'chat',
      language: 'en',
      areaId: null,
      text: null,
      choice: { questionId: question.questionId, choiceId: 'yes' },
    })
    expect(reply.parts).toMatchObject([{ say: { kind: 'question_over', why: 'unknown' } }])
    expect(door.told).toEqual([])
  })

  it('counts for what was asked only: a yes opens nothing else', async () => {
    const { door, maddie, question } = await ask()
    const garage = await house().add(garageDoor('Garage door', 'Garage'))
    const swapped = await maddie.post(`/api/questions/${question.questionId}/answer`, { choiceId: 'cover.garage_door' })
    expect(swapped.json()).toMatchObject({ say: { kind: 'question_over', why: 'unknown' } })
    await maddie.post(`/api/questions/${question.questionId}/answer`, { choiceId: 'yes' })
    expect([door.told, garage.told]).toEqual([['UNLOCK'], []])
  })

  it('is gone after "never mind"', async () => {
    const { door, maddie } = await ask()
    await maddie.say('never mind', 'talk')
    await maddie.say('yes', 'talk')
    expect(door.told).toEqual([])
  })

  it('does not outlive a restart, and nothing is sent by one (SI-15)', async () => {
    const { door, maddie, question } = await ask()
    await house().settled()
    await house().restart()
    const again = house().again(maddie)
    const pressed = await again.post(`/api/questions/${question.questionId}/answer`, { choiceId: 'yes' })
    expect(pressed.json()).toMatchObject({ say: { kind: 'question_over', why: 'expired' } })
    await again.say('yes', 'talk')
    await house().settled()
    expect(door.told).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { light, useHouse } from '@tali/testing'

const house = useHouse()
const resultsOf = (reply: { parts: { say: unknown }[] }) =>
  reply.parts.flatMap(
    ({ say }) => (say as { results?: { entityId: string; outcome: string; reason: string | null }[] }).results ?? [],
  )

describe('"turn on the kitchen light"', () => {
  it('is sent, confirmed by the light, and told', async () => {
    const kitchen = await house().add(light('Kitchen light', 'Kitchen'))
    const maddie = await house().welcome('Maddie')
    const reply = await maddie.say('turn on the kitchen light')
    expect(kitchen.told).toEqual(['ON'])
    expect(resultsOf(reply)).toMatchObject([{ entityId: 'light.kitchen_light', outcome: 'confirmed', reason: null }])
    expect(reply.text).toBe('The kitchen light is on.')
  })

  it('is done and told plainly while persona is away', async () => {
    await house().add(light('Kitchen light', 'Kitchen'))
    const maddie = await house().welcome('Maddie')
    await house().stop('persona')
    expect((await maddie.say('turn on the kitchen light')).text).toBe('The kitchen light is on.')
  })

  it('leaves a chain of causes in the ledger: the turn, the command, the change, the outcome', async () => {
    await house().add(light('Kitchen light', 'Kitchen'))
    const maddie = await house().welcome('Maddie')
    await maddie.say('turn on the kitchen light')
    await house().settled()
    const { events } = await house().link.request('dataservice.ledger.query', {
      residentId: maddie.resident.id,
      order: 'oldest',
    })
    const [joined, turn, sent, ...others] = events
    const cause = { kind: 'resident', residentId: maddie.resident.id, name: 'Maddie', channel: 'page' }
    expect(joined).toMatchObject({ type: 'tali.core.resident.joined' })
    expect(turn).toMatchObject({
      type: 'tali.core.turn.received',
      cause,
      parentId: null,
      text: 'turn on the kitchen light',
    })
    expect(sent).toMatchObject({ type: 'tali.core.command.sent', cause, parentId: turn?.id, action: 'turn_on' })
    expect(others).toHaveLength(2)
    expect(others.find((event) => event.type === 'tali.core.state.changed')).toMatchObject({
      cause,
      parentId: sent?.id,
      from: 'off',
      to: 'on',
      areaId: expect.any(String),
    })
    expect(others.find((event) => event.type === 'tali.core.command.concluded')).toMatchObject({
      cause,
      parentId: turn?.id,
      outcome: 'confirmed',
    })
  })

  it('is not sent to a light that is on: it already is', async () => {
    const kitchen = await house().add(light('Kitchen light', 'Kitchen', { state: 'ON' }))
    const maddie = await house().welcome('Maddie')
    const reply = await maddie.say('turn on the kitchen light')
    expect(kitchen.told).toEqual([])
    expect(resultsOf(reply)).toMatchObject([{ outcome: 'already' }])
    expect(reply.text).toBe('The kitchen light is already on.')
  })

  it('is never called done when the light does not answer', async () => {
    const hall = await house().add(light('Hall lamp', 'Hall', { answer: () => null }))
    const maddie = await house().welcome('Maddie')
    const reply = maddie.say('turn on the hall lamp')
    await hall.toldSo(1)
    await house().clock.awaited(2_000)
    await house().clock.advance(2_000)
    expect(resultsOf(await reply)).toMatchObject([{ outcome: 'no_echo', reason: 'device_silent' }])
    expect((await reply).text).toBe('The hall lamp has not answered; I sent the command 2 s ago.')
  })

  it('is not answered by a light that reports something else', async () => {
    const hall = await house().add(light('Hall lamp', 'Hall', { answer: () => 'OFF' }))
    const maddie = await house().welcome('Maddie')
    const reply = maddie.say('turn on the hall lamp')
    await hall.toldSo(1)
    await house().clock.awaited(2_000)
    await house().clock.advance(2_000)
    expect(resultsOf(await reply)).toMatchObject([{ outcome: 'no_echo' }])
  })

  it('fails for a light that is offline, and nothing is sent', async () => {
    const hall = await house().add(light('Hall lamp', 'Hall'))
    await hall.goOffline()
    const maddie = await house().welcome('Maddie')
    const reply = await maddie.say('turn on the hall lamp')
    expect(hall.told).toEqual([])
    expect(resultsOf(reply)).toMatchObject([{ outcome: 'failed', reason: 'device_offline' }])
    expect(reply.text).toMatch(/hall lamp .*offline/i)
  })

  it('gives way to a newer wish: the older does not claim its outcome', async () => {
    const lamp = await house().add(
      light('Hall lamp', 'Hall', { state: 'ON', answer: (told) => (told === 'ON' ? 'ON' : null) }),
    )
    const maddie = await house().welcome('Maddie')
    const first = maddie.say('turn off the hall lamp')
    await lamp.toldSo(1)
    await house().clock.awaited(2_000)
    await lamp.report('OFF')
    expect(resultsOf(await first)).toMatchObject([{ outcome: 'confirmed' }])
    const off = maddie.say('turn on the hall lamp')
    expect(resultsOf(await off)).toMatchObject([{ outcome: 'confirmed' }])
    expect(lamp.told).toEqual(['OFF', 'ON'])
  })
})

describe('a sentence', () => {
  it('may hold two wishes, and both are done, in order', async () => {
    const kitchen = await house().add(light('Kitchen light', 'Kitchen'))
    const bedroom = await house().add(light('Bedroom light', 'Bedroom', { state: 'ON' }))
    const maddie = await house().welcome('Maddie')
    const reply = await maddie.say('turn on the kitchen light and turn off the bedroom light')
    expect([kitchen.told, bedroom.told]).toEqual([['ON'], ['OFF']])
    expect(reply.parts).toHaveLength(2)
    expect(reply.text).toBe('The kitchen light is on. The bedroom light is off.')
  })

  it('may mean all lamps of a room, and those that do not answer are named', async () => {
    await house().add(light('Counter light', 'Kitchen'))
    const shelf = await house().add(light('Shelf light', 'Kitchen', { answer: () => null }))
    await house().add(light('Bedroom light', 'Bedroom'))
    const maddie = await house().welcome('Maddie')
    const reply = maddie.say('turn on the lights in the kitchen')
    await shelf.toldSo(1)
    await house().clock.awaited(2_000)
    await house().clock.advance(2_000)
    expect(
      resultsOf(await reply)
        .map(({ entityId, outcome }) => `${entityId} ${outcome}`)
        .sort(),
    ).toEqual(['light.counter_light confirmed', 'light.shelf_light no_echo'])
    expect((await reply).text).toMatch(/shelf light has not answered/i)
  })

  it('that does not mention a thing of the home is told what the home does have', async () => {
    await house().add(light('Kitchen light', 'Kitchen'))
    await house().add(light('Bedroom light', 'Bedroom'))
    const maddie = await house().welcome('Maddie')
    const { parts, text } = await maddie.say('turn on the kitchin lite')
    expect(parts.map(({ say }) => say.kind)).toEqual(['not_understood'])
    expect(text).toMatch(/kitchen light/i)
  })

  it('that is not for the home does nothing', async () => {
    const kitchen = await house().add(light('Kitchen light', 'Kitchen'))
    const maddie = await house().welcome('Maddie')
    const { parts } = await maddie.say('purple elephants dance on the roof')
    expect(parts).toMatchObject([{ say: { kind: 'not_understood' } }])
    expect(kitchen.told).toEqual([])
  })

  it('may be German, and is answered so', async () => {
    const kitchen = await house().add(light('Küchenlicht', 'Küche'))
    const jonas = await house().welcome('Jonas', 'de')
    const reply = await jonas.say('Schalte das Küchenlicht an')
    expect(kitchen.told).toEqual(['ON'])
    expect(reply.text).toBe('Das Küchenlicht ist an.')
  })
})

describe('an ambiguous name', () => {
  it('is asked back with buttons, and a button carries it out', async () => {
    const [kitchen, bedroom] = [
      await house().add(light('Ceiling light', 'Kitchen')),
      await house().add({ ...light('Ceiling light', 'Bedroom'), id: 'other' }),
    ]
    const maddie = await house().welcome('Maddie')
    const { parts } = await maddie.say('turn on the ceiling light')
    const [asked] = parts
    if (asked?.say.kind !== 'ask') throw new Error(`not asked but ${JSON.stringify(asked)}`)
    expect(asked.say.question.choices.map(({ label, hint }) => `${label}, ${hint}`).sort()).toEqual([
      'Ceiling light, Bedroom',
      'Ceiling light, Kitchen',
    ])
    const inBedroom = asked.say.question.choices.find(({ hint }) => hint === 'Bedroom')
    const answered = await maddie.post(`/api/questions/${asked.say.question.questionId}/answer`, {
      choiceId: inBedroom?.id,
    })
    expect(answered.json()).toMatchObject({ say: { kind: 'did', results: [{ outcome: 'confirmed' }] } })
    expect([kitchen.told, bedroom.told]).toEqual([[], ['ON']])
  })

  it('can be answered in words', async () => {
    const kitchen = await house().add(light('Ceiling light', 'Kitchen'))
    await house().add({ ...light('Ceiling light', 'Bedroom'), id: 'other' })
    const maddie = await house().welcome('Maddie')
    await maddie.say('turn on the ceiling light', 'talk')
    const reply = await maddie.say('the kitchen', 'talk')
    expect(resultsOf(reply)).toMatchObject([{ outcome: 'confirmed' }])
    expect(kitchen.told).toEqual(['ON'])
  })

  it('tells two things of one name in one room apart', async () => {
    await house().add(light('Desk lamp', 'Office'))
    await house().add({ ...light('Desk lamp', 'Office'), id: 'other' })
    const { text } = await (await house().welcome('Maddie')).say('turn on the desk lamp')
    expect(text).toMatch(/^Which light do you mean: .*light\.desk_lamp\).*light\.desk_lamp_2\)/)
  })
})

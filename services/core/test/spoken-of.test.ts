import { describe, expect, it } from 'vitest'
import { light, useHouse } from '@tali/testing'

const house = useHouse()

describe('what was spoken of', () => {
  it('is what "it" means in the next sentence', async () => {
    const kitchen = await house().add(light('Kitchen light', 'Kitchen'))
    const hall = await house().add(light('Hall lamp', 'Hall', { state: 'ON' }))
    const maddie = await house().welcome('Maddie')
    await maddie.say('turn on the kitchen light', 'chat')
    const reply = await maddie.say('turn it off again', 'chat')
    expect(reply.text).toBe('The kitchen light is off.')
    expect([kitchen.told, hall.told]).toEqual([['ON', 'OFF'], []])
  })

  it('is told within one sentence too, whatever was spoken of before', async () => {
    const kitchen = await house().add(light('Kitchen light', 'Kitchen'))
    const hall = await house().add(light('Hall lamp', 'Hall'))
    const maddie = await house().welcome('Maddie')
    await maddie.say('turn on the hall lamp', 'chat')
    const reply = await maddie.say('turn on the kitchen light and turn it off again', 'chat')
    expect(reply.text).toBe('The kitchen light is on. The kitchen light is off.')
    expect([kitchen.told, hall.told]).toEqual([['ON', 'OFF'], ['ON']])
  })

  it('is what a question was about: "which lights are on?", "turn them off"', async () => {
    const kitchen = await house().add(light('Kitchen light', 'Kitchen', { state: 'ON' }))
    const hall = await house().add(light('Hall lamp', 'Hall'))
    const maddie = await house().welcome('Maddie')
    await maddie.say('which lights are on?', 'chat')
    await maddie.say('turn them off', 'chat')
    expect([kitchen.told, hall.told]).toEqual([['OFF'], []])
  })

  it('is forgotten after five minutes', async () => {
    const kitchen = await house().add(light('Kitchen light', 'Kitchen'))
    const maddie = await house().welcome('Maddie')
    await maddie.say('turn on the kitchen light', 'chat')
    await house().clock.advance(300_000)
    const reply = await maddie.say('turn it off', 'chat')
    expect(reply.text).toBe("I don't know what you mean by “it”; please say its name.")
    expect(kitchen.told).toEqual(['ON'])
  })

  it('is nothing after something that the home does not have', async () => {
    const kitchen = await house().add(light('Kitchen light', 'Kitchen'))
    const maddie = await house().welcome('Maddie')
    await maddie.say('turn on the kitchen light', 'chat')
    const unknown = await maddie.say('turn on the xylophone', 'chat')
    expect(unknown.text).toBe("I don't know a “xylophone”. I know the kitchen light, among others.")
    await maddie.say('turn it off', 'chat')
    expect(kitchen.told).toEqual(['ON'])
  })
})

describe('a sentence', () => {
  it('of another language is understood and answered in that one', async () => {
    const kitchen = await house().add(light('Küchenlicht', 'Küche'))
    const maddie = await house().welcome('Maddie', 'en')
    const reply = await maddie.say('Schalte das Küchenlicht an', 'chat')
    expect(kitchen.told).toEqual(['ON'])
    expect(reply).toMatchObject({ language: 'de', text: 'Das Küchenlicht ist an.' })
  })

  it('"lights out" asks for no room when only one is lit', async () => {
    const kitchen = await house().add(light('Counter light', 'Kitchen', { state: 'ON' }))
    const hall = await house().add(light('Hall lamp', 'Hall'))
    const maddie = await house().welcome('Maddie')
    await maddie.say('turn off the light', 'chat')
    expect([kitchen.told, hall.told]).toEqual([['OFF'], []])
  })

  it('about the shopping list is answered: what is on it, and that it is done', async () => {
    const maddie = await house().welcome('Maddie')
    await maddie.say('put milk on the shopping list', 'chat')
    expect((await maddie.say("what's on the shopping list?", 'chat')).text).toBe('On the shopping list: milk.')
    await maddie.say('clear the shopping list', 'chat')
    expect((await maddie.say("what's on the shopping list?", 'chat')).text).toBe('The shopping list is empty.')
  })

  it('about what this house does not do says so', async () => {
    const maddie = await house().welcome('Maddie')
    const { parts } = await maddie.say('what is the weather?', 'chat')
    expect(parts).toMatchObject([{ say: { kind: 'not_offered', what: 'weather' } }])
  })

  it('about a resident is answered from what they did, and about a stranger not at all', async () => {
    await house().add(light('Kitchen light', 'Kitchen'))
    const maddie = await house().welcome('Maddie')
    await maddie.say('turn on the kitchen light', 'chat')
    await house().settled()
    expect((await maddie.say('what did Maddie do today?', 'chat')).text).toMatch(/Kitchen light went on/)
    expect((await maddie.say('what did John do today?', 'chat')).text).toBe(
      "I don't know a “John”. I know Maddie, among others.",
    )
  })
})

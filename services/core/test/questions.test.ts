import { describe, expect, it } from 'vitest'
import { garageDoor, light, thermometer, useHouse } from '@tali/testing'

const house = useHouse()
const minute = 60_000

describe('a question about a sensor', () => {
  it('is answered with its value', async () => {
    await house().add(thermometer('Bedroom thermometer', 'Bedroom', '21.4'))
    const maddie = await house().welcome('Maddie')
    expect((await maddie.say('how warm is it in the bedroom?')).text).toBe('It is 21.4 °C in the bedroom.')
  })

  it('tells the age of an old reading', async () => {
    await house().add(thermometer('Bedroom thermometer', 'Bedroom', '21.4'))
    const maddie = await house().welcome('Maddie')
    await house().clock.advance(180 * minute)
    expect((await maddie.say('how warm is it in the bedroom?')).text).toBe(
      'It was 21.4 °C in the bedroom, 3 hours ago.',
    )
  })

  it('is not answered with a number when the sensor is offline', async () => {
    const sensor = await house().add(thermometer('Bedroom thermometer', 'Bedroom', '21.4'))
    await sensor.goOffline()
    const maddie = await house().welcome('Maddie')
    expect((await maddie.say('how warm is it in the bedroom?')).text).toMatch(/no .*reading|offline/i)
  })

  it('goes together with a wish in one sentence', async () => {
    await house().add(thermometer('Bedroom thermometer', 'Bedroom', '21.4'))
    await house().add(light('Kitchen light', 'Kitchen'))
    const maddie = await house().welcome('Maddie')
    const { text } = await maddie.say('turn on the kitchen light and tell me how warm it is in the bedroom')
    expect(text).toBe('The kitchen light is on. It is 21.4 °C in the bedroom.')
  })
})

describe('"why did the kitchen light go on?"', () => {
  it('names who asked for it, and what they said', async () => {
    await house().add(light('Kitchen light', 'Kitchen'))
    const maddie = await house().welcome('Maddie')
    const jonas = await house().welcome('Jonas', 'de')
    await maddie.say('turn on the kitchen light')
    await house().clock.advance(5 * minute)
    expect((await maddie.say('why did the kitchen light go on?')).text).toBe(
      'The kitchen light went on at 08:00 because Maddie asked for it on the page (“turn on the kitchen light”).',
    )
    expect((await jonas.say('Warum ist das Kitchen light angegangen?')).text).toMatch(/08:00 Uhr an, weil Maddie/)
  })

  it('says that it knows no cause when somebody used the switch', async () => {
    const kitchen = await house().add(light('Kitchen light', 'Kitchen'))
    const maddie = await house().welcome('Maddie')
    await kitchen.report('ON')
    expect((await maddie.say('why did the kitchen light go on?')).text).toMatch(/by hand, or by something I don't know/)
  })

  it('is not guessed: what is not in the ledger is not known', async () => {
    await house().add(light('Kitchen light', 'Kitchen'))
    const maddie = await house().welcome('Maddie')
    expect((await maddie.say('why did the kitchen light go on?')).text).toBe('I have no record of that.')
  })

  it('tells the newest change, not the first', async () => {
    const kitchen = await house().add(light('Kitchen light', 'Kitchen'))
    const maddie = await house().welcome('Maddie')
    await maddie.say('turn on the kitchen light')
    await house().clock.advance(minute)
    await maddie.say('turn off the kitchen light')
    await house().clock.advance(minute)
    await kitchen.report('ON')
    await house().clock.advance(minute)
    expect((await maddie.say('why did the kitchen light go on?')).text).toMatch(/08:02 by hand/)
    expect((await maddie.say('why did the kitchen light go off?')).text).toMatch(/08:01 because Maddie/)
  })

  it('is known after a restart too, and what was retained is no new cause', async () => {
    await house().add(light('Kitchen light', 'Kitchen'))
    const maddie = await house().welcome('Maddie')
    await maddie.say('turn on the kitchen light')
    await house().settled()
    await house().restart()
    await house().clock.advance(minute)
    const { text } = await house().again(maddie).say('why did the kitchen light go on?')
    expect(text).toMatch(/08:00 because Maddie asked for it/)
  })

  it('can be opened in the timeline, event by event', async () => {
    await house().add(light('Kitchen light', 'Kitchen'))
    const maddie = await house().welcome('Maddie')
    await maddie.say('turn on the kitchen light')
    const { lines } = (await maddie.get('/api/ledger?entity=light.kitchen_light&limit=10')).json()
    const change = lines.find((line: { event: { to?: string } }) => line.event.to === 'on')
    const why = (await maddie.get(`/api/ledger/${change.id}/why`)).json()
    expect(why.lines.map((line: { event: { type: string } }) => line.event.type)).toEqual([
      'tali.core.state.changed',
      'tali.core.command.sent',
      'tali.core.turn.received',
    ])
  })
})

describe('"who opened the garage?"', () => {
  it('is who confirmed it', async () => {
    await house().add(garageDoor('Garage door', 'Garage'))
    const maddie = await house().welcome('Maddie')
    await maddie.say('open the garage door', 'talk')
    await maddie.say('yes', 'talk')
    await house().clock.advance(minute)
    expect((await maddie.say('who opened the garage?')).text).toMatch(/garage door .*Maddie/i)
  })
})

describe('"what happened in the kitchen this morning?"', () => {
  it('tells the changes there, oldest first, with who did them', async () => {
    const kitchen = await house().add(light('Kitchen light', 'Kitchen'))
    const bedroom = await house().add(light('Bedroom light', 'Bedroom'))
    const maddie = await house().welcome('Maddie')
    await maddie.say('turn on the kitchen light')
    await house().clock.advance(10 * minute)
    await kitchen.report('OFF')
    await bedroom.report('ON')
    await house().clock.advance(10 * minute)
    const { parts, text } = await maddie.say('what happened in the kitchen this morning?')
    const [part] = parts
    if (part?.say.kind !== 'happened') throw new Error(`not told: ${text}`)
    expect(part.say.steps.map(({ entity, to, cause }) => [entity?.id, to, cause.kind])).toEqual([
      ['light.kitchen_light', 'on', 'resident'],
      ['light.kitchen_light', 'off', 'manual'],
    ])
    expect(text).toMatch(/08:00 .*Maddie.*\n08:10 /)
  })
})

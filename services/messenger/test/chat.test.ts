import { describe, expect, it } from 'vitest'
import { light, lock, useHouse } from '@tali/testing'

const house = useHouse()

describe('the chat', () => {
  it('shows a turn as it goes: said, typing, sent, concluded, answered', async () => {
    await house().add(light('Kitchen light', 'Kitchen'))
    const maddie = await house().welcome('Maddie')
    await using chat = await maddie.openChat()
    expect(await chat.next('history')).toMatchObject({ messages: [], more: false })
    chat.send({ type: 'say', id: 'mine', text: 'turn on the kitchen light' })
    expect(await chat.next('message')).toMatchObject({
      id: 'mine',
      message: { author: { kind: 'resident', name: 'Maddie' } },
    })
    await chat.next('typing')
    const answer = await chat.next('message')
    expect(answer.message).toMatchObject({ author: { kind: 'tali' }, text: 'The kitchen light is on.' })
    await house().settled()
    const kinds = chat.received.flatMap((each) => (each.type === 'progress' ? [each.progress.kind] : []))
    expect(kinds).toEqual(['sent', 'concluded', 'part'])
  })

  it('takes a message that is sent before the history arrived', async () => {
    const maddie = await house().welcome('Maddie')
    await using chat = await maddie.openChat()
    chat.send({ type: 'say', id: 'early', text: 'what time is it?' })
    await chat.next('message')
    expect((await chat.next('message')).message.text).toBe('It is 08:00.')
  })

  it('is there again after a reload and after a restart', async () => {
    const maddie = await house().welcome('Maddie')
    {
      await using chat = await maddie.openChat()
      chat.send({ type: 'say', id: '1', text: 'what time is it?' })
      await chat.next('message')
      await chat.next('message')
      await house().settled()
    }
    const texts = ['what time is it?', 'It is 08:00.']
    await using reloaded = await maddie.openChat()
    expect((await reloaded.next('history')).messages.map(({ text }) => text)).toEqual(texts)
    await house().restart()
    await using restarted = await house().again(maddie).openChat()
    expect((await restarted.next('history')).messages.map(({ text }) => text)).toEqual(texts)
  })

  it('is the same on two pages of one resident, and nobody else sees it', async () => {
    const maddie = await house().welcome('Maddie')
    const jonas = await house().welcome('Jonas')
    await using desk = await maddie.openChat()
    await using phone = await maddie.openChat()
    await using other = await jonas.openChat()
    for (const chat of [desk, phone, other]) await chat.next('history')
    desk.send({ type: 'say', id: '1', text: 'what time is it?' })
    for (const chat of [desk, phone]) {
      expect((await chat.next('message')).message.text).toBe('what time is it?')
      expect((await chat.next('message')).message.text).toBe('It is 08:00.')
    }
    other.send({ type: 'say', id: '2', text: 'hello' })
    expect((await other.next('message')).message.text).toBe('hello')
  })

  it('takes the answer to a question by its button, once', async () => {
    const door = await house().add(lock('Front door', 'Hall'))
    const maddie = await house().welcome('Maddie')
    await using chat = await maddie.openChat()
    await chat.next('history')
    chat.send({ type: 'say', id: '1', text: 'unlock the front door' })
    await chat.next('message')
    const say = (await chat.next('message')).message.parts[0]?.say
    if (say?.kind !== 'ask') throw new Error('nothing was asked')
    const press = { type: 'choose', id: '2', questionId: say.question.questionId, choiceId: 'yes', label: 'Yes' }
    chat.send(press)
    await chat.next('message')
    expect((await chat.next('message')).message.text).toMatch(/front door is unlocked/i)
    chat.send(press)
    await chat.next('message')
    expect((await chat.next('message')).message.parts).toMatchObject([{ say: { kind: 'question_over' } }])
    expect(door.told).toEqual(['UNLOCK'])
  })

  it('tells of a timer’s end, to whom it belongs', async () => {
    const maddie = await house().welcome('Maddie')
    await using chat = await maddie.openChat()
    await chat.next('history')
    chat.send({ type: 'say', id: '1', text: 'set a timer for 5 minutes' })
    await chat.next('message')
    await chat.next('message')
    await house().clock.advance(5 * 60_000)
    expect((await chat.next('message')).message.text).toMatch(/timer.*(over|finished|done|up)/i)
  })
})

describe('the history', () => {
  it('pages back, oldest first on each page', async () => {
    const maddie = await house().welcome('Maddie')
    await using chat = await maddie.openChat()
    await chat.next('history')
    for (let n = 0; n < 30; n++) {
      chat.send({ type: 'say', id: String(n), text: `hello ${n}` })
      await chat.next('message')
      await chat.next('message')
      await house().clock.advance(1_000)
    }
    await house().settled()
    const newest = (await maddie.get('/api/chat/messages')).json()
    expect([newest.messages.length, newest.more]).toEqual([50, true])
    const older = (await maddie.get(`/api/chat/messages?before=${newest.messages[0].id}`)).json()
    expect([older.messages.length, older.more]).toEqual([10, false])
    expect(older.messages[0].text).toBe('hello 0')
  })

  it('does not hold what a token or the machine’s owner could read', async () => {
    expect((await house().owner.get('/api/chat/messages')).statusCode).toBe(403)
  })
})

describe('a frame that cannot be read', () => {
  it.each([
    ['no JSON', '{"type": "say"'],
    ['a number', '42'],
    ['an unknown type', '{"type": "drop", "id": "1"}'],
    ['wrong types', '{"type": "say", "id": 1, "text": {}}'],
    ['bytes', Buffer.from([0xff, 0xfe, 0x00])],
  ])('(%s) is answered with what is wrong, and the chat goes on', async (_what, frame) => {
    const maddie = await house().welcome('Maddie')
    await using chat = await maddie.openChat()
    await chat.next('history')
    chat.send(frame)
    expect(await chat.next('failed')).toMatchObject({ problem: { code: 'common.body_invalid', status: 400 } })
    chat.send({ type: 'say', id: '1', text: 'what time is it?' })
    await chat.next('message')
    expect((await chat.next('message')).message.text).toBe('It is 08:00.')
  })

  it('closes the chat when there are too many of them, or one is too large', async () => {
    const maddie = await house().welcome('Maddie')
    await using chat = await maddie.openChat()
    for (let n = 0; n < 10; n++) chat.send('nonsense')
    expect(await chat.closed()).toBe(1008)
    await using large = await maddie.openChat()
    large.send({ type: 'say', id: '1', text: 'x'.repeat(70_000) })
    expect(await large.closed()).toBe(1009)
  })

  it('is not one that asks for too much at once: the fifth turn is refused, and told so', async () => {
    const lamp = await house().add(light('Hall lamp', 'Hall', { answer: () => null }))
    const maddie = await house().welcome('Maddie')
    await using chat = await maddie.openChat()
    await chat.next('history')
    for (let n = 0; n < 5; n++) chat.send({ type: 'say', id: String(n), text: 'turn on the hall lamp' })
    expect(await chat.next('failed')).toMatchObject({ id: '4', problem: { code: 'common.busy' } })
    await lamp.toldSo(4)
    await house().clock.awaited(2_000)
    await house().clock.advance(2_000)
    for (let n = 0; n < 4; n++) await chat.next('message')
  })
})

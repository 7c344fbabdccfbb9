import { describe, expect, it } from 'vitest'
import type { ChatMessage, ChatSend, Problem } from '@tali/contracts'
import { Chat } from './chat.ts'

const at = '2026-11-21T08:00:00.000Z'
const problem: Problem = { type: 'about:blank', title: 'Busy', status: 503, detail: 'Too much at once.', code: 'busy' }

function message(id: string, author: 'tali' | 'maddie', turnId: string, text = id): ChatMessage {
  return {
    id,
    conversationId: 'c',
    author: author === 'tali' ? { kind: 'tali' } : { kind: 'resident', residentId: 'r', name: 'Maddie' },
    turnId,
    text,
    parts: [],
    at,
  }
}

function setUp(older: ChatMessage[] = []) {
  const sent: ChatSend[] = []
  const line = {
    open: true,
    send(one: ChatSend) {
      if (line.open) sent.push(one)
      return line.open
    },
  }
  let ids = 0
  const chat = new Chat({
    api: { olderMessages: async () => ({ messages: older, more: false }) },
    line,
    now: () => Date.parse(at),
    newId: () => `own-${(ids += 1)}`,
  })
  return { chat, line, sent }
}

describe('Chat', () => {
  it('shows what is sent until the server echoes it, then the turn, then the answer', () => {
    const { chat, sent } = setUp()
    chat.say('lamp on')
    expect(sent).toEqual([{ type: 'say', id: 'own-1', text: 'lamp on' }])
    expect(chat.outgoing.value).toMatchObject([{ text: 'lamp on', state: 'sending' }])
    chat.take({ type: 'message', id: 'own-1', message: message('m1', 'maddie', 't1', 'lamp on') })
    expect(chat.outgoing.value).toEqual([])
    chat.take({ type: 'typing', turnId: 't1' })
    const progress = { kind: 'sent', clause: 0, entityId: 'light.a', name: 'Lamp', action: 'turn_on', at } as const
    chat.take({ type: 'progress', turnId: 't1', progress })
    expect(chat.turns.value).toMatchObject([{ turnId: 't1', progress: [progress], watched: true }])
    expect(chat.busy.value).toBe(true)
    chat.take({ type: 'message', id: 'own-1', message: message('m2', 'tali', 't1') })
    expect(chat.turns.value).toEqual([])
    expect(chat.busy.value).toBe(false)
    expect(chat.messages.value.map((one) => one.id)).toEqual(['m1', 'm2'])
  })

  it('keeps the text when there is no line, and sends it again only when told to', () => {
    const { chat, line, sent } = setUp()
    line.open = false
    chat.say('lamp on')
    expect(chat.outgoing.value).toMatchObject([{ state: 'unsent' }])
    line.open = true
    chat.take({ type: 'history', messages: [], more: false })
    expect(sent).toEqual([])
    chat.retry('own-1')
    expect(sent).toMatchObject([{ text: 'lamp on' }])
    expect(chat.outgoing.value).toMatchObject([{ id: 'own-2', state: 'sending' }])
  })

  it('says that it is unsure when the line broke, and finds out from the history', () => {
    const { chat } = setUp()
    chat.say('lamp on')
    chat.say('fan on')
    chat.lineLost()
    expect(chat.outgoing.value.map((one) => one.state)).toEqual(['unsure', 'unsure'])
    chat.take({ type: 'history', messages: [message('m1', 'maddie', 't1', 'lamp on')], more: false })
    expect(chat.outgoing.value.map((one) => one.text)).toEqual(['fan on'])
  })

  it('keeps older pages that were loaded when the history comes anew', async () => {
    const { chat } = setUp([message('m0', 'maddie', 't0')])
    chat.take({ type: 'history', messages: [message('m1', 'maddie', 't1')], more: true })
    await chat.loadOlder()
    expect(chat.messages.value.map((one) => one.id)).toEqual(['m0', 'm1'])
    chat.take({ type: 'history', messages: [message('m1', 'maddie', 't1'), message('m2', 'tali', 't1')], more: true })
    expect(chat.messages.value.map((one) => one.id)).toEqual(['m0', 'm1', 'm2'])
    expect(chat.more.value).toBe(false)
  })

  it('tells a refusal beside the message it belongs to', () => {
    const { chat } = setUp()
    chat.say('x')
    chat.take({ type: 'failed', turnId: null, id: 'own-1', problem })
    expect(chat.outgoing.value).toMatchObject([{ state: 'failed', problem }])
    chat.take({ type: 'failed', turnId: 't9', id: null, problem })
    expect(chat.turns.value).toMatchObject([{ turnId: 't9', problem }])
    expect(chat.busy.value).toBe(false)
  })

  it('stops waiting without losing the answer', () => {
    const { chat } = setUp()
    chat.take({ type: 'typing', turnId: 't1' })
    chat.stopWaiting()
    expect(chat.busy.value).toBe(false)
    chat.take({ type: 'message', id: null, message: message('m2', 'tali', 't1') })
    expect(chat.messages.value).toHaveLength(1)
  })
})

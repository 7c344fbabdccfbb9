import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Bus, BusMessage } from './bus.ts'
import { NoResponder, RequestTimedOut } from './errors.ts'

/** Opens buses that see each other. `topic` keeps runs on one broker apart. */
export interface BusUnderTest {
  open(): Promise<Bus>
  readonly topic: string
  readonly errors: unknown[]
}

/** What every adapter of the bus port promises. */
export function busContract(name: string, setUp: () => Promise<BusUnderTest>): void {
  describe(`${name} keeps the bus contract`, () => {
    const opened: Bus[] = []
    let under: BusUnderTest
    beforeEach(async () => {
      under = await setUp()
    })
    const open = async () => {
      const bus = await under.open()
      opened.push(bus)
      return bus
    }
    const text = (message: BusMessage) => Buffer.from(message.payload).toString()
    /** Resolves with the first `count` messages. */
    const collect = async (bus: Bus, filter: string, count: number, group?: string) => {
      const heard: BusMessage[] = []
      const { promise, resolve } = Promise.withResolvers<BusMessage[]>()
      await bus.subscribe(filter, (message) => void (heard.push(message) === count && resolve(heard)), { group })
      return { heard, all: promise }
    }

    afterEach(async () => {
      for (const bus of opened.splice(0)) await bus[Symbol.asyncDispose]()
    })

    it('delivers in order, to everybody whose filter matches', async () => {
      const [sender, first, second] = [await open(), await open(), await open()]
      const exact = await collect(first, `${under.topic}/a/b`, 50)
      const wild = await collect(second, `${under.topic}/+/b`, 50)
      const deep = await collect(second, `${under.topic}/#`, 50)
      for (let i = 0; i < 50; i++) await sender.publish(`${under.topic}/a/b`, String(i))
      const expected = Array.from({ length: 50 }, (_, i) => String(i))
      for (const heard of [exact, wild, deep]) expect((await heard.all).map(text)).toEqual(expected)
    })

    it('carries bytes and properties unchanged', async () => {
      const bus = await open()
      const heard = await collect(bus, `${under.topic}/bytes`, 1)
      await bus.publish(`${under.topic}/bytes`, Uint8Array.from([0, 255, 128]), {
        properties: { traceparent: '00-ab-cd-01' },
      })
      const [message] = await heard.all
      expect([...(message?.payload ?? [])]).toEqual([0, 255, 128])
      expect(message?.properties).toEqual({ traceparent: '00-ab-cd-01' })
    })

    it('gives a late subscriber what was retained, until it is deleted', async () => {
      const bus = await open()
      await bus.publish(`${under.topic}/kept`, 'old', { retain: true })
      await bus.publish(`${under.topic}/kept`, 'new', { retain: true })
      const late = await collect(await open(), `${under.topic}/kept`, 1)
      const [message] = await late.all
      expect(message && { payload: text(message), retained: message.retained }).toEqual({
        payload: 'new',
        retained: true,
      })
      await bus.publish(`${under.topic}/kept`, '', { retain: true })
      const none = await collect(await open(), `${under.topic}/+`, 1)
      await bus.publish(`${under.topic}/fence`, 'fence')
      expect((await none.all).map(text)).toEqual(['fence'])
    })

    it('shares the messages of a group among its members', async () => {
      const [sender, one, two] = [await open(), await open(), await open()]
      const heard: string[] = []
      const { promise, resolve } = Promise.withResolvers<void>()
      const take = (message: BusMessage) => void (heard.push(text(message)) === 20 && resolve())
      await one.subscribe(`${under.topic}/work`, take, { group: 'workers' })
      await two.subscribe(`${under.topic}/work`, take, { group: 'workers' })
      for (let i = 0; i < 20; i++) await sender.publish(`${under.topic}/work`, String(i))
      await promise
      expect(heard.map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i))
    })

    it('stops delivering after the undo', async () => {
      const bus = await open()
      const heard: string[] = []
      const undo = await bus.subscribe(`${under.topic}/undone`, (message) => void heard.push(text(message)))
      await undo()
      const fence = await collect(bus, `${under.topic}/fence`, 1)
      await bus.publish(`${under.topic}/undone`, 'unheard')
      await bus.publish(`${under.topic}/fence`, '')
      await fence.all
      expect(heard).toEqual([])
    })

    it('reports a handler that throws and goes on with the others', async () => {
      const bus = await open()
      await bus.subscribe(`${under.topic}/shaky`, () => {
        throw new Error('handler is broken')
      })
      const heard = await collect(bus, `${under.topic}/shaky`, 2)
      await bus.publish(`${under.topic}/shaky`, '1')
      await bus.publish(`${under.topic}/shaky`, '2')
      expect((await heard.all).map(text)).toEqual(['1', '2'])
      await bus.settled()
      expect(under.errors.map(String)).toContain('Error: handler is broken')
    })

    it('answers requests, each with its own reply, shared among responders', async () => {
      const [asker, one, two] = [await open(), await open(), await open()]
      for (const bus of [one, two])
        await bus.respond(`${under.topic}/double`, async (message) => String(Number(text(message)) * 2))
      const replies = await Promise.all(
        Array.from({ length: 30 }, (_, i) => asker.request(`${under.topic}/double`, String(i))),
      )
      expect(replies.map(text)).toEqual(Array.from({ length: 30 }, (_, i) => String(i * 2)))
    })

    it('says when nobody answers, and when the answer takes too long', async () => {
      const bus = await open()
      await expect(bus.request(`${under.topic}/nobody`, '', { timeoutMs: 1_000 })).rejects.toBeInstanceOf(NoResponder)
      const { promise: never, resolve } = Promise.withResolvers<string>()
      await bus.respond(`${under.topic}/slow`, () => never)
      await expect(bus.request(`${under.topic}/slow`, '', { timeoutMs: 30 })).rejects.toBeInstanceOf(RequestTimedOut)
      const abort = AbortSignal.abort(new Error('no longer wanted'))
      await expect(bus.request(`${under.topic}/slow`, '', { signal: abort })).rejects.toThrow('no longer wanted')
      resolve('')
    })

    it('refuses malformed topics and filters', async () => {
      const bus = await open()
      for (const topic of ['', 'a/+', 'a/#', 'x'.repeat(2_000)])
        await expect(bus.publish(topic, '')).rejects.toBeInstanceOf(TypeError)
      for (const filter of ['', 'a/#/b', 'a+/b', 'a/b#'])
        await expect(bus.subscribe(filter, () => {})).rejects.toBeInstanceOf(TypeError)
    })

    it('is closed after disposal, and disposal waits for the handlers', async () => {
      const bus = await open()
      const { promise: gate, resolve: openGate } = Promise.withResolvers<void>()
      const { promise: began, resolve: begin } = Promise.withResolvers<void>()
      let finished = false
      await bus.subscribe(`${under.topic}/long`, async () => {
        begin()
        await gate
        finished = true
      })
      await bus.publish(`${under.topic}/long`, '')
      await began
      const disposed = bus[Symbol.asyncDispose]()
      openGate()
      await disposed
      expect(finished).toBe(true)
      await expect(bus.publish(`${under.topic}/x`, '')).rejects.toThrow('closed')
    })
  })
}

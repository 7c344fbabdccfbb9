import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { busContract } from '../src/contract.ts'
import { BusUnavailable, RequestTimedOut } from '../src/errors.ts'
import { connectMqttBus } from '../src/mqtt.ts'
import { startMosquitto, type Mosquitto } from './mosquitto.ts'

let mosquitto: Mosquitto
beforeAll(async () => {
  mosquitto = await startMosquitto()
})
afterAll(() => mosquitto[Symbol.asyncDispose]())

busContract('the MQTT 5 bus on Mosquitto', async () => {
  const errors: unknown[] = []
  const onError = (error: unknown) => void errors.push(error)
  return { open: () => connectMqttBus({ url: mosquitto.url, onError }), topic: `test/${randomUUID()}`, errors }
})

describe('the MQTT 5 bus', () => {
  it('takes many messages at once, and acknowledges each only when it is handled', async () => {
    await using sender = await connectMqttBus({ url: mosquitto.url, onError: () => {} })
    const clientId = `keeper-${randomUUID()}`
    const keeper = await connectMqttBus({
      url: mosquitto.url,
      clientId,
      sessionExpirySeconds: 60,
      reconnectMs: 10,
      onError: () => {},
    })
    const topic = `test/${randomUUID()}`
    const { promise: stuck, resolve: release } = Promise.withResolvers<void>()
    const { promise: ten, resolve: haveTen } = Promise.withResolvers<void>()
    const { promise: back, resolve: allBack } = Promise.withResolvers<void>()
    const again: string[] = []
    let begun = 0
    await keeper.subscribe(topic, async (message) => {
      begun += 1
      if (begun > 10 && again.push(`${message.delivery?.duplicate} ${Buffer.from(message.payload).toString()}`) === 10)
        allBack()
      if (begun === 10) haveTen()
      if (begun <= 10) await stuck
    })
    for (let i = 0; i < 10; i++) await sender.publish(topic, String(i))
    await ten

    // The connection ends with ten messages in hand, none handled: they belong to the session and come again.
    mosquitto.cut(clientId)
    await back
    expect(again).toEqual(Array.from({ length: 10 }, (_, i) => `true ${i}`))
    release()
    await keeper[Symbol.asyncDispose]()
  })

  it('sends no request again after its asker gave up, and none while the broker is away', async () => {
    const clientId = `asker-${randomUUID()}`
    const news: boolean[] = []
    const { promise: back, resolve: isBack } = Promise.withResolvers<void>()
    await using asker = await connectMqttBus({
      url: mosquitto.url,
      clientId,
      reconnectMs: 10,
      onError: () => {},
      onConnection: (connected) => {
        news.push(connected)
        if (connected) isBack()
      },
    })
    await using responder = await connectMqttBus({ url: mosquitto.url, onError: () => {} })
    const topic = `test/${randomUUID()}`
    const asked: string[] = []
    await responder.respond(topic, async ({ payload }) => {
      asked.push(Buffer.from(payload).toString())
      return ''
    })
    mosquitto.swallow(clientId)
    await expect(asker.request(topic, 'given up', { timeoutMs: 20 })).rejects.toBeInstanceOf(RequestTimedOut)
    const underway = expect(asker.request(topic, 'cut off')).rejects.toBeInstanceOf(BusUnavailable)
    mosquitto.cut(clientId)
    await underway
    await expect(asker.request(topic, 'while away')).rejects.toBeInstanceOf(BusUnavailable)
    await back
    await asker.request(topic, 'after')
    expect(asked).toEqual(['after'])
    expect(news).toEqual([false, true])
  })
})

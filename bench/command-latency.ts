// From an HTTP request with a sentence to the MQTT command at a subscriber, 300 different sentences over 100 lamps at
// QoS 1, beside a bare HTTP-to-MQTT server in the same run.
//   node bench/command-latency.ts
// The same sentences and lamps with another house, that of Home Assistant: its address, broker, and a file with a token.
//   node bench/command-latency.ts --house http://127.0.0.1:8123 --broker mqtt://127.0.0.1:1883 --token-file FILE
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import type { MqttClient } from 'mqtt'
import { connectDevices } from './connect-devices.ts'
import { milliseconds, printFigures, quantile, ratios } from './figures.ts'
import { announceLamps, orders, probe, withdrawLamps, type Order } from './lamps.ts'
import { startBareHouse } from './start-bare-house.ts'
import { startTrialHouse, until } from './trial-house.ts'

const rounds = 3
const warmUps = 2
const { values: other } = parseArgs({
  options: { house: { type: 'string' }, broker: { type: 'string' }, 'token-file': { type: 'string' } },
})

interface Door {
  readonly path: string
  readonly address: string
  readonly headers: Record<string, string>
  readonly bodyOf: (order: Order) => unknown
  readonly devices: MqttClient
}

interface Measured {
  /** Until the command is at the subscriber, ms. */
  readonly command: number[]
  /** Until the whole answer is there, ms. */
  readonly reply: number[]
}

const floor = await ofBareHouse()
const house = await (other.house ? ofOtherHouse(other.house) : ofTali())
printFigures([
  {
    what: 'request → command at the device, p50 / p95 / p99',
    figure: milliseconds(house.command),
    goal: '1.5 / 3 / 5 ms',
    floor: milliseconds(floor.command),
    ratio: ratios(house.command, floor.command),
  },
  { what: 'request → reply that the device has answered', figure: milliseconds(house.reply), goal: '–' },
])

async function ofTali(): Promise<Measured> {
  await using trial = await startTrialHouse()
  const { address, token, devices } = trial
  await announceLamps(devices)
  return await measure(conversation(address, token, devices))
}

async function ofOtherHouse(address: string): Promise<Measured> {
  const token = (await readFile(other['token-file'] ?? '', 'utf8')).trim()
  const devices = await connectDevices(other.broker ?? '')
  await announceLamps(devices)
  try {
    return await measure(conversation(address, token, devices))
  } finally {
    await withdrawLamps(devices)
    await devices.endAsync()
  }
}

async function ofBareHouse(): Promise<Measured> {
  await using bare = await startBareHouse()
  await announceLamps(bare.devices)
  const bodyOf = ({ topic }: Order) => ({ topic: topic || 'bench/probe', payload: '{"state":"ON"}' })
  return await measure({ ...bare, path: '/command', headers: {}, bodyOf })
}

function conversation(address: string, token: string, devices: MqttClient): Door {
  return {
    address,
    path: '/api/conversation/process',
    headers: { authorization: `Bearer ${token}` },
    bodyOf: ({ text: said }) => ({ text: said, language: 'en' }),
    devices,
  }
}

/** One after another, as one person speaks; by the best round's median, since what disturbs a round is not the house. */
async function measure(door: Door): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const arrived = new Map<string, (at: number) => void>()
  door.devices.on('message', (topic) => arrived.get(topic)?.(performance.now()))
  await until('the lamps are known', async () => (await post(agent, door, probe)).includes(doneIn(door)))
  const measured: Measured[] = []
  for (let round = 0; round < warmUps + rounds; round++) {
    const these: Measured = { command: [], reply: [] }
    for (const order of orders) {
      const { promise, resolve } = Promise.withResolvers<number>()
      arrived.set(order.topic, resolve)
      const begun = performance.now()
      const answered = post(agent, door, order)
      const at = await Promise.race([promise, answered.then(() => lateness(promise, order.text, answered))])
      const reply = await answered
      if (!reply.includes(doneIn(door))) throw new Error(`${order.text}: ${reply}`)
      these.reply.push(performance.now() - begun)
      these.command.push(at - begun)
    }
    if (round >= warmUps) measured.push(these)
  }
  agent.destroy()
  return measured.reduce((best, each) => (quantile(each.command, 0.5) < quantile(best.command, 0.5) ? each : best))
}

/** The reply came first: the command must follow within a second, or there is none. */
async function lateness(command: Promise<number>, said: string, answered: Promise<string>): Promise<number> {
  const given = await Promise.race([command, new Promise<null>((resolve) => setTimeout(() => resolve(null), 1_000))])
  if (given === null) throw new Error(`no command came of "${said}": ${await answered}`)
  return given
}

function doneIn({ path }: Door): string {
  return path === '/command' ? '"done"' : '"action_done"'
}

async function post(agent: Agent, { address, path, headers, bodyOf }: Door, order: Order) {
  const body = JSON.stringify(bodyOf(order))
  const sent = request(address + path, {
    agent,
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
  })
  sent.setNoDelay(true)
  sent.end(body)
  const [response] = await once(sent, 'response')
  return text(response)
}

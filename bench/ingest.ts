// 20,000 state messages of 40 sensors at QoS 1 while a page watches: until the last is acknowledged to its device, and
// until all are in the database, each once; beside a bare broker, which keeps nothing, in the same run. The first round is
// that of a house just started, whose code the engine has yet to compile.
//   node bench/ingest.ts
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { timelineSchema, type TimelineLine } from '@tali/contracts'
import type { MqttClient } from 'mqtt'
import { printFigures, type Figure } from './figures.ts'
import { announceSensors, type Sensor } from './sensors.ts'
import { startBareHouse } from './start-bare-house.ts'
import { openLive, startTrialHouse, until } from './trial-house.ts'

const messages = 20_000
const sensorCount = 40
/** Unacknowledged at any time, as forty devices with a few messages each would have them. */
const inFlight = 200
const rounds = 3

const floor = await ofBareBroker()
await using house = await startTrialHouse()
const sensors = await announceSensors(house, sensorCount)
const topics = sensors.map((sensor) => sensor.topic)
const page = openLive(house)
await once(page, 'open')
let frames = 0
page.addEventListener('message', () => (frames += 1))

const figures: Figure[] = []
for (let round = 1; round <= rounds; round++) {
  const last = round * messages
  frames = 0
  const cpuBefore = await cpuMicros(house.pid)
  const begun = performance.now()
  await report(house.devices, topics, last - messages, last)
  const acknowledged = performance.now() - begun
  await written(last)
  const kept = performance.now() - begun
  const cpu = ((await cpuMicros(house.pid)) - cpuBefore) / messages
  figures.push(
    rate(`round ${round}: until acknowledged`, acknowledged, floor[round - 1]),
    rate(`round ${round}: until all are in the database`, kept, floor[round - 1]),
    { what: `round ${round}: processor time a message`, figure: `${cpu.toFixed(0)} µs`, goal: '–' },
    { what: `round ${round}: frames to the page`, figure: String(frames), goal: '–' },
  )
}
page.close()
const sent = rounds * messages
const { kept, twice } = await countKept()
printFigures([
  ...figures,
  { what: 'in the database at the end', figure: `${kept}, ${twice} of them twice`, goal: `${sent}, none twice` },
])

/** How long each round took, ms. */
async function ofBareBroker(): Promise<number[]> {
  await using bare = await startBareHouse()
  const bareTopics = Array.from({ length: sensorCount }, (_, at) => `bench/sensors/${at}`)
  const took: number[] = []
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now()
    await report(bare.devices, bareTopics, round * messages, (round + 1) * messages)
    took.push(performance.now() - begun)
  }
  return took
}

/** Reports each number after `from`, up to `to`. All differ, so that each is a change and none can stand for another. */
async function report(devices: MqttClient, on: readonly string[], from: number, to: number): Promise<void> {
  let sent = from
  const one = async () => {
    while (sent < to) {
      const value = ++sent
      await devices.publishAsync(on[value % on.length] ?? '', String(value), { qos: 1 })
    }
  }
  await Promise.all(Array.from({ length: inFlight }, one))
}

/** The ledger answers with what is in the database, in the order of its stream: the last one there means all are. */
async function written(value: number): Promise<void> {
  const last = sensors[value % sensors.length]
  if (!last) return
  await until('all are written', async () => {
    const { lines } = await ledger(last, 'limit=1')
    return lines.some((line) => valueIn(line) === value)
  })
}

async function countKept(): Promise<{ kept: number; twice: number }> {
  const values: number[] = []
  for (const sensor of sensors) {
    for (let before: string | null = ''; before !== null;) {
      const { lines, next }: { lines: TimelineLine[]; next: string | null } = await ledger(
        sensor,
        `limit=200${before && `&before=${before}`}`,
      )
      values.push(...lines.flatMap((line) => valueIn(line) ?? []))
      before = next
    }
  }
  const kept = new Set(values.filter((value) => value > 0))
  return { kept: kept.size, twice: values.filter((value) => value > 0).length - kept.size }
}

async function ledger({ entityId }: Sensor, query: string) {
  const response = await fetch(`${house.address}/api/ledger?entity=${entityId}&${query}`, {
    headers: { authorization: `Bearer ${house.token}` },
  })
  if (!response.ok) throw new Error(`the ledger answered ${response.status}: ${await response.text()}`)
  return timelineSchema.parse(await response.json())
}

function valueIn({ event }: TimelineLine): number | null {
  return event.type === 'tali.core.state.changed' ? Number(event.to) : null
}

function rate(what: string, ms: number, floorMs = NaN): Figure {
  const ratio = `× ${(floorMs / ms).toFixed(2)}`
  return { what, figure: perSecond(ms), goal: '≥ 10,000/s', floor: perSecond(floorMs), ratio }
}

/** Of all threads of a process, without its database, by /proc/PID/stat (proc(5)): utime and stime in hundredths. */
async function cpuMicros(pid: number): Promise<number> {
  const afterName = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? []
  return (Number(afterName[11]) + Number(afterName[12])) * 10_000
}

function perSecond(ms: number): string {
  return `${Math.round((messages / ms) * 1_000).toLocaleString('en')}/s`
}

// 20,000 state messages of 40 sensors at QoS 1 while a page watches: until the last is acknowledged to its device, and
// until all are in the database, each once.
//   node bench/ingest.ts
import { once } from 'node:events'
import { timelineSchema, type TimelineLine } from '@tali/contracts'
import { printFigures } from './figures.ts'
import { announceSensors, type Sensor } from './sensors.ts'
import { openLive, startTrialHouse, until } from './trial-house.ts'

const messages = 20_000
const sensorCount = 40
/** Unacknowledged at any time, as forty devices with a few messages each would have them. */
const inFlight = 200
const rounds = 3

await using house = await startTrialHouse()
const sensors = await announceSensors(house, sensorCount)
const page = openLive(house)
await once(page, 'open')
let frames = 0
page.addEventListener('message', () => (frames += 1))

let sent = 0
const figures = []
for (let round = 1; round <= rounds; round++) {
  frames = 0
  const begun = performance.now()
  await report(messages)
  const acknowledged = performance.now() - begun
  await allWritten()
  const written = performance.now() - begun
  figures.push({
    what: `round ${round}: until acknowledged`,
    figure: `${perSecond(acknowledged)}/s`,
    goal: '≥ 10,000/s',
  })
  figures.push({
    what: `round ${round}: until all are in the database`,
    figure: `${perSecond(written)}/s, ${frames} frames to the page`,
    goal: '≥ 10,000/s',
  })
}
page.close()
const { kept, twice } = await countKept()
printFigures([
  ...figures,
  { what: 'kept of those sent', figure: `${kept} of ${sent}, ${twice} twice`, goal: `${sent}, none twice` },
])

/** The first value is 1, and all are different, so that each is a change and none can stand for another. */
async function report(count: number): Promise<void> {
  const end = sent + count
  const one = async () => {
    while (sent < end) {
      const value = (sent += 1)
      const sensor = sensors[value % sensors.length]
      if (sensor) await house.devices.publishAsync(sensor.topic, String(value), { qos: 1 })
    }
  }
  await Promise.all(Array.from({ length: inFlight }, one))
}

/** The ledger answers with what is in the database, in the order of its stream: the last one there means all are. */
async function allWritten(): Promise<void> {
  const last = sensors[sent % sensors.length]
  if (!last) return
  await until('all are written', async () => {
    const { lines } = await ledger(last, 'limit=1')
    return lines.some((line) => valueIn(line) === sent)
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

function perSecond(ms: number): string {
  return Math.round((messages / ms) * 1_000).toLocaleString('en')
}

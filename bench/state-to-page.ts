// From a device's state message to the frame at a page's socket, and to the text in the page itself, in a real Chromium.
// One change at a time, after a quiet moment.
//   node bench/state-to-page.ts
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { launchChromium } from '../apps/dashboard/test/support/chromium.ts'
import { milliseconds, printFigures, ratios } from './figures.ts'
import { announceSensors } from './sensors.ts'
import { openLive, startTrialHouse, type TrialHouse } from './trial-house.ts'

const changes = 300
const warmUps = 50
const quietMs = 80
/** Runs in the page: `shown` is when a text that was to be watched for came to be there. */
const watching = `
  var shown, wanted, resolve
  function watchFor(text) {
    wanted = text
    shown = new Promise((done) => (resolve = done))
  }
  new MutationObserver((changes) => {
    const now = performance.timeOrigin + performance.now()
    if (changes.some(({ target }) => target.textContent.includes(wanted))) resolve(now)
  }).observe(document.body, { subtree: true, childList: true, characterData: true })`

await using house = await startTrialHouse()
const [sensor] = await announceSensors(house, 1)
if (!sensor) throw new Error('there is no sensor')
const live = openLive(house)
await once(live, 'open')
await using browser = await launchChromium()
const page = await enter(house)
const ahead = await pageClockAhead(page)

const floor: number[] = []
const frame: number[] = []
const text: number[] = []
await house.devices.subscribeAsync('bench/floor')
for (let change = 1; change <= warmUps + changes; change++) {
  const measured = change > warmUps
  // Never a whole number: the page would show it without its nought.
  const value = `${10 + change}.5`

  // What the way through the broker alone takes: published and back.
  await delay(quietMs)
  const passed = new Promise((resolve) => house.devices.once('message', resolve))
  const begunFloor = performance.now()
  house.devices.publish('bench/floor', value)
  await passed
  if (measured) floor.push(performance.now() - begunFloor)

  await delay(quietMs)
  await page.evaluate(`watchFor(${JSON.stringify(value)})`)
  const framed = frameWith(value)
  const begun = performance.now()
  house.devices.publish(sensor.topic, value, { qos: 1 })
  const framedAt = await framed
  const shownAt = Number(await page.evaluate('shown')) - ahead - performance.timeOrigin
  if (!measured) continue
  frame.push(framedAt - begun)
  text.push(shownAt - begun)
}
live.close()

const brokerAlone = milliseconds(floor)
printFigures([
  {
    what: 'state message → frame at the socket, p50 / p95 / p99',
    figure: milliseconds(frame),
    goal: 'p50 ≤ 10 ms',
    floor: brokerAlone,
    ratio: ratios(frame, floor),
  },
  {
    what: 'state message → text in the page, p50 / p95 / p99',
    figure: milliseconds(text),
    goal: 'p50 ≤ 10 ms',
    floor: brokerAlone,
    ratio: ratios(text, floor),
  },
])

async function frameWith(value: string): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>()
  const look = ({ data }: { data: unknown }) => {
    if (String(data).includes(`"${value}"`)) resolve(performance.now())
  }
  live.addEventListener('message', look)
  try {
    return await promise
  } finally {
    live.removeEventListener('message', look)
  }
}

/** Comes in with the set-up code and looks at the room with the sensor. */
async function enter({ address, code }: TrialHouse): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', serviceWorkers: 'block' })
  await context.request.post(`${address}/api/welcome/code`, { data: { code } })
  await context.request.post(`${address}/api/welcome/resident`, { data: { name: 'Kim', language: 'en' } })
  const opened = await context.newPage()
  await opened.goto(`${address}/house`)
  await opened.getByRole('link', { name: /^Laboratory/ }).click()
  await opened.getByText('Bench 0').first().waitFor()
  await opened.evaluate(watching)
  return opened
}

/** By how many ms the page's clock is ahead of ours, from the quickest of many questions. */
async function pageClockAhead(asked: Page): Promise<number> {
  let best = { took: Infinity, ahead: 0 }
  for (let question = 0; question < 100; question++) {
    const begun = performance.now()
    const there = Number(await asked.evaluate('performance.timeOrigin + performance.now()'))
    const took = performance.now() - begun
    if (took < best.took) best = { took, ahead: there - (performance.timeOrigin + begun + took / 2) }
  }
  return best.ahead
}

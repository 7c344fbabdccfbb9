import { createServer } from 'node:net'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { homeSnapshotSchema, turnPartSchema, turnReplySchema } from '@tali/contracts'
import { expect, it } from 'vitest'
import { askHouseFor } from '../src/owner/ask-house.ts'
import { secretFile } from '../src/data/secret-file.ts'
import { Browser } from './browser.ts'
import { TaliProcess, temporaryFolder } from './tali-process.ts'
import { countsInLedger } from './counts-in-ledger.ts'
import { TrialDevice } from './trial-device.ts'

const kills = 20

it(`loses nothing and does nothing twice in ${kills} kills under load`, { timeout: 240_000 }, async () => {
  await using folder = await temporaryFolder()
  const data = folder.path
  const mqttPort = String(await freePort())
  let house = await TaliProcess.start(data, ['--no-demo', '--mqtt-port', mqttPort])
  try {
    const browser = await Browser.join(house, 'Kim')
    await using device = await TrialDevice.connect(
      Number(mqttPort),
      await secretFile(`${data}/secrets/devices-password`),
    )
    await expect.poll(() => namesOf(data)).toEqual(expect.arrayContaining(['Trial lamp', 'Trial lock', 'Trial count']))
    const stop = new AbortController()
    const counting = device.count(stop.signal)

    for (let kill = 1; kill <= kills; kill += 1) {
      const asked = turnReplySchema.parse(await browser.post(house, '/api/turns', { text: 'unlock the trial lock' }))
      const question = questionIn(asked)
      // Each command is for a brightness of its own. The kill may come before, between or after its steps.
      const commands = Promise.allSettled([0, 1].map((n) => command(data, kill * 2 + n)))
      await delay(kill * 13)
      await house.kill()
      await commands

      house = await TaliProcess.start(data, ['--no-demo', '--mqtt-port', mqttPort])
      const answer = turnPartSchema.parse(
        await browser.post(house, `/api/questions/${question}/answer`, { choiceId: 'yes' }),
      )
      expect(answer.say.kind).toBe('question_over')
    }

    stop.abort()
    await counting
    const values = await countsInLedger(data, Math.max(...device.acknowledged))
    expect(values.length, 'an event is in the database twice').toBe(new Set(values).size)
    expect(new Set(device.acknowledged).difference(new Set(values)), 'acknowledged, and lost').toEqual(new Set())

    const asked = device.commands['trial/lamp/set']
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.length, 'a command was sent twice').toBe(new Set(asked).size)
    expect(device.commands['trial/lock/set'], 'a pending question was carried out').toEqual([])
  } finally {
    await house.stop()
  }
})

/** Not awaited by the one who kills: it fails when the house dies under it. */
function command(data: string, brightness: number): Promise<unknown> {
  return askHouseFor(turnPartSchema, data, {
    method: 'POST',
    path: '/api/entities/light.trial_lamp/command',
    body: { action: 'turn_on', parameters: { brightness } },
  })
}

async function namesOf(data: string): Promise<string[]> {
  const { home } = await askHouseFor(homeSnapshotSchema, data, { method: 'GET', path: '/api/home' })
  return home.entities.map((entity) => entity.name)
}

function questionIn({ parts }: { parts: { say: { kind: string } }[] }): string {
  const say = turnReplySchema.shape.parts.element.shape.say.parse(parts[0]?.say)
  if (say.kind !== 'ask') throw new Error(`the gate did not ask: ${JSON.stringify(say)}`)
  return say.question.questionId
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

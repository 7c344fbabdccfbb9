import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { runTali, TaliProcess, temporaryFolder } from './tali-process.ts'
import { countsInLedger } from './counts-in-ledger.ts'
import { secretFile } from '../src/data/secret-file.ts'
import { TrialDevice } from './trial-device.ts'

it('goes on when its PostgreSQL is killed under load, and loses nothing', { timeout: 120_000 }, async () => {
  await using folder = await temporaryFolder()
  const data = folder.path
  await using house = await TaliProcess.start(data, ['--no-demo'])
  await using device = await TrialDevice.connect(house.devicePort, await secretFile(`${data}/secrets/devices-password`))
  const say = async (text: string) => (await runTali(['say', text, '--data', data])).output
  await expect.poll(() => say('turn off the trial lamp')).toMatch(/already off/)
  const stop = new AbortController()
  const counting = device.count(stop.signal)

  for (let kill = 1; kill <= 3; kill += 1) {
    const before = device.acknowledged.length
    const [postmaster] = (await readFile(`${data}/postgres/data/postmaster.pid`, 'utf8')).split('\n')
    process.kill(Number(postmaster), 'SIGKILL')
    // Devices are heard and obeyed meanwhile: nothing they need waits for the database.
    expect(await say(`set the trial lamp to ${10 * kill} %`)).toMatch(/%/)
    await expect.poll(() => device.acknowledged.length).toBeGreaterThan(before + 100)
    await expect.poll(() => say('what happened today?'), { timeout: 20_000 }).toContain('rial lamp')
  }

  stop.abort()
  await counting
  const values = await countsInLedger(data, Math.max(...device.acknowledged))
  expect(values.length, 'an event is in the database twice').toBe(new Set(values).size)
  expect(new Set(device.acknowledged).difference(new Set(values)), 'acknowledged, and lost').toEqual(new Set())
})

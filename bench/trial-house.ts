import { readFile } from 'node:fs/promises'
import { tokenCreatedSchema } from '@tali/contracts'
import type { MqttClient } from 'mqtt'
import { connectDevices } from './connect-devices.ts'
import { runTali, TaliProcess, temporaryFolder } from '../apps/tali/test/tali-process.ts'

/** The real command on an empty folder of its own, with a bearer token and a device's connection to its broker. */
export interface TrialHouse extends AsyncDisposable {
  readonly address: string
  readonly data: string
  readonly token: string
  readonly pid: number
  readonly devices: MqttClient
  /** Single use; lets a browser in. */
  readonly code: string
}

export async function startTrialHouse(): Promise<TrialHouse> {
  await using stack = new AsyncDisposableStack()
  const { path: data } = stack.use(await temporaryFolder())
  const house = stack.use(await TaliProcess.start(data, ['--no-demo']))
  const made = await runTali(['token', 'create', 'bench', '--json', '--data', data])
  const { token } = tokenCreatedSchema.parse(JSON.parse(made.output))
  const password = (await readFile(`${data}/secrets/devices-password`, 'utf8')).trim()
  const devices = await connectDevices(`mqtt://127.0.0.1:${house.devicePort}`, { username: 'devices', password })
  stack.defer(() => devices.endAsync())
  const { address, code, pid } = house
  const open = stack.move()
  return { address, data, token, pid, devices, code, [Symbol.asyncDispose]: () => open.disposeAsync() }
}

/** What an open page has: the home as it changes. */
export function openLive({ address, token }: TrialHouse): WebSocket {
  const url = `${address.replace(/^http/, 'ws')}/api/live`
  return new WebSocket(url, { headers: { authorization: `Bearer ${token}` } })
}

/** Asks again and again until something is true; rejects after `withinMs`. */
export async function until(what: string, isTrue: () => Promise<boolean>, withinMs = 60_000): Promise<void> {
  const end = performance.now() + withinMs
  while (!(await isTrue())) {
    if (performance.now() > end) throw new Error(`${what}: not within ${withinMs / 1_000} s`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

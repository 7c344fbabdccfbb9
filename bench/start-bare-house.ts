import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { MqttClient } from 'mqtt'
import { z } from 'zod'
import { connectDevices } from './connect-devices.ts'

const told = z.object({ address: z.url(), mqttPort: z.int() })

/** `bare-house.ts` in a process of its own: what no house on this HTTP server and this broker can go below. */
export interface BareHouse extends AsyncDisposable {
  readonly address: string
  readonly devices: MqttClient
}

export async function startBareHouse(): Promise<BareHouse> {
  await using stack = new AsyncDisposableStack()
  const file = fileURLToPath(new URL('bare-house.ts', import.meta.url))
  const child = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  stack.defer(async () => {
    child.kill()
    await ended
  })
  const [line] = await once(child.stdout, 'data')
  const { address, mqttPort } = told.parse(JSON.parse(String(line)))
  const devices = await connectDevices(`mqtt://127.0.0.1:${mqttPort}`, { username: 'bench', password: 'bench' })
  stack.defer(() => devices.endAsync())
  const open = stack.move()
  return { address, devices, [Symbol.asyncDispose]: () => open.disposeAsync() }
}

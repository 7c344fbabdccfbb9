import type { PubSub } from '@tali/bus'
import { openDemoHome, type DemoHome } from '@tali/demo-home'
import type { Kv } from '@tali/kv'
import type { Logger } from '@tali/runtime'
import type { HouseSettings } from '../settings.ts'
import type { DeviceBroker } from './device-broker.ts'
import { retainedInKv } from './retained-in-kv.ts'

/** Starts the demo home as what it is: one more client of the broker. */
export function openDemo({
  settings,
  devices,
  log,
}: {
  settings: HouseSettings
  devices: DeviceBroker
  log: Logger
}): DemoHome {
  return openDemoHome({
    ...devices.demoAccount,
    url: `mqtt://127.0.0.1:${devices.broker.port}`,
    seed: settings.demoSeed,
    language: settings.language,
    log: {
      info: (fields, message) => log.info(fields, message),
      warn: (fields, message) => log.warn(fields, message),
    },
  })
}

/** Takes the demo home's devices away once it does not run any more: what it had retained is all that is left of it. */
export async function withdrawDemo(topics: PubSub, kv: Kv): Promise<void> {
  for await (const { topic } of retainedInKv(kv).load())
    if (/^demo\/|^[^/]+\/[^/]+\/demo_[^/]+\/config$/.test(topic)) await topics.publish(topic, '', { retain: true })
}

import { randomUUID } from 'node:crypto'
import type { PubSub } from '@tali/bus'
import type { Stream } from '@tali/kv'
import type { CheckResult, Clock } from '@tali/runtime'

const canaryMs = 3_000

/** Sends a message by way of the broker and waits for it: the way to the devices works, and not only its socket. */
export async function checkDevices(devices: PubSub, clock: Clock): Promise<CheckResult> {
  const topic = `tali/canary/${randomUUID()}`
  const { promise: heard, resolve } = Promise.withResolvers<boolean>()
  const late = new AbortController()
  const unsubscribe = await devices.subscribe(topic, () => resolve(true))
  clock.wait(canaryMs, late.signal).then(
    () => resolve(false),
    () => resolve(true),
  )
  try {
    await devices.publish(topic, 'canary')
    if (await heard) return { status: 'up', summary: 'A message went to the broker and came back.' }
    return { status: 'down', summary: `A message to the broker did not come back within ${canaryMs / 1_000} seconds.` }
  } finally {
    late.abort()
    await unsubscribe()
  }
}

/** More than this waiting to be written is a sign that the database does not keep up. */
const calmLag = 10_000

export async function checkLedger(stream: Stream): Promise<CheckResult> {
  const { groups } = await stream.info()
  const waiting = Math.max(0, ...groups.map((group) => group.lag + group.pending))
  if (waiting > calmLag) return { status: 'degraded', summary: `${waiting} events wait to be written to the database.` }
  return { status: 'up', summary: 'Events are written as they come.' }
}

import type { PubSub } from '@tali/bus'
import type { Stream } from '@tali/kv'
import type { Clock, Tasks } from '@tali/runtime'
import type { Echoes } from '../commands/echoes.ts'
import type { CoreEvents } from '../events.ts'
import type { Home } from '../home/home.ts'
import type { TopicRoutes } from '../home/topic-routes.ts'
import type { Recorder } from '../ledger/recorder.ts'
import { DiscoveryIntake } from './discovery-intake.ts'
import { DurableRecorder } from './durable-recorder.ts'
import { Elapsing } from './elapsing.ts'
import { Redelivery } from './redelivery.ts'
import { StateIntake, type EventWithOrigin } from './state-intake.ts'

export interface IngressOptions {
  home: Home
  routes: TopicRoutes
  devices: PubSub
  stream: Stream
  recorder: Recorder
  echoes: Echoes
  clock: Clock
  events: CoreEvents
  /** What ends by itself. */
  tasks: Tasks
  /** What runs until aborted. */
  loops: Tasks
  prefix: string
  signal: AbortSignal
}

/** Entries of the stream that are read back at the start, to know second deliveries. */
const readBack = 2_000
const saveAfterMs = 100

/** The way in for everything that devices say. */
export function createIngress(options: IngressOptions) {
  const { home, routes, devices, stream, echoes, clock, events, tasks, loops, prefix, signal } = options
  const redelivery = new Redelivery(clock)
  const elapsing = new Elapsing(clock)
  const recorder = new DurableRecorder({ recorder: options.recorder, clock, events, signal })
  const states = new StateIntake({
    home,
    routes,
    recorder,
    redelivery,
    answers: (entityId, state) => echoes.answers(entityId, state),
    onLive: elapsing.note,
    events,
    clock,
  })
  const discovery = new DiscoveryIntake({
    home,
    routes,
    devices,
    states,
    elapsing,
    recorder,
    onUnsaved: saveSoon,
    events,
    prefix,
  })
  let saving = false

  return {
    /** Listens to the devices until disposed. */
    async start(running: AbortSignal): Promise<AsyncDisposable> {
      await recallDeliveries()
      loops.run('let time pass', () => elapsing.run(running, (entity) => states.elapse(entity)), running)
      const undo = await devices.subscribe(`${prefix}/#`, discovery.take)
      // Devices that know Home Assistant announce themselves anew when they hear this (its MQTT birth message).
      await devices.publish(`${prefix}/status`, 'online')
      return {
        async [Symbol.asyncDispose]() {
          await undo()
          await discovery.close()
        },
      }
    },
  }

  /** What was written just before the last end may be sent once more, since its sender was not told. */
  async function recallDeliveries(): Promise<void> {
    for (const { value } of await stream.tail(readBack)) {
      const event: EventWithOrigin = JSON.parse(value)
      if (event.origin && 'entityId' in event)
        redelivery.take(event.origin, event.entityId, Date.parse(event.arrivedAt))
    }
  }

  /** New ids come in bursts; they are written together, and again while that fails. */
  function saveSoon(): void {
    if (saving) return
    saving = true
    tasks.run('write new ids', save, signal)
  }

  async function save(): Promise<void> {
    try {
      while (home.registry.hasUnsaved) {
        await clock.wait(saveAfterMs, signal)
        await home.registry.save().catch((error: unknown) => events.idsNotSaved(error))
      }
    } finally {
      saving = false
    }
  }
}

import type { BusMessage } from '@tali/bus'
import type { EntityState, LedgerEvent } from '@tali/contracts'
import { applyMessage, elapse, Message, type Applied } from '@tali/home'
import type { Clock } from '@tali/runtime'
import type { CoreEvents } from '../events.ts'
import type { Home, LiveEntity } from '../home/home.ts'
import type { TopicRoutes } from '../home/topic-routes.ts'
import { causeOf, changedAttributes, type Origin } from '../ledger/cause-of.ts'
import type { DurableRecorder } from './durable-recorder.ts'
import type { MessageOrigin, Redelivery } from './redelivery.ts'

export interface StateIntakeOptions {
  home: Home
  routes: TopicRoutes
  recorder: DurableRecorder
  redelivery: Redelivery
  /** The running command that a report of an entity answers, if it does. */
  answers: (entityId: string, state: EntityState) => Origin | null
  /** An entity has something that time alone will change. */
  onLive: (entity: LiveEntity) => void
  events: CoreEvents
  clock: Clock
}

/** From a device's message to live state, cause and ledger. Resolves when what changed will survive a kill. */
export class StateIntake {
  readonly #options: StateIntakeOptions

  constructor(options: StateIntakeOptions) {
    this.#options = options
  }

  readonly take = async (message: BusMessage): Promise<void> => {
    const { home, routes, redelivery, clock, recorder } = this.#options
    const origin = redelivery.originOf(message.topic, message.payload, message.delivery)
    const taken = origin ? redelivery.alreadyTaken(origin) : null
    const read = new Message(message.topic, message.payload, message.retained)
    const written: LedgerEvent[] = []
    for (const id of routes.on(message.topic)) {
      const entity = home.live(id)
      if (!entity || taken?.has(id)) continue
      if (message.retained && entity.heardOn.has(message.topic)) continue
      if (!message.retained) entity.heardOn.add(message.topic)
      const applied = applyMessage(entity.discovered, entity.live, read, clock.now())
      const events = this.#conclude(entity, applied, message.retained)
      if (origin && events.length > 0) redelivery.take(origin, id)
      written.push(...events)
    }
    await recorder.write(written, origin)
  }

  /** What time alone changed: a reading that expired, a motion that ended. */
  async elapse(entity: LiveEntity): Promise<void> {
    const applied = elapse(entity.discovered, entity.live, this.#options.clock.now())
    await this.#options.recorder.write(this.#conclude(entity, applied, false), null)
  }

  #conclude(entity: LiveEntity, applied: Applied, retained: boolean): LedgerEvent[] {
    const { home, events, answers, onLive } = this.#options
    if (applied.ignored) events.messageIgnored(applied.ignored)
    if (applied.live === entity.live) return []
    const before = entity.live.state
    const after = applied.live.state
    entity.live = applied.live
    onLive(entity)
    const command = retained ? null : answers(entity.id, after)
    events.stateTaken(applied.changed)
    const written = applied.changed ? this.#record(entity, before, after, retained, command) : []
    home.reported(entity)
    return written
  }

  #record(
    entity: LiveEntity,
    before: EntityState,
    after: EntityState,
    retained: boolean,
    command: Origin | null,
  ): LedgerEvent[] {
    const { home, recorder } = this.#options
    const about = describe(home, entity.id)
    const written: LedgerEvent[] = []
    const attributes = changedAttributes(before, after)
    const reports = before.value !== after.value || attributes.length > 0 || before.available === after.available
    if (before.available !== after.available) {
      const cause = { kind: retained ? 'restart' : 'device' } as const
      written.push(recorder.make('tali.core.availability.changed', { cause }, { ...about, available: after.available }))
    }
    if (reports) {
      const origin = causeOf({
        entity: entity.discovered,
        before,
        after,
        retained,
        command,
        lastChange: entity.lastChange,
      })
      const event = recorder.make('tali.core.state.changed', origin, {
        ...about,
        from: before.value === 'unknown' ? null : before.value,
        to: after.value,
        unit: entity.discovered.unit,
        attributes: Object.fromEntries(attributes.map((name) => [name, after.attributes[name] ?? null])),
      })
      entity.lastChange = { ...origin, eventId: event.id }
      written.push(event)
    }
    return written
  }
}

function describe(home: Home, id: string): { entityId: string; name: string; areaId: string | null } {
  const entity = home.registry.describe(id)
  return { entityId: id, name: entity?.name ?? id, areaId: entity?.areaId ?? null }
}

/** Beside an event in the stream, for `Redelivery`; the ledger itself does not keep it. */
export type EventWithOrigin = LedgerEvent & { origin?: MessageOrigin }

import type { EntityState } from '@tali/contracts'
import {
  applyMessage,
  elapse,
  entityIdFor,
  meets,
  Message,
  parseDiscovery,
  planCommand,
  startLive,
  type Applied,
  type DiscoveredEntity,
  type Live,
  type Met,
  type Plan,
} from '../src/index.ts'

/** One discovered entity with its state, for tests to talk to as the broker would. */
export class Probe {
  readonly entity: DiscoveredEntity
  readonly notices: readonly string[]
  live: Live
  now = Date.parse('2026-11-21T08:00:00Z')

  constructor(component: string, config: object) {
    const said = parseDiscovery(`homeassistant/${component}/thing/config`, bytes(config))
    if (said.kind === 'fault') throw new Error(said.sentence)
    const entity = said.kind === 'config' ? said.entities[0] : undefined
    if (!entity || said.kind !== 'config') throw new Error(`no entity: ${JSON.stringify(said)}`)
    this.entity = entity
    this.notices = said.notices
    this.live = startLive(
      entity,
      entityIdFor(entity.naming, () => false),
    )
  }

  get state(): EntityState {
    return this.live.state
  }

  hear(topic: string, payload: unknown, retained = false): Applied {
    const applied = applyMessage(this.entity, this.live, new Message(topic, bytes(payload), retained), this.now)
    this.live = applied.live
    return applied
  }

  wait(ms: number): Applied {
    this.now += ms
    const applied = elapse(this.entity, this.live, this.now)
    this.live = applied.live
    return applied
  }

  plan(action: string, parameters: Record<string, unknown> = {}): Plan {
    return planCommand(this.entity, this.state, action, parameters)
  }

  /** The messages of a plan as `topic payload`, or the plan's kind when nothing is sent. */
  sends(action: string, parameters: Record<string, unknown> = {}): string[] | string {
    const plan = this.plan(action, parameters)
    return plan.kind === 'send' ? plan.messages.map((message) => `${message.topic} ${message.payload}`) : plan.kind
  }

  /** How the state answers what the plan expected. */
  answers(plan: Plan): Met | null {
    return plan.kind === 'send' && plan.expects ? meets(plan.expects, this.state) : null
  }
}

/** A payload as bytes: texts as they are, anything else as JSON. */
export function bytes(payload: unknown): Uint8Array {
  return new TextEncoder().encode(typeof payload === 'string' ? payload : JSON.stringify(payload))
}

/** A seeded random number in [0, 1): Mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

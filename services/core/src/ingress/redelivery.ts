import { hash } from 'node:crypto'
import type { Delivery } from '@tali/bus'
import type { Clock } from '@tali/runtime'

/** Which message brought an event; kept beside it in the stream, so that a second delivery is known after a kill. */
export interface MessageOrigin {
  readonly sender: string
  readonly connection: string
  readonly packetId: number
  /** Of topic and payload. */
  readonly digest: string
}

interface Taken extends MessageOrigin {
  readonly entities: Set<string>
  readonly at: number
}

/** A message can have been written and yet not acknowledged only in the moments before its connection ended. */
const windowMs = 5_000
const maxSenders = 2_000
const maxPerSender = 200

/**
 * Knows a second delivery of a message that is in the ledger already, because the acknowledgement did not reach its
 * sender: same sender, packet identifier and content, on a later connection, and among the last that its connection
 * brought. A device that counts its packets anew after a reboot is not mistaken for that, beyond those few seconds.
 */
export class Redelivery {
  readonly #clock: Clock
  readonly #taken = new Map<string, Taken[]>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Null for a message that carries no identifier, and so is never sent twice. */
  originOf(topic: string, payload: Uint8Array, delivery: Delivery | undefined): MessageOrigin | null {
    if (delivery?.packetId === undefined) return null
    const digest = hash('sha1', Buffer.concat([Buffer.from(`${topic}\0`), payload]), 'base64url')
    return { sender: delivery.sender, connection: delivery.connection, packetId: delivery.packetId, digest }
  }

  /** The entities whose events an earlier delivery of this message brought; the message is spent with that. */
  alreadyTaken(origin: MessageOrigin): ReadonlySet<string> {
    const taken = this.#taken.get(origin.sender) ?? []
    const at = taken.findIndex(
      (each) =>
        each.packetId === origin.packetId && each.digest === origin.digest && each.connection !== origin.connection,
    )
    const [match] = at < 0 ? [] : taken.splice(at, 1)
    if (!match || match.at < this.#endOf(match.connection, taken, match.at) - windowMs) return nobody
    return match.entities
  }

  /** Notes that a message brought an event of this entity. `at` is given when it is read back from the stream. */
  take(origin: MessageOrigin, entityId: string, at = this.#clock.now()): void {
    const taken = this.#taken.get(origin.sender) ?? []
    const last = taken.at(-1)
    if (
      last &&
      last.packetId === origin.packetId &&
      last.connection === origin.connection &&
      last.digest === origin.digest
    )
      last.entities.add(entityId)
    else taken.push({ ...origin, entities: new Set([entityId]), at })
    if (taken.length > maxPerSender) taken.shift()
    // The sender that was silent longest is forgotten first.
    this.#taken.delete(origin.sender)
    this.#taken.set(origin.sender, taken)
    const [oldest] = this.#taken.keys()
    if (this.#taken.size > maxSenders && oldest !== undefined) this.#taken.delete(oldest)
  }

  /** When a connection brought its last message. */
  #endOf(connection: string, taken: readonly Taken[], atLeast: number): number {
    return Math.max(atLeast, ...taken.filter((each) => each.connection === connection).map((each) => each.at))
  }
}

const nobody: ReadonlySet<string> = new Set()

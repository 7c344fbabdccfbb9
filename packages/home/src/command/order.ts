import type { Expectation } from './expectation.ts'

/** A message to a device. */
export interface OutgoingMessage {
  readonly topic: string
  readonly payload: string
  readonly qos: 0 | 1 | 2
  readonly retain: boolean
}

/** What an action means for one entity. */
export interface Order {
  readonly messages: readonly OutgoingMessage[]
  /** What the entity reports when it is done; null when it reports nothing that tells. */
  readonly expects: Expectation | null
  /** Done again although the entity reports the wished state already: next track, stop, press. */
  readonly always?: boolean
  /** Time that the wish itself takes, such as a transition. */
  readonly takesMs?: number
}

/** The device cannot be given this order as it stands; the message says why. */
export class CommandFailed extends Error {
  override name = 'CommandFailed'
}

/** A parameter is not one that this entity takes; the message names it and its bounds. */
export class BadParameter extends Error {
  override name = 'BadParameter'
}

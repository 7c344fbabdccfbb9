/**
 * Publish and subscribe: what TALI uses of MQTT, and nothing else. Core talks to devices over it. Payloads are bytes;
 * their shape is the business of `@tali/contracts` and `@tali/home`.
 */
export interface PubSub extends AsyncDisposable {
  /**
   * Resolves when the message was taken over: QoS 1 acknowledged by the broker, or handed to all handlers in memory.
   * Rejects with `BusClosed` after disposal, with a `TypeError` for a malformed topic.
   */
  publish(topic: string, payload: string | Uint8Array, options?: PublishOptions): Promise<void>

  /**
   * `filter` is an MQTT topic filter (`+`, `#`). A message is acknowledged only after `handler` resolved; a handler that
   * rejects is reported to the adapter's `onError` and stops nobody else. What was retained comes first. Handlers start
   * in the order of arrival and do not wait for each other. Returns its undo.
   */
  subscribe(filter: string, handler: Handler, options?: SubscribeOptions): Promise<Unsubscribe>

  /** Resolves when everything published so far through this adapter has been handled. For tests and for a calm stop. */
  settled(): Promise<void>
}

/**
 * The bus port: how services talk to each other. Adapters: `./memory` (one process), `./mqtt` (a server).
 * Both pass the suite in `./contract`.
 */
export interface Bus extends PubSub {
  /** Sends a request and waits for its one reply. Rejects with `RequestTimedOut`, or `NoResponder` when nobody answers there. */
  request(topic: string, payload: string | Uint8Array, options?: RequestOptions): Promise<BusMessage>

  /** Answers the requests on a topic; replicas that pass the same `group` share them. Returns its undo. */
  respond(topic: string, responder: Responder, options?: SubscribeOptions): Promise<Unsubscribe>
}

export interface BusMessage {
  readonly topic: string
  readonly payload: Uint8Array
  /** True for a message that the broker had kept from before the subscription. */
  readonly retained: boolean
  /** Where it came from on the wire; absent for what was published in this process. */
  readonly delivery?: Delivery
  /** MQTT 5 user properties, such as `traceparent`. */
  readonly properties: Readonly<Record<string, string>>
}

/**
 * What tells a second delivery of a message from a new message: the same packet identifier and content from the same
 * sender, on a later connection or with the DUP flag (MQTT 5 §3.3.1.1). Clients do not set that flag dependably.
 */
export interface Delivery {
  /** Client id of the publisher where the adapter sees it (our own broker does), else of the broker's session with us. */
  readonly sender: string
  /** Differs for each connection of a sender, over restarts too. */
  readonly connection: string
  /** Present for QoS 1. */
  readonly packetId?: number
  readonly duplicate: boolean
}

export type Handler = (message: BusMessage) => void | Promise<void>
export type Responder = (message: BusMessage) => Promise<string | Uint8Array>
export type Unsubscribe = () => Promise<void>

export interface PublishOptions {
  /** Default 1. */
  qos?: 0 | 1
  /** Default false. An empty retained payload deletes what was kept (MQTT 5 §3.3.1.3). */
  retain?: boolean
  properties?: Record<string, string>
}

export interface SubscribeOptions {
  /** Subscribers of one group share the messages: each goes to one of them (MQTT 5 shared subscriptions, §4.8.2). */
  group?: string
  /** Default 1. */
  qos?: 0 | 1
}

export interface RequestOptions {
  /** Default 5000. */
  timeoutMs?: number
  properties?: Record<string, string>
  signal?: AbortSignal
}

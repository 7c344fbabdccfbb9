import { randomUUIDv7 } from 'node:crypto'
import type { Bus, BusMessage, RequestOptions, Unsubscribe } from '@tali/bus'
import { z } from 'zod'
import { envelopeSchema, events, topicOf, type EventData, type EventType } from './events.ts'
import {
  requests,
  requestTopicOf,
  type ReplyData,
  type RequestData,
  type RequestInput,
  type RequestName,
} from './requests.ts'
import { problemSchema, type Problem } from './problem.ts'

/** A request was answered with a problem: the other service's catalogue error. */
export class RequestRefused extends Error {
  override name = 'RequestRefused'
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

/** What came over the bus is not what the contract says. The message names the topic and the first fault. */
export class ContractBroken extends Error {
  override name = 'ContractBroken'
}

/** Reads and sets the trace of the work at hand; `@tali/runtime` has it in an AsyncLocalStorage. */
export interface Tracer {
  traceparent(): string | undefined
  run<T>(traceparent: string | undefined, work: () => T): T
}

/** What a service says when a handler threw: its catalogue, translated to a problem. */
export type ProblemOf = (error: unknown) => Problem

/**
 * The typed face of the bus: every message is checked against its contract where it enters, and carries the trace.
 * Requests and replies are plain JSON; events are CloudEvents.
 */
export class Link {
  readonly #bus: Bus
  readonly #source: string
  readonly #tracer: Tracer
  readonly #problemOf: ProblemOf
  readonly #now: () => number

  constructor(options: { bus: Bus; service: string; tracer: Tracer; problemOf: ProblemOf; now: () => number }) {
    this.#bus = options.bus
    this.#source = `tali/${options.service}`
    this.#tracer = options.tracer
    this.#problemOf = options.problemOf
    this.#now = options.now
  }

  async publish<T extends EventType>(type: T, data: EventData<T>): Promise<void> {
    const traceparent = this.#tracer.traceparent()
    const envelope = {
      specversion: '1.0',
      id: randomUUIDv7(),
      source: this.#source,
      type,
      time: new Date(this.#now()).toISOString(),
      datacontenttype: 'application/json',
      traceparent,
      data,
    }
    await this.#bus.publish(topicOf(type), JSON.stringify(envelope))
  }

  subscribe<T extends EventType>(
    type: T,
    handler: (data: EventData<T>) => void | Promise<void>,
    group?: string,
  ): Promise<Unsubscribe> {
    return this.#bus.subscribe(
      topicOf(type),
      (message) => {
        const envelope = check(message, envelopeSchema, parseJson(message))
        const data = check(message, eventSchemas[type], envelope.data)
        return this.#tracer.run(envelope.traceparent, () => handler(data))
      },
      { group },
    )
  }

  /** Rejects with `RequestRefused` (the other said no), `ContractBroken`, or the bus's `RequestTimedOut`. */
  async request<N extends RequestName>(
    name: N,
    data: RequestInput<N>,
    options?: Omit<RequestOptions, 'properties'>,
  ): Promise<ReplyData<N>> {
    const traceparent = this.#tracer.traceparent()
    const reply = await this.#bus.request(requestTopicOf(name), JSON.stringify(data), {
      ...options,
      properties: traceparent ? { traceparent } : {},
    })
    const answer = check(reply, answerSchema, parseJson(reply))
    if (answer.problem) throw new RequestRefused(answer.problem)
    return check(reply, requestSchemas[name].reply, answer.ok)
  }

  /** Replicas of a service share its requests. */
  respond<N extends RequestName>(
    name: N,
    responder: (data: RequestData<N>) => Promise<z.input<(typeof requests)[N]['reply']>>,
  ): Promise<Unsubscribe> {
    return this.#bus.respond(
      requestTopicOf(name),
      (message) =>
        this.#tracer.run(message.properties['traceparent'], async () => {
          try {
            const data = check(message, requestSchemas[name].request, parseJson(message))
            return JSON.stringify({ ok: await responder(data) })
          } catch (error) {
            return JSON.stringify({ problem: this.#problemOf(error) })
          }
        }),
      { group: this.#source },
    )
  }
}

const answerSchema = z.object({ ok: z.unknown().optional(), problem: problemSchema.optional() })

// The same maps, said so that TypeScript can follow a generic name through them.
const eventSchemas: { [T in EventType]: z.ZodType<EventData<T>> } = events
const requestSchemas: { [N in RequestName]: { request: z.ZodType<RequestData<N>>; reply: z.ZodType<ReplyData<N>> } } =
  requests

function check<T>(message: BusMessage, schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new ContractBroken(`a message on ${message.topic} breaks its contract: ${z.prettifyError(result.error)}`)
}

function parseJson(message: BusMessage): unknown {
  try {
    return JSON.parse(Buffer.from(message.payload).toString('utf8'))
  } catch (cause) {
    throw new ContractBroken(`a message on ${message.topic} is not JSON`, { cause })
  }
}

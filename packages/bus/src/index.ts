export type {
  Bus,
  BusMessage,
  Delivery,
  Handler,
  PublishOptions,
  PubSub,
  RequestOptions,
  Responder,
  SubscribeOptions,
  Unsubscribe,
} from './bus.ts'
export { BusClosed, BusOverloaded, BusUnavailable, RequestTimedOut, NoResponder } from './errors.ts'
export { topicMatches, assertTopic, assertFilter } from './topic.ts'

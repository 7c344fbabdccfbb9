export { openBroker, startBroker } from './broker.ts'
export type { Broker, BrokerOptions, BrokerStats, DeviceAccount } from './broker.ts'
export type { RetainedMessage, RetainedStore } from './retained.ts'

export { connectRedisKv, type ConnectRedisKvOptions } from './connect-redis-kv.ts'
export type { RedisFault, RedisFaultLog } from './fault.ts'

import { connectAsync } from 'mqtt'
import { bridgeOffline, bridgeTopic } from './discovery.ts'
import { readAccess } from './read-access.ts'

// The container's health check: asks the broker whether it knows the house as present. Its last will says the opposite.
const { url, username, password, ca } = await readAccess()
setTimeout(() => process.exit(1), 5_000).unref()
const client = await connectAsync(url, { username, password, ...(ca && { ca }), reconnectPeriod: 0 }, false)
client.on('message', (_topic, payload) => process.exit(payload.toString('utf8') === bridgeOffline ? 1 : 0))
await client.subscribeAsync(bridgeTopic)

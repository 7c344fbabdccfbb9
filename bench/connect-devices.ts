import { connectAsync, type MqttClient } from 'mqtt'

/** A connection without Nagle's delay, as devices' own firmware has it: with it a command waits behind acknowledgements. */
export async function connectDevices(
  url: string,
  account: { username?: string; password?: string } = {},
): Promise<MqttClient> {
  const client = await connectAsync(url, { ...account, protocolVersion: 4, reconnectPeriod: 0 })
  if ('setNoDelay' in client.stream && typeof client.stream.setNoDelay === 'function') client.stream.setNoDelay(true)
  return client
}

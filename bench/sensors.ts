import type { MqttClient } from 'mqtt'
import { until, type TrialHouse } from './trial-house.ts'

export interface Sensor {
  readonly entityId: string
  readonly name: string
  readonly topic: string
}

/** Temperature sensors in a room of their own, announced as Home Assistant's MQTT discovery has it, and known to the house. */
export async function announceSensors(house: TrialHouse, count: number): Promise<readonly Sensor[]> {
  const sensors = Array.from({ length: count }, (_, at) => ({
    entityId: `sensor.bench_${at}`,
    name: `Bench ${at}`,
    topic: `bench/sensors/${at}`,
  }))
  for (const [at, sensor] of sensors.entries()) await announce(house.devices, `bench_${at}`, sensor)
  for (const { topic } of sensors) await house.devices.publishAsync(topic, '0', { qos: 1 })
  await until('the sensors are known', async () => {
    const response = await fetch(`${house.address}/api/home`, { headers: { authorization: `Bearer ${house.token}` } })
    const told = await response.text()
    return sensors.every(({ entityId }) => told.includes(`"${entityId}"`))
  })
  return sensors
}

async function announce(devices: MqttClient, id: string, { name, topic }: Sensor): Promise<void> {
  const config = {
    name,
    unique_id: id,
    object_id: id,
    state_topic: topic,
    device_class: 'temperature',
    unit_of_measurement: '°C',
    device: { identifiers: ['bench'], name: 'Bench', suggested_area: 'Laboratory' },
  }
  await devices.publishAsync(`homeassistant/sensor/${id}/config`, JSON.stringify(config), { qos: 1, retain: true })
}

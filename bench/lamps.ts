import type { MqttClient } from 'mqtt'

/** A sentence, and the lamp that it is to reach. */
export interface Order {
  readonly text: string
  readonly topic: string
}

const rooms = 'Attic,Library,Pantry,Studio,Workshop,Sauna,Porch,Terrace,Cellar,Nursery'.split(',')
const kinds = 'Ceiling,Reading,Floor,Corner,Window,Wall,Desk,Shelf,Mirror,Night'.split(',')
const brightnesses = Array.from({ length: 100 }, (_, at) => 1 + ((at * 37) % 90))

/** Three walks through the house, this many lamps behind each other, so that a lamp's three sentences are far apart. */
const pace = 33

/** A hundred lamps; each is turned on, dimmed and turned off: 300 different sentences, mixed, so that each changes something. */
export const orders: readonly Order[] = lampNames().flatMap((name, at, names) => {
  const dimmed = names[(at + 2 * pace) % names.length] ?? name
  const darkened = names[(at + pace) % names.length] ?? name
  return [
    { text: `turn on the ${name}`, topic: commandTopic(name) },
    { text: `set the ${dimmed} to ${brightnesses[at]} percent`, topic: commandTopic(dimmed) },
    { text: `switch the ${darkened} off`, topic: commandTopic(darkened) },
  ]
})

/** Changes nothing: the last lamp that is announced is bright already. */
export const probe: Order = { text: `turn on the ${lampNames().at(-1)}`, topic: '' }

/** Announces the lamps as Home Assistant's MQTT discovery has it. They do at once what they are told, at QoS 1. */
export async function announceLamps(devices: MqttClient): Promise<void> {
  const lamps = lampNames()
  await devices.subscribeAsync('bench/lamps/+/set', { qos: 1 })
  devices.on('message', (topic, payload) => {
    if (topic.startsWith('bench/lamps/')) devices.publish(topic.replace(/\/set$/, ''), obeyed(payload), { qos: 1 })
  })
  for (const name of lamps) {
    const id = idOf(name)
    const config = {
      name,
      unique_id: id,
      object_id: id,
      schema: 'json',
      brightness: true,
      supported_color_modes: ['brightness'],
      qos: 1,
      state_topic: `bench/lamps/${id}`,
      command_topic: commandTopic(name),
    }
    await devices.publishAsync(`homeassistant/light/${id}/config`, JSON.stringify(config), { qos: 1, retain: true })
  }
  // As the walks find them: what comes to be turned on first is off.
  for (const [at, name] of lamps.entries())
    await devices.publishAsync(`bench/lamps/${idOf(name)}`, at < pace ? off : on, { qos: 1 })
}

/** Takes the lamps away again. */
export async function withdrawLamps(devices: MqttClient): Promise<void> {
  for (const name of lampNames())
    await devices.publishAsync(`homeassistant/light/${idOf(name)}/config`, '', { qos: 1, retain: true })
}

const off = JSON.stringify({ state: 'OFF' })
const on = JSON.stringify({ state: 'ON', brightness: 255 })

/** A lamp comes on at its brightest. */
function obeyed(command: Buffer): Buffer | string {
  return command.equals(Buffer.from('{"state":"ON"}')) ? on : command
}

function lampNames(): string[] {
  return rooms.flatMap((room) => kinds.map((kind) => `${room} ${kind} Lamp`))
}

function commandTopic(name: string): string {
  return `bench/lamps/${idOf(name)}/set`
}

function idOf(name: string): string {
  return name.toLowerCase().replaceAll(' ', '_')
}

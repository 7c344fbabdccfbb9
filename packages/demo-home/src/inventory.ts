import { createDevice, type Device, type Machine, type Quirks } from './device.ts'
import { alarm } from './devices/alarm.ts'
import { cover } from './devices/cover.ts'
import { fan } from './devices/fan.ts'
import { light } from './devices/light.ts'
import { lock } from './devices/lock.ts'
import { mediaPlayer } from './devices/media-player.ts'
import { plug } from './devices/plug.ts'
import { binarySensor, climateSensor } from './devices/sensors.ts'
import { person, signal, trigger, valve } from './devices/signals.ts'
import { siren } from './devices/siren.ts'
import { thermostat } from './devices/thermostat.ts'
import { topicLight } from './devices/topic-light.ts'
import { vacuum } from './devices/vacuum.ts'
import { waterHeater } from './devices/water-heater.ts'
import type { Spec } from './discovery.ts'
import { areas, areaIds, type AreaId } from './floor-plan.ts'
import { named } from './language.ts'
import { between, type Random } from './random.ts'

/** Share of the commands that the shelf light loses, and the devices that are never in reach. */
const lossy: Quirks = { loses: 1 / 3 }
const unreachable: Quirks = { offline: true }

const music = [
  'Slow Morning',
  'Paper Boats',
  'Night Bus Home',
  'Under the Lime Trees',
  'Salt and Copper',
  'Second Summer',
]
const programmes = ['Evening News', 'The Lighthouse Keepers', 'Cooking on a Rainy Day', 'Rivers of the North']
const stories = ['The Fox Who Counted Stars', 'A Submarine in the Bathtub', 'Grandmother Owl']

/** Every device of the demo home. Batteries are as full as chance has them. */
export function inventory(random: Random): Device[] {
  const battery = () => Math.round(between(random, 35, 100))
  return [
    ...lights(),
    ...plugs(),
    ...shades(),
    ...heating(),
    ...entrance(battery),
    ...comfort(),
    ...sensors(battery),
    ...signals(),
  ]
}

function lights(): Device[] {
  return [
    device('kitchen_light', 'kitchen', 'Kitchen light', 'Küchenlicht', light('white'), {
      aliases: { en: ['Kitchen ceiling light', 'Kitchen lamp'], de: ['Küchenlampe', 'Küchendeckenlicht'] },
    }),
    device('counter_light', 'kitchen', 'Counter light', 'Arbeitsplattenlicht', topicLight(), {
      aliases: { en: ['Worktop light'], de: ['Arbeitslicht'] },
    }),
    device('living_room_lamp', 'living_room', 'Living room lamp', 'Wohnzimmerlampe', light('colour'), {
      aliases: { en: ['Living room light'], de: ['Wohnzimmerlicht'] },
    }),
    device('floor_lamp', 'living_room', 'Floor lamp', 'Stehlampe', light('colour'), {
      aliases: { en: ['Standing lamp'], de: [] },
    }),
    device('shelf_light', 'living_room', 'Shelf light', 'Regallicht', light('dimmable'), { quirks: lossy }),
    device('hallway_light', 'hallway', 'Hallway light', 'Flurlicht', topicLight(), {
      aliases: { en: ['Hall lamp', 'Hall light'], de: ['Flurlampe'] },
    }),
    device('garage_light', 'garage', 'Garage light', 'Garagenlicht', light('plain')),
    device('bedroom_light', 'bedroom', 'Bedroom light', 'Schlafzimmerlicht', light('white'), {
      aliases: { en: ['Bedroom ceiling light'], de: ['Schlafzimmerlampe'] },
    }),
    device('bedside_lamp', 'bedroom', 'Bedside lamp', 'Nachttischlampe', light('colour')),
    device('kids_light', 'kids_room', "Kids' room light", 'Kinderzimmerlicht', light('dimmable'), {
      aliases: { en: ["Children's light"], de: ['Kinderzimmerlampe'] },
    }),
    device('night_light', 'kids_room', 'Night light', 'Nachtlicht', light('colour')),
    device('bathroom_light', 'bathroom', 'Bathroom light', 'Badlicht', light('dimmable'), {
      aliases: { en: [], de: ['Badezimmerlicht', 'Badlampe'] },
    }),
    device('mirror_light', 'bathroom', 'Mirror light', 'Spiegellicht', light('plain')),
    device('office_light', 'office', 'Office light', 'Arbeitszimmerlicht', light('white'), {
      aliases: { en: ['Study light'], de: ['Bürolicht'] },
    }),
    device('desk_lamp', 'office', 'Desk lamp', 'Schreibtischlampe', light('white')),
  ]
}

function plugs(): Device[] {
  return [
    device(
      'coffee_machine',
      'kitchen',
      'Coffee machine',
      'Kaffeemaschine',
      plug({ working: 1_250, waiting: 2.1, minutesOnStart: 4 }),
      { aliases: { en: ['Coffee maker'], de: [] } },
    ),
    device('dishwasher', 'kitchen', 'Dishwasher', 'Spülmaschine', plug({ working: 1_900, waiting: 0.8 }), {
      aliases: { en: [], de: ['Geschirrspüler'] },
    }),
    device('washing_machine', 'bathroom', 'Washing machine', 'Waschmaschine', plug({ working: 650, waiting: 1.2 })),
    device(
      'towel_rail',
      'bathroom',
      'Towel rail',
      'Handtuchwärmer',
      plug({ working: 280, waiting: 0, minutesOnStart: 90 }),
      {
        aliases: { en: ['Towel warmer'], de: ['Handtuchheizkörper'] },
      },
    ),
    device('car_charger', 'garage', 'Car charger', 'Wallbox', plug({ working: 7_360, waiting: 4.5 }), {
      aliases: { en: ['Wallbox'], de: ['Ladestation'] },
    }),
    device('printer', 'office', 'Printer', 'Drucker', plug({ working: 420, waiting: 6 }), { quirks: unreachable }),
  ]
}

function shades(): Device[] {
  return [
    device('kitchen_blind', 'kitchen', 'Kitchen blind', 'Küchenrollo', cover('blind', 12, 100)),
    device('terrace_shutter', 'living_room', 'Terrace shutter', 'Terrassenrollladen', cover('shutter', 22, 100), {
      aliases: { en: ['Living room shutter'], de: ['Wohnzimmerrollladen'] },
    }),
    device('bedroom_curtain', 'bedroom', 'Bedroom curtain', 'Schlafzimmervorhang', cover('curtain', 8, 100)),
    device('kids_blind', 'kids_room', "Kids' room blind", 'Kinderzimmerrollo', cover('blind', 12, 100)),
    device('office_shutter', 'office', 'Office shutter', 'Bürorollladen', cover('shutter', 20, 100)),
    device('garage_door', 'garage', 'Garage door', 'Garagentor', cover('garage', 15, 0)),
  ]
}

function heating(): Device[] {
  return [
    device(
      'living_room_thermostat',
      'living_room',
      'Living room thermostat',
      'Wohnzimmerthermostat',
      thermostat(21.5),
      { aliases: { en: ['Living room heating'], de: ['Wohnzimmerheizung'] } },
    ),
    device('bedroom_thermostat', 'bedroom', 'Bedroom thermostat', 'Schlafzimmerthermostat', thermostat(18), {
      aliases: { en: ['Bedroom heating'], de: ['Schlafzimmerheizung'] },
    }),
    device('bathroom_thermostat', 'bathroom', 'Bathroom thermostat', 'Badthermostat', thermostat(22), {
      aliases: { en: ['Bathroom heating'], de: ['Badheizung'] },
    }),
    device('office_thermostat', 'office', 'Office thermostat', 'Bürothermostat', thermostat(20.5), {
      aliases: { en: ['Office heating'], de: ['Büroheizung'] },
    }),
    device('water_heater', 'garage', 'Water heater', 'Warmwasserspeicher', waterHeater(), {
      aliases: { en: ['Hot water', 'Boiler'], de: ['Warmwasser', 'Boiler'] },
    }),
  ]
}

function entrance(battery: () => number): Device[] {
  return [
    device('front_door_lock', 'hallway', 'Front door lock', 'Haustürschloss', lock(), {
      aliases: { en: ['Front door'], de: ['Haustür'] },
    }),
    device('front_door', 'hallway', 'Front door', 'Haustür', binarySensor('door', battery())),
    device('alarm', 'hallway', 'Alarm system', 'Alarmanlage', alarm(), { aliases: { en: ['Alarm'], de: ['Alarm'] } }),
    device('siren', 'hallway', 'Siren', 'Sirene', siren()),
    device('garden_valve', 'garage', 'Garden water valve', 'Gartenwasserventil', valve(), {
      aliases: { en: ['Garden water'], de: ['Gartenwasser'] },
    }),
  ]
}

function comfort(): Device[] {
  return [
    device('bedroom_fan', 'bedroom', 'Bedroom fan', 'Schlafzimmerventilator', fan(4), {
      aliases: { en: ['Ceiling fan'], de: ['Deckenventilator', 'Ventilator'] },
    }),
    device('bathroom_fan', 'bathroom', 'Bathroom fan', 'Badlüfter', fan(1), {
      aliases: { en: ['Extractor fan'], de: ['Lüfter'] },
    }),
    device('vacuum', 'living_room', 'Robot vacuum', 'Saugroboter', vacuum(), {
      aliases: { en: ['Vacuum', 'Hoover'], de: ['Staubsauger', 'Roboter'] },
    }),
    device(
      'television',
      'living_room',
      'Television',
      'Fernseher',
      mediaPlayer(['TV', 'HDMI 1', 'Streaming'], programmes),
      { aliases: { en: ['TV', 'Telly'], de: ['TV', 'Glotze'] } },
    ),
    device('kitchen_radio', 'kitchen', 'Kitchen radio', 'Küchenradio', mediaPlayer(['Radio', 'Bluetooth'], music), {
      aliases: { en: ['Radio'], de: ['Radio'] },
    }),
    device('story_player', 'kids_room', 'Story player', 'Hörspielbox', mediaPlayer(['Stories'], stories)),
  ]
}

function sensors(battery: () => number): Device[] {
  const climate = areaIds.map((area) =>
    device(`${area}_climate`, area, areas[area].name.en, areas[area].name.de, climateSensor(battery())),
  )
  const motion = motionAreas.map(([area, de]) =>
    device(`${area}_motion`, area, `${areas[area].name.en} motion`, de, binarySensor('motion', battery())),
  )
  return [
    ...climate,
    ...motion,
    device('terrace_door', 'living_room', 'Terrace door', 'Terrassentür', binarySensor('door', battery())),
    device('kitchen_window', 'kitchen', 'Kitchen window', 'Küchenfenster', binarySensor('window', battery())),
    device('bedroom_window', 'bedroom', 'Bedroom window', 'Schlafzimmerfenster', binarySensor('window', battery())),
    device('bathroom_window', 'bathroom', 'Bathroom window', 'Badfenster', binarySensor('window', battery())),
    device('kitchen_smoke', 'kitchen', 'Kitchen smoke alarm', 'Rauchmelder Küche', binarySensor('smoke', battery())),
    device('hallway_smoke', 'hallway', 'Hallway smoke alarm', 'Rauchmelder Flur', binarySensor('smoke', battery())),
    device(
      'bathroom_leak',
      'bathroom',
      'Bathroom leak sensor',
      'Wassermelder Bad',
      binarySensor('moisture', battery()),
    ),
  ]
}

const motionAreas = [
  ['kitchen', 'Bewegung Küche'],
  ['living_room', 'Bewegung Wohnzimmer'],
  ['hallway', 'Bewegung Flur'],
  ['garage', 'Bewegung Garage'],
  ['bathroom', 'Bewegung Bad'],
  ['office', 'Bewegung Arbeitszimmer'],
] as const satisfies readonly (readonly [AreaId, string])[]

function signals(): Device[] {
  return [
    device('doorbell', 'hallway', 'Doorbell', 'Türklingel', signal('doorbell', ['ring'])),
    device(
      'bedside_button',
      'bedroom',
      'Bedside button',
      'Nachttischtaster',
      signal('button', ['single', 'double', 'hold']),
    ),
    device('movie_night', 'living_room', 'Movie night', 'Filmabend', trigger('scene')),
    device('good_night', null, 'Good night', 'Gute Nacht', trigger('scene')),
    device(
      'router_restart',
      'office',
      'Restart router',
      'Router neu starten',
      trigger('button', { dev_cla: 'restart' }),
    ),
    device('anna', null, 'Anna', 'Anna', person()),
    device('ben', null, 'Ben', 'Ben', person()),
  ]
}

/** What a scene asks of other devices: device, topic behind `set`, payload. */
export const scenes: Readonly<Record<string, readonly (readonly [device: string, what: string, payload: string])[]>> = {
  movie_night: [
    ['living_room_lamp', '', '{"state":"ON","brightness":40,"color_temp":454}'],
    ['floor_lamp', '', '{"state":"OFF"}'],
    ['shelf_light', '', '{"state":"ON","brightness":60}'],
    ['terrace_shutter', 'position', '0'],
    ['television', '', 'play'],
  ],
  good_night: [
    ...['kitchen_light', 'living_room_lamp', 'floor_lamp', 'shelf_light', 'office_light', 'desk_lamp'].map(
      (id) => [id, '', '{"state":"OFF"}'] as const,
    ),
    ['counter_light', '', 'OFF'],
    ['hallway_light', '', 'OFF'],
    ['television', '', 'off'],
    ['kitchen_radio', '', 'off'],
    ['terrace_shutter', '', 'CLOSE'],
    ['front_door_lock', '', 'LOCK'],
  ],
}

function device<S>(
  id: string,
  area: AreaId | null,
  en: string,
  de: string,
  machine: Machine<S>,
  more: { aliases?: Spec['aliases']; quirks?: Quirks } = {},
): Device {
  const spec: Spec = {
    id,
    area,
    name: named(en, de),
    model: id.replaceAll('_', '-'),
    ...(more.aliases && { aliases: more.aliases }),
  }
  return createDevice(spec, machine, more.quirks)
}

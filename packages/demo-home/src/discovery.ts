import { areas, type AreaId } from './floor-plan.ts'
import type { Language, Named } from './language.ts'

/** What a device is, beside how it works. */
export interface Spec {
  /** Its part of the topics, `demo/<id>`, and of its unique ids, `demo_<id>`. */
  readonly id: string
  readonly area: AreaId | null
  readonly name: Named
  readonly model: string
  readonly aliases?: Readonly<Partial<Record<Language, readonly string[]>>>
}

export interface Announcement {
  readonly topic: string
  readonly payload: string
}

/** The bridge that all devices are reached through: its availability is the home's. */
export const bridgeTopic = 'demo/bridge/state'
export const bridgeOnline = '{"state":"online"}'
export const bridgeOffline = '{"state":"offline"}'

const origin = { name: 'TALI demo home', sw: '1.0', url: 'https://example.org/tali' }

/** A device with one entity, in the single-component form: short keys, and the base topic `~`. */
export function announceOne(spec: Spec, language: Language, component: string, config: object): Announcement {
  const payload = {
    '~': `demo/${spec.id}`,
    name: null,
    uniq_id: `demo_${spec.id}`,
    avty: [
      { t: bridgeTopic, val_tpl: '{{ value_json.state }}' },
      { t: '~/availability', val_tpl: '{{ value_json.state }}' },
    ],
    avty_mode: 'all',
    ...config,
    dev: deviceOf(spec, language),
    o: origin,
  }
  return { topic: `homeassistant/${component}/demo_${spec.id}/config`, payload: JSON.stringify(payload) }
}

/** A device with several entities, in the device form of 2024.11: what they share stands once. */
export function announceDevice(
  spec: Spec,
  language: Language,
  components: Readonly<Record<string, object>>,
): Announcement {
  const topic = `demo/${spec.id}`
  const payload = {
    device: {
      identifiers: [`demo_${spec.id}`],
      name: spec.name[language],
      manufacturer: 'TALI',
      model: spec.model,
      ...(spec.area && { suggested_area: areas[spec.area].name[language] }),
    },
    origin: { name: origin.name, sw_version: origin.sw, support_url: origin.url },
    availability: [
      { topic: bridgeTopic, value_template: '{{ value_json.state }}' },
      { topic: `${topic}/availability`, value_template: '{{ value_json.state }}' },
    ],
    availability_mode: 'all',
    state_topic: topic,
    qos: 1,
    components: Object.fromEntries(
      Object.entries(components).map(([part, config]) => [part, { unique_id: uniqueId(spec.id, part), ...config }]),
    ),
  }
  return { topic: `homeassistant/device/demo_${spec.id}/config`, payload: JSON.stringify(payload) }
}

/** The main entity of a device has the device's id; its others have their part's name behind it. */
export function uniqueId(id: string, part: string): string {
  return part === 'main' ? `demo_${id}` : `demo_${id}_${part}`
}

function deviceOf(spec: Spec, language: Language) {
  return {
    ids: [`demo_${spec.id}`],
    name: spec.name[language],
    mf: 'TALI',
    mdl: spec.model,
    sw: '1.4.2',
    ...(spec.area && { sa: areas[spec.area].name[language] }),
  }
}

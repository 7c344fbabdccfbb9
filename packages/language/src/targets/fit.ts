import type { EntityDescription } from '../home.ts'

/** What an intent may need of a target. */
export type Ability =
  | 'brightness'
  | 'color'
  | 'colorTemperature'
  | 'position'
  | 'percentage'
  | 'targetTemperature'
  | 'volume'
  | 'stop'
  | 'pause'
  | 'play'
  | 'next'
  | 'previous'
  | 'mute'

const colorful = ['hs', 'xy', 'rgb', 'rgbw', 'rgbww']

/** Home Assistant's actions of which one gives the ability. */
const actions: Readonly<Record<Ability, readonly string[]>> = {
  brightness: [],
  color: [],
  colorTemperature: [],
  position: ['set_cover_position', 'set_valve_position'],
  percentage: ['set_percentage'],
  targetTemperature: ['set_temperature'],
  volume: ['volume_set'],
  stop: ['stop_cover', 'stop_valve', 'stop'],
  pause: ['media_pause', 'media_play_pause'],
  play: ['media_play', 'media_play_pause'],
  next: ['media_next_track'],
  previous: ['media_previous_track'],
  mute: ['volume_mute'],
}

/** Can the entity do it? What nothing is known of may be asked anything. */
export function isAble({ capabilities }: EntityDescription, ability: Ability): boolean {
  if (!capabilities) return true
  const listed = listOf(capabilities.actions)
  if (listed && actions[ability].some((action) => listed.includes(action))) return true
  const modes = listOf(capabilities.supported_color_modes)
  switch (ability) {
    case 'brightness':
      return capabilities.dimmable === true || (modes?.some((mode) => mode !== 'onoff') ?? false)
    case 'color':
      return modes?.some((mode) => colorful.includes(mode)) ?? false
    case 'colorTemperature':
      return modes?.includes('color_temp') ?? false
    case 'position':
      return capabilities.position === true
    case 'percentage':
      return typeof capabilities.speed_count === 'number' && capabilities.speed_count > 0
    default:
      return listed === undefined
  }
}

function listOf(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined
}

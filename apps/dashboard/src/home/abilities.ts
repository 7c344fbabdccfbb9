import type { Entity } from '@tali/contracts'

/**
 * What the page's controls need to know of an entity's `capabilities`; the names there are those of `@tali/home`'s
 * `Capabilities`. Every field may be missing: then the control goes without.
 */
export interface Abilities {
  can: (action: string) => boolean
  dims: boolean
  colours: boolean
  /** Bounds of the white's colour temperature. */
  kelvin: { min: number; max: number } | null
  positions: boolean
  temperature: { min: number; max: number; step: number }
  hvacModes: string[]
  presets: string[]
  fanModes: string[]
  /** Per cent of one speed step. */
  speedStep: number
  speeds: boolean
  options: string[]
  range: { min: number; max: number; step: number }
  codeFor: (action: string) => boolean
  digits: number | null
}

const colourModes = ['hs', 'xy', 'rgb', 'rgbw', 'rgbww']

export function abilitiesOf(entity: Pick<Entity, 'capabilities' | 'domain'>): Abilities {
  const given = entity.capabilities
  const flag = (name: string): boolean => given[name] === true
  const number = (name: string): number | null => {
    const value = given[name]
    return typeof value === 'number' && Number.isFinite(value) ? value : null
  }
  const words = (name: string): string[] => {
    const value = given[name]
    return Array.isArray(value) ? value.filter((word): word is string => typeof word === 'string') : []
  }
  const actions = words('actions')
  const modes = words('supported_color_modes')
  const speedCount = number('speed_count')
  return {
    // An entity that lists no actions is not known to lack any; the server says no where it must.
    can: (action) => actions.length === 0 || actions.includes(action),
    dims: flag('dimmable') || modes.some((mode) => mode !== 'onoff'),
    colours: modes.some((mode) => colourModes.includes(mode)),
    kelvin: modes.includes('color_temp')
      ? { min: number('min_color_temp_kelvin') ?? 2_000, max: number('max_color_temp_kelvin') ?? 6_500 }
      : null,
    positions: flag('position'),
    temperature: {
      min: number('min_temp') ?? 7,
      max: number('max_temp') ?? 35,
      step: number('target_temp_step') ?? 0.5,
    },
    hvacModes: entity.domain === 'water_heater' ? words('operation_list') : words('hvac_modes'),
    presets: words('preset_modes'),
    fanModes: words('fan_modes'),
    speeds: speedCount !== null,
    speedStep: speedCount && speedCount < 100 ? 100 / speedCount : 1,
    options: words('options'),
    range: { min: number('min') ?? 0, max: number('max') ?? 100, step: number('step') ?? 1 },
    codeFor: (action) => words('code_required_for').includes(action),
    digits: number('suggested_display_precision'),
  }
}

import { colorModes, type Capabilities, type ColorMode } from '../capabilities.ts'
import type { Config } from '../discovery/config.ts'
import { ConfigFault } from '../discovery/config-fault.ts'
import { mireds } from '../scale.ts'
import { isDimmable, type LightModel } from './light-wish.ts'

/** Home Assistant's own bounds for a light that names none. */
const defaultKelvin = { minKelvin: 2_000, maxKelvin: 6_535 }

export function kelvinRange(config: Config): { minKelvin: number; maxKelvin: number } {
  const [maxMireds, minMireds] = [config.number('max_mireds'), config.number('min_mireds')]
  const minKelvin =
    maxMireds !== null && maxMireds > 0 ? mireds(maxMireds) : config.number('min_kelvin', defaultKelvin.minKelvin)
  const maxKelvin =
    minMireds !== null && minMireds > 0 ? mireds(minMireds) : config.number('max_kelvin', defaultKelvin.maxKelvin)
  if (minKelvin >= maxKelvin || minKelvin <= 0)
    throw new ConfigFault('the coldest colour temperature must be above the warmest')
  return { minKelvin, maxKelvin }
}

export function lightCapabilities(model: LightModel): Omit<Capabilities, 'actions' | 'reports_state'> {
  return {
    supported_color_modes: model.modes,
    dimmable: isDimmable(model),
    ...(model.modes.includes('color_temp') && {
      min_color_temp_kelvin: model.minKelvin,
      max_color_temp_kelvin: model.maxKelvin,
    }),
    ...(model.effects.length > 0 && { effect_list: model.effects }),
    ...(model.transition && { transition: true }),
  }
}

/** The colour modes of a list, in Home Assistant's order. */
export function knownModes(words: readonly string[]): ColorMode[] {
  return colorModes.filter((mode) => words.includes(mode))
}

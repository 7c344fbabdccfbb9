import type { EntityState } from '@tali/contracts'

type Parameters = Record<string, unknown>

/**
 * How an entity will look once a command has worked. The controls show this while the command is on its way, with its
 * outcome beside it. What only the device can know (a lock, an alarm, a vacuum) stays as it is until it reports.
 */
export function expected(state: EntityState, action: string, parameters: Parameters): EntityState {
  const attributes = { ...state.attributes }
  const take = (parameter: string, attribute: string, factor = 1): void => {
    const value = parameters[parameter]
    if (typeof value === 'number') attributes[attribute] = value * factor
    else if (value !== undefined) attributes[attribute] = value
  }
  switch (action) {
    case 'turn_on':
      take('brightness_pct', 'brightness', 2.55)
      take('color_temp_kelvin', 'color_temp_kelvin')
      if (parameters['color_temp_kelvin'] !== undefined) attributes['color_mode'] = 'color_temp'
      take('rgb_color', 'rgb_color')
      take('hs_color', 'hs_color')
      if (parameters['hs_color'] !== undefined) attributes['color_mode'] = 'hs'
      take('percentage', 'percentage')
      return { ...state, value: 'on', attributes }
    case 'turn_off':
      return { ...state, value: 'off', attributes }
    case 'set_percentage':
      take('percentage', 'percentage')
      return { ...state, value: parameters['percentage'] === 0 ? 'off' : 'on', attributes }
    case 'set_cover_position':
    case 'set_valve_position':
      take('position', 'current_position')
      return { ...state, attributes }
    case 'set_temperature':
      take('temperature', 'temperature')
      return { ...state, attributes }
    case 'set_hvac_mode':
      return { ...state, value: String(parameters['hvac_mode']), attributes }
    case 'volume_set':
      take('volume_level', 'volume_level')
      return { ...state, attributes }
    case 'set_value':
      return { ...state, value: String(parameters['value']) }
    case 'select_option':
      return { ...state, value: String(parameters['option']) }
    default:
      return state
  }
}

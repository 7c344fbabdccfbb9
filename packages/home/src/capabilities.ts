/**
 * What an entity can do and within which bounds. This is `capabilities` of the contracts' `Entity`; a name that Home
 * Assistant has is used as it is there. What is absent, the entity does not have.
 */
export interface Capabilities {
  /** Actions it takes: Home Assistant's service names. Empty for what only reports. */
  readonly actions: readonly string[]
  /** It reports its state, so that a command can be confirmed. */
  readonly reports_state: boolean
  /** A code goes with its commands: digits, or any text. */
  readonly code_format?: 'number' | 'text'
  /** The actions that are not taken without it. */
  readonly code_required_for?: readonly string[]

  // light
  readonly supported_color_modes?: readonly ColorMode[]
  readonly dimmable?: boolean
  readonly min_color_temp_kelvin?: number
  readonly max_color_temp_kelvin?: number
  readonly effect_list?: readonly string[]
  readonly transition?: boolean

  // cover, valve: a position of 0–100 % can be set; a tilt too
  readonly position?: boolean
  readonly tilt?: boolean

  // climate, water heater, humidifier
  readonly hvac_modes?: readonly string[]
  readonly operation_list?: readonly string[]
  readonly fan_modes?: readonly string[]
  readonly swing_modes?: readonly string[]
  readonly swing_horizontal_modes?: readonly string[]
  readonly available_modes?: readonly string[]
  readonly temperature_unit?: '°C' | '°F'
  readonly min_temp?: number
  readonly max_temp?: number
  readonly target_temp_step?: number
  /** Takes `target_temp_low` and `target_temp_high`. */
  readonly target_temp_range?: boolean
  readonly min_humidity?: number
  readonly max_humidity?: number

  // fan: how many speeds 1–100 % are divided into
  readonly speed_count?: number
  readonly preset_modes?: readonly string[]

  // vacuum
  readonly fan_speed_list?: readonly string[]

  // number, text
  readonly min?: number
  readonly max?: number
  readonly step?: number
  readonly mode?: string
  readonly pattern?: string

  // select, enum sensor
  readonly options?: readonly string[]

  // sensor
  readonly state_class?: string
  readonly suggested_display_precision?: number

  // event
  readonly event_types?: readonly string[]

  // siren
  readonly available_tones?: readonly string[]

  // media player
  readonly source_list?: readonly string[]

  // device tracker
  readonly source_type?: string
}

export const colorModes = ['onoff', 'brightness', 'color_temp', 'hs', 'xy', 'rgb', 'rgbw', 'rgbww', 'white'] as const
export type ColorMode = (typeof colorModes)[number]

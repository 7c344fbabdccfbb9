import { announceOne } from '../discovery.ts'
import { jsonObject, type Machine } from '../device.ts'

interface Colour {
  readonly h: number
  readonly s: number
}
interface LightState {
  readonly on: boolean
  readonly brightness: number
  readonly mode: 'color_temp' | 'hs' | null
  /** Mireds. */
  readonly temperature: number
  readonly colour: Colour
}

/** What a lamp can beside on and off. */
export type LightKind = 'plain' | 'dimmable' | 'white' | 'colour'

/** A lamp in the JSON schema, as Zigbee bridges announce them: `{"state":"ON","brightness":…}` both ways. */
export function light(kind: LightKind): Machine<LightState> {
  const modes = { plain: ['onoff'], dimmable: ['brightness'], white: ['color_temp'], colour: ['color_temp', 'hs'] }[
    kind
  ]
  const coloured = kind === 'white' || kind === 'colour'
  return {
    initial: {
      on: false,
      brightness: 254,
      mode: coloured ? 'color_temp' : null,
      temperature: 370,
      colour: { h: 30, s: 60 },
    },
    announce: (spec, language) => [
      announceOne(spec, language, 'light', {
        schema: 'json',
        stat_t: '~',
        cmd_t: '~/set',
        qos: 1,
        ...(kind !== 'plain' && { brightness: true, bri_scl: 254 }),
        sup_clrm: modes,
        ...(coloured && { min_mirs: 153, max_mirs: 454 }),
      }),
    ],
    report: (state) => [{ suffix: '', payload: JSON.stringify(reported(state, kind)) }],
    obey(state, what, payload) {
      const wish = what === '' ? jsonObject(payload) : null
      return wish && wished(state, wish, kind)
    },
    happen: (state, what) => (what === 'switch' ? { ...state, on: !state.on } : null),
    effects: (state) => ({ light: state.on }),
  }
}

function reported(state: LightState, kind: LightKind) {
  return {
    state: state.on ? 'ON' : 'OFF',
    ...(kind !== 'plain' && { brightness: state.brightness }),
    ...(state.mode && { color_mode: state.mode }),
    ...(state.mode === 'color_temp' && { color_temp: state.temperature }),
    ...(state.mode === 'hs' && { color: state.colour }),
    linkquality: 120,
  }
}

function wished(state: LightState, wish: Record<string, unknown>, kind: LightKind): LightState {
  const { state: power, brightness, color_temp: temperature, color } = wish
  const colour = kind === 'colour' && typeof color === 'object' && color !== null ? hueOf({ ...color }) : null
  const warm =
    (kind === 'white' || kind === 'colour') && typeof temperature === 'number'
      ? Math.min(454, Math.max(153, Math.round(temperature)))
      : null
  return {
    on: power === 'ON' ? true : power === 'OFF' ? false : power === 'TOGGLE' ? !state.on : state.on,
    brightness:
      typeof brightness === 'number' && kind !== 'plain'
        ? Math.min(254, Math.max(1, Math.round(brightness)))
        : state.brightness,
    mode: colour ? 'hs' : warm !== null ? 'color_temp' : state.mode,
    temperature: warm ?? state.temperature,
    colour: colour ?? state.colour,
  }
}

function hueOf(colour: Record<string, unknown>): Colour | null {
  const { h, s } = colour
  return typeof h === 'number' && typeof s === 'number' ? { h: Math.round(h), s: Math.round(s) } : null
}

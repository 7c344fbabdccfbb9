import type { EntityState } from '@tali/contracts'
import type { ColorMode } from '../capabilities.ts'
import { hsToRgb, kelvinToRgb, rgbToHs, rgbToXy, xyToRgb, type Hs, type Rgb, type Xy } from '../colour/convert.ts'
import { colourNamed } from '../colour/names.ts'
import type { Condition } from '../command/expectation.ts'
import { BadParameter } from '../command/order.ts'
import type { Parameters } from '../command/parameters.ts'
import { clamp } from '../scale.ts'

/** What a light can be asked for. */
export interface LightModel {
  readonly modes: readonly ColorMode[]
  readonly minKelvin: number
  readonly maxKelvin: number
  readonly effects: readonly string[]
  readonly transition: boolean
}

/** A colour in the mode the light takes it in. */
export type Colour =
  | { readonly mode: 'hs'; readonly hs: Hs }
  | { readonly mode: 'rgb'; readonly rgb: Rgb; readonly hs: Hs }
  | { readonly mode: 'xy'; readonly xy: Xy; readonly hs: Hs }
  | { readonly mode: 'rgbw'; readonly channels: readonly number[]; readonly hs: Hs }
  | { readonly mode: 'rgbww'; readonly channels: readonly number[]; readonly hs: Hs }
  | { readonly mode: 'color_temp'; readonly kelvin: number }
  | { readonly mode: 'white'; readonly level: number }

/** What `turn_on` was asked for, checked against what the light can. */
export interface LightWish {
  /** 1–255; 0 asks for off. */
  readonly brightness: number | null
  readonly colour: Colour | null
  readonly effect: string | null
  /** Seconds. */
  readonly transition: number | null
  readonly flash: 'short' | 'long' | null
}

export const dimmableModes: readonly ColorMode[] = [
  'brightness',
  'color_temp',
  'hs',
  'xy',
  'rgb',
  'rgbw',
  'rgbww',
  'white',
]
const byte = { min: 0, max: 255 }

export function isDimmable(model: LightModel): boolean {
  return model.modes.some((mode) => dimmableModes.includes(mode))
}

/** Reads the parameters of `light.turn_on`. */
export function lightWish(
  parameters: Parameters,
  model: LightModel,
  state: Pick<EntityState, 'value' | 'attributes'>,
): LightWish {
  return {
    brightness: isDimmable(model) ? brightness(parameters, state) : null,
    colour: colour(parameters, model),
    effect: model.effects.length > 0 ? parameters.word('effect', model.effects) : null,
    transition: transition(parameters),
    flash: flash(parameters),
  }
}

/** A light that cannot fade takes the wish all the same and switches at once, as in Home Assistant. */
export function transition(parameters: Parameters): number | null {
  return parameters.number('transition', { min: 0, max: 6_553, unit: 's' })
}

function flash(parameters: Parameters): 'short' | 'long' | null {
  const word = parameters.word('flash', ['short', 'long'])
  return word === 'short' || word === 'long' ? word : null
}

function brightness(parameters: Parameters, state: Pick<EntityState, 'value' | 'attributes'>): number | null {
  const now = state.attributes['brightness']
  const current = state.value === 'on' ? (typeof now === 'number' ? now : 255) : 0
  const absolute = parameters.number('brightness', byte)
  const percent = parameters.number('brightness_pct', { min: 0, max: 100, unit: '%' })
  const step = parameters.number('brightness_step', { min: -255, max: 255 })
  const stepPercent = parameters.number('brightness_step_pct', { min: -100, max: 100, unit: '%' })
  if (absolute !== null) return Math.round(absolute)
  if (percent !== null) return percent === 0 ? 0 : Math.max(1, Math.round((percent * 255) / 100))
  if (step !== null) return clamp(Math.round(current + step), 0, 255)
  if (stepPercent !== null) return clamp(Math.round(current + (stepPercent * 255) / 100), 0, 255)
  return null
}

function colour(parameters: Parameters, model: LightModel): Colour | null {
  const { modes } = model
  if (modes.includes('rgbw')) {
    const channels = parameters.numbers('rgbw_color', [byte, byte, byte, byte])
    if (channels) return { mode: 'rgbw', channels, hs: rgbToHs(rgbOf(channels)) }
  }
  if (modes.includes('rgbww')) {
    const channels = parameters.numbers('rgbww_color', [byte, byte, byte, byte, byte])
    if (channels) return { mode: 'rgbww', channels, hs: rgbToHs(rgbOf(channels)) }
  }
  if (modes.includes('white')) {
    const level = parameters.number('white', byte)
    if (level !== null) return { mode: 'white', level: Math.round(level) }
  }
  const canColour = modes.some((mode) => ['hs', 'xy', 'rgb', 'rgbw', 'rgbww'].includes(mode))
  if (canColour || modes.includes('color_temp')) {
    const kelvin = parameters.number('color_temp_kelvin', { min: 1_000, max: 20_000, unit: 'K' })
    if (kelvin !== null)
      return modes.includes('color_temp')
        ? { mode: 'color_temp', kelvin: withinReach(kelvin, model) }
        : inMode(kelvinToRgb(kelvin), rgbToHs(kelvinToRgb(kelvin)), modes)
  }
  const named = canColour ? namedColour(parameters) : null
  return named && inMode(named.rgb, named.hs, modes)
}

/** A lamp that reaches 2,703 K is not refused 2,700 K; one far outside its range is. */
function withinReach(kelvin: number, { minKelvin, maxKelvin }: LightModel): number {
  if (kelvin < minKelvin * 0.93 || kelvin > maxKelvin * 1.07) {
    throw new BadParameter(`color_temp_kelvin must be from ${minKelvin} to ${maxKelvin} K; ${kelvin} K was asked for`)
  }
  return Math.round(clamp(kelvin, minKelvin, maxKelvin))
}

function namedColour(parameters: Parameters): { rgb: Rgb; hs: Hs } | null {
  const hs = parameters.numbers('hs_color', [
    { min: 0, max: 360, unit: '°' },
    { min: 0, max: 100, unit: '%' },
  ])
  if (hs) {
    const pair: Hs = [hs[0] ?? 0, hs[1] ?? 0]
    return { rgb: hsToRgb(pair), hs: pair }
  }
  const rgb = parameters.numbers('rgb_color', [byte, byte, byte])
  if (rgb) return { rgb: rgbOf(rgb), hs: rgbToHs(rgbOf(rgb)) }
  const xy = parameters.numbers('xy_color', [
    { min: 0, max: 1 },
    { min: 0, max: 1 },
  ])
  if (xy) {
    const converted = xyToRgb([xy[0] ?? 0, xy[1] ?? 0])
    return { rgb: converted, hs: rgbToHs(converted) }
  }
  const name = parameters.text('color_name', 40)
  if (name === null) return null
  const found = colourNamed(name)
  if (!found)
    throw new BadParameter(
      `color_name ${JSON.stringify(name)} is not one of the CSS colour names, such as red or lightblue`,
    )
  return { rgb: found, hs: rgbToHs(found) }
}

function inMode(rgb: Rgb, hs: Hs, modes: readonly ColorMode[]): Colour {
  if (modes.includes('hs')) return { mode: 'hs', hs }
  if (modes.includes('rgb')) return { mode: 'rgb', rgb, hs }
  if (modes.includes('xy')) return { mode: 'xy', xy: rgbToXy(rgb), hs }
  if (modes.includes('rgbw')) return { mode: 'rgbw', channels: [...rgb, 0], hs }
  return { mode: 'rgbww', channels: [...rgb, 0, 0], hs }
}

function rgbOf(channels: readonly number[]): Rgb {
  return [channels[0] ?? 0, channels[1] ?? 0, channels[2] ?? 0]
}

/** What a light reports when the wish was met; each part only where the light reports it. */
export function lightExpects(
  wish: LightWish,
  reports: { state: boolean; brightness: boolean; colour: boolean; effect: boolean; brightnessStep: number },
): Condition[] | null {
  const expected: Condition[] = []
  if (reports.state) expected.push({ kind: 'is', of: 'state', values: ['on'] })
  if (reports.brightness && wish.brightness !== null) {
    expected.push({
      kind: 'near',
      of: 'brightness',
      value: wish.brightness,
      within: Math.max(3, Math.ceil(reports.brightnessStep)),
      from: null,
    })
  }
  if (reports.effect && wish.effect !== null) expected.push({ kind: 'is', of: 'effect', values: [wish.effect] })
  if (reports.colour && wish.colour) expected.push(...colourExpected(wish.colour))
  return expected.length > 0 ? expected : null
}

function colourExpected(colour: Colour): Condition[] {
  if (colour.mode === 'color_temp')
    return [{ kind: 'near', of: 'color_temp_kelvin', value: colour.kelvin, within: colour.kelvin * 0.05, from: null }]
  if (colour.mode === 'white') return [{ kind: 'is', of: 'color_mode', values: ['white'] }]
  return [{ kind: 'hue', hs: colour.hs }]
}

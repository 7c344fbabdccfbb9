import { hsToRgb, kelvinToRgb, rgbToHs, xyToRgb, type Hs, type Rgb, type Xy } from '../colour/convert.ts'
import type { Draft } from '../state/draft.ts'

/** Attributes that belong to lights. */
export const lightAttributes = [
  'brightness',
  'color_mode',
  'color_temp_kelvin',
  'hs_color',
  'rgb_color',
  'xy_color',
  'rgbw_color',
  'rgbww_color',
  'effect',
] as const

/** Puts a colour into the attributes: in its own mode, and as hue and RGB, so that whoever reads needs to know only one. */
export function setHs(draft: Draft, hs: Hs, mode: string | null): void {
  colourIs(draft, hs, hsToRgb(hs), mode)
}
export function setRgb(draft: Draft, rgb: Rgb, mode: string | null): void {
  colourIs(draft, rgbToHs(rgb), rgb, mode)
}
export function setXy(draft: Draft, xy: Xy, mode: string | null): void {
  const rgb = xyToRgb(xy)
  colourIs(draft, rgbToHs(rgb), rgb, mode)
  draft.set('xy_color', xy)
}

/** RGB with white channels: the hue is that of the colour channels. */
export function setChannels(
  draft: Draft,
  name: 'rgbw_color' | 'rgbww_color',
  channels: readonly number[],
  mode: string | null,
): void {
  setRgb(draft, [channels[0] ?? 0, channels[1] ?? 0, channels[2] ?? 0], mode)
  draft.set(name, channels)
}

export function setKelvin(draft: Draft, kelvin: number, mode: string | null): void {
  const rgb = kelvinToRgb(kelvin)
  draft.set('color_temp_kelvin', kelvin)
  draft.set('rgb_color', rgb)
  draft.set('hs_color', rgbToHs(rgb))
  if (mode !== null) draft.set('color_mode', mode)
}

function colourIs(draft: Draft, hs: Hs, rgb: Rgb, mode: string | null): void {
  draft.set('hs_color', hs)
  draft.set('rgb_color', rgb)
  if (mode !== null) {
    draft.set('color_mode', mode)
    draft.set('color_temp_kelvin', null)
  }
}

/** So many numbers of a text such as `12,34,56`, each within the bounds; null when it is not that. */
export function listed(text: string, count: number, max: number): number[] | null {
  const parts = text.split(',')
  if (parts.length !== count) return null
  const numbers = parts.map((part) => Number(part.trim() === '' ? Number.NaN : part))
  return numbers.every((number) => number >= 0 && number <= max) ? numbers : null
}

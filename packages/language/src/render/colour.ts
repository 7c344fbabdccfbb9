import { own } from './own.ts'

/** Colours that a household has words for. */
export const colours = [
  'red', 'orange', 'yellow', 'green', 'turquoise', 'blue', 'purple', 'pink', 'white', 'warm_white', 'cold_white',
] as const // prettier-ignore
export type Colour = (typeof colours)[number]

/** CSS colour names, as Home Assistant's `color_name` has them, that are one of ours under another name. */
const byName: Readonly<Record<string, Colour>> = {
  red: 'red',
  crimson: 'red',
  orange: 'orange',
  darkorange: 'orange',
  yellow: 'yellow',
  gold: 'yellow',
  green: 'green',
  lime: 'green',
  turquoise: 'turquoise',
  cyan: 'turquoise',
  aqua: 'turquoise',
  teal: 'turquoise',
  blue: 'blue',
  navy: 'blue',
  purple: 'purple',
  violet: 'purple',
  indigo: 'purple',
  pink: 'pink',
  magenta: 'pink',
  fuchsia: 'pink',
  white: 'white',
  warmwhite: 'warm_white',
  coldwhite: 'cold_white',
  coolwhite: 'cold_white',
}

/** Upper bound of each hue in degrees. */
const byHue: readonly (readonly [number, Colour])[] = [
  [15, 'red'],
  [45, 'orange'],
  [70, 'yellow'],
  [160, 'green'],
  [195, 'turquoise'],
  [255, 'blue'],
  [290, 'purple'],
  [340, 'pink'],
  [360, 'red'],
]

export function colourOfName(name: unknown): Colour | undefined {
  return typeof name === 'string' ? own(byName, name.toLowerCase().replace(/[\s_-]/g, '')) : undefined
}

/** From Home Assistant's `hs_color`: hue 0–360, saturation 0–100. */
export function colourOfHueSaturation(value: unknown): Colour | undefined {
  if (!isNumbers(value, 2)) return undefined
  const [hue = 0, saturation = 0] = value
  if (saturation < 15) return 'white'
  return byHue.find(([bound]) => hue <= bound)?.[1]
}

/** From `rgb_color`: three times 0–255. */
export function colourOfRgb(value: unknown): Colour | undefined {
  if (!isNumbers(value, 3)) return undefined
  const [red = 0, green = 0, blue = 0] = value
  const most = Math.max(red, green, blue)
  const range = most - Math.min(red, green, blue)
  if (most === 0) return undefined
  if (range === 0) return 'white'
  const sector =
    most === red ? (green - blue) / range : most === green ? 2 + (blue - red) / range : 4 + (red - green) / range
  return colourOfHueSaturation([(sector * 60 + 360) % 360, (range / most) * 100])
}

function isNumbers(value: unknown, length: number): value is number[] {
  return Array.isArray(value) && value.length >= length && value.every((part) => typeof part === 'number' && part >= 0)
}

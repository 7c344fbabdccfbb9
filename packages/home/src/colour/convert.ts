import { clamp } from '../scale.ts'

/** Hue 0–360°, saturation 0–100 %. */
export type Hs = readonly [hue: number, saturation: number]
/** Red, green, blue 0–255. */
export type Rgb = readonly [red: number, green: number, blue: number]
/** CIE 1931 chromaticity. */
export type Xy = readonly [x: number, y: number]

export function rgbToHs([red, green, blue]: Rgb): Hs {
  const high = Math.max(red, green, blue)
  const span = high - Math.min(red, green, blue)
  if (span === 0) return [0, 0]
  const sixth =
    high === red ? (green - blue) / span : high === green ? 2 + (blue - red) / span : 4 + (red - green) / span
  return [round3((((sixth * 60) % 360) + 360) % 360), round3((span / high) * 100)]
}

/** At full brightness, or at `value` per cent of it. */
export function hsToRgb([hue, saturation]: Hs, value = 100): Rgb {
  const high = (value / 100) * 255
  const low = high * (1 - saturation / 100)
  const channel = (shift: number): number => {
    const place = (((hue / 60 + shift) % 6) + 6) % 6
    return Math.round(low + (high - low) * clamp(Math.min(place, 4 - place), 0, 1))
  }
  return [channel(2), channel(0), channel(4)]
}

/** Linear sRGB to XYZ by the D65 matrix that Philips published for Hue ("RGB to XY color conversion"). */
export function rgbToXy([red, green, blue]: Rgb): Xy {
  const [r, g, b] = [linear(red), linear(green), linear(blue)]
  const x = r * 0.664511 + g * 0.154324 + b * 0.162028
  const y = r * 0.283881 + g * 0.668433 + b * 0.047685
  const z = r * 0.000088 + g * 0.07231 + b * 0.986039
  const sum = x + y + z
  return sum === 0 ? [0, 0] : [round3(x / sum), round3(y / sum)]
}

export function xyToRgb([x, y]: Xy): Rgb {
  if (y <= 0) return [0, 0, 0]
  const [bigX, bigZ] = [x / y, (1 - x - y) / y]
  const channels = [
    bigX * 1.656492 - 0.354851 - bigZ * 0.255038,
    -bigX * 0.707196 + 1.655397 + bigZ * 0.036152,
    bigX * 0.051713 - 0.121364 + bigZ * 1.01153,
  ].map((channel) => gamma(Math.max(0, channel)))
  const high = Math.max(...channels, 1)
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => Math.round((channel / high) * 255))
  return [red, green, blue]
}

/** The colour of a black body, by Tanner Helland's fit ("How to convert temperature (K) to RGB"); 1,000–40,000 K. */
export function kelvinToRgb(kelvin: number): Rgb {
  const t = clamp(kelvin, 1_000, 40_000) / 100
  const red = t <= 66 ? 255 : 329.698727446 * (t - 60) ** -0.1332047592
  const green = t <= 66 ? 99.4708025861 * Math.log(t) - 161.1195681661 : 288.1221695283 * (t - 60) ** -0.0755148492
  const blue = t >= 66 ? 255 : t <= 19 ? 0 : 138.5177312231 * Math.log(t - 10) - 305.0447927307
  const byte = (value: number) => Math.round(clamp(value, 0, 255))
  return [byte(red), byte(green), byte(blue)]
}

function linear(channel: number): number {
  const value = channel / 255
  return value > 0.04045 ? ((value + 0.055) / 1.055) ** 2.4 : value / 12.92
}

function gamma(value: number): number {
  return value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055
}

function round3(value: number): number {
  return Math.round(value * 1_000) / 1_000
}
